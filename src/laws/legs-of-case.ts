import type { Case } from "../case/index.ts";
import type { Leg, Target } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { chainTarget } from "./chain.ts";
import type { EvidenceBook } from "./evidence.ts";

/** Legs of one case that are looked at, the last one included. */
const LEGS_MAX = 4;

/** A leg of a relay, with the snapshot of its end, however it ended. */
export interface CaseLeg {
  readonly target: Target;
  readonly finish: Taken;
}

/**
 * The relay of a case leg by leg, each asked for a snapshot. Of many cuts only a few are made, spread over all.
 * @throws TargetError
 */
export async function legsOfCase(checked: Case, targets: readonly Target[], book: EvidenceBook): Promise<CaseLeg[]> {
  const { world, budget } = checked;
  const below = checked.cuts.filter((cut) => cut < budget);
  const step = Math.max(1, below.length / (LEGS_MAX - 1));
  const limits = below.filter((_, k) => Math.floor(k / step) !== Math.floor((k - 1) / step)).slice(0, LEGS_MAX - 1);
  const legs: CaseLeg[] = [];
  let start: Leg["start"] = "boot";
  for (const maxCycles of [...limits, budget]) {
    const target = chainTarget(checked, targets, legs.length);
    const finish = await runTaken(target, world, { start, maxCycles }, book);
    const before = legs.at(-1);
    if (before) {
      book.cut(before.target, target);
      book.handedOver(before.finish.snapshot);
    }
    legs.push({ target, finish });
    if (finish.stop.kind !== "budget") break;
    start = finish.snapshot;
  }
  return legs;
}
