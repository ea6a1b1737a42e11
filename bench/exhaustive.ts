import { ISA_A, ISA_B } from "../src/isa/index.ts";
import { generateCase } from "../src/generate/index.ts";
import { everyInstruction } from "../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../src/targets/index.ts";
import { measure, type Row } from "./row.ts";

/** Instructions of the program, about; exactly so many boundaries are cut. */
const LENGTH = 2000;
const SEED = 1n;
const TRIES = 200;

/**
 * A program of about 2,000 instructions that is cut behind every instruction that it executes: so many legs, each in a fresh
 * machine, and so many snapshots handed over.
 */
export async function exhaustiveRows(): Promise<Row[]> {
  const targets = [new ReferenceTarget()];
  const law = everyInstruction({ boundariesMax: Infinity });
  const { checked, boundaries } = programFor(targets[0]);
  const run = async (): Promise<void> => {
    const verdict = await law.check(checked, targets);
    if (verdict.kind !== "held") throw new Error(`${checked.provenance ?? ""} is ${verdict.kind}`);
    if (verdict.evidence.cuts < boundaries - 1) throw new Error(`${verdict.evidence.cuts} of ${boundaries} are cut`);
  };
  const { ms, noise } = await measure(run, { timeMs: 4000, iterations: 3 });
  const what = `cut behind every one of ${boundaries.toLocaleString("en-US")} instructions`;
  return [{ what, unit: "s", measured: ms / 1000, first: 2, goal: 0.5, less: true, noise }];
}

/** A case that executes about as many instructions as wanted, with the number of its boundaries. */
function programFor(target: Target): { checked: ReturnType<typeof generateCase>; boundaries: number } {
  let best: { checked: ReturnType<typeof generateCase>; boundaries: number } | undefined;
  for (let k = 0; k < TRIES; k++) {
    const checked = generateCase(SEED, k, { size: LENGTH, isa: ISA_A | ISA_B, intents: { exit: 1 } });
    const boundaries = target.events?.(checked.world, checked.budget).boundaries.length ?? 0;
    if (!best || Math.abs(boundaries - LENGTH) < Math.abs(best.boundaries - LENGTH)) best = { checked, boundaries };
  }
  if (!best) throw new Error("no program was generated");
  return best;
}
