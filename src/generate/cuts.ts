import type { CutPlan, RunEvents } from "../case/index.ts";
import {
  cutsAroundEvents,
  cutsAtEveryCycle,
  cutsAtEveryOfKind,
  cutsInReservation,
  pickEvent,
} from "./cut-plans/around-events.ts";
import { ascending } from "./cut-plans/cycles.ts";
import { cutsEverywhere, cutsInWindow, isLookedAt } from "./cut-plans/every-instruction.ts";
import { cutsAroundFused } from "./cut-plans/fused.ts";
import type { KnownRun } from "./cut-plans/known-run.ts";
import { cutsAnywhere, cutsAtEdges, denseCuts } from "./cut-plans/plain.ts";
import type { Random } from "./random.ts";

export { ascending, below } from "./cut-plans/cycles.ts";

/**
 * A cut plan: with events, mostly beside them; with fused sequences only, often around these; otherwise none, one, many,
 * dense, and at edges, beyond the end too.
 */
export function pickCuts(random: Random, run: KnownRun): CutPlan {
  const cuts = run.events ? cutsWithEvents(random, run, run.events) : cutsWithout(random, run);
  if (cuts.length < 2) return cuts.length === 1 && cuts[0] < 0n ? [] : cuts;
  return inOrder(cuts);
}

/** Cuts from 0 on, ascending, each once. */
function inOrder(cuts: readonly bigint[]): bigint[] {
  const ordered: bigint[] = [];
  for (const cut of cuts.toSorted(ascending)) {
    if (cut >= 0n && (ordered.length === 0 || cut !== ordered[ordered.length - 1])) ordered.push(cut);
  }
  return ordered;
}

function cutsWithout(random: Random, run: KnownRun): bigint[] {
  const { fused } = run;
  switch (random.below(fused ? 12 : 8)) {
    case 0:
      return [];
    case 1:
    case 2:
    case 3:
      return cutsAnywhere(random, run, 1);
    case 4:
      return cutsAtEdges(random, run);
    case 5:
      return denseCuts(random, run);
    case 6:
    case 7:
      return cutsAnywhere(random, run, random.between(2, 6));
    default:
      return orAnywhere(random, run, cutsAroundFused(random, fused?.() ?? []));
  }
}

function cutsWithEvents(random: Random, run: KnownRun, whole: RunEvents): bigint[] {
  const known = upTo(whole, run.budget);
  const { events } = known;
  const everywhere = isLookedAt(random) ? cutsEverywhere(random, known) : [];
  if (everywhere.length > 0) return everywhere;
  if (events.length === 0) return cutsWithout(random, run);
  const kind = random.below(17);
  if (kind < 2) return cutsAtEdges(random, run);
  if (kind < 4) return cutsAtEveryOfKind(random, events);
  if (kind < 5) return cutsInWindow(known, pickEvent(random, events).before);
  if (kind === 16) return cutsAtEveryCycle(random, events);
  const special =
    kind < 8 ? cutsInReservation(random, events) : kind === 8 && run.fused ? cutsAroundFused(random, run.fused()) : [];
  return special.length > 0 ? special : cutsAroundEvents(random, events);
}

/** What happens up to the end of the budget: no leg ends behind it. */
function upTo(known: RunEvents, budget: bigint): RunEvents {
  if (known.cycles <= budget) return known;
  return {
    ...known,
    events: known.events.filter(({ before }) => before <= budget),
    boundaries: known.boundaries.filter((boundary) => boundary <= budget),
  };
}

function orAnywhere(random: Random, run: KnownRun, cuts: bigint[]): bigint[] {
  return cuts.length > 0 ? cuts : cutsAnywhere(random, run, 1);
}

/** Numbers of targets are drawn from more than anybody checks at once, and as many of each: 12 is divided by 2, 3, 4 and 6. */
const LEG_TARGETS = 12;
const LEG_TARGETS_LENGTH_MAX = 8;

/** Which target takes each leg. */
export function pickLegTargets(random: Random): number[] {
  const targets: number[] = [];
  for (let left = random.between(1, LEG_TARGETS_LENGTH_MAX); left > 0; left--) targets.push(random.below(LEG_TARGETS));
  return targets;
}
