import type { Case } from "../src/case/index.ts";
import { ISA_A, ISA_B } from "../src/isa/index.ts";
import { generateCase } from "../src/generate/index.ts";
import { everyInstruction } from "../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../src/targets/index.ts";
import { msPerUnit, type Row } from "./row.ts";

/** Instructions of the program, about; exactly so many boundaries are cut. */
const LENGTH = 2000;
const SEED = 1n;
const TRIES = 200;

/**
 * A program of about 2,000 instructions that is cut behind every instruction that it executes: so many legs, each in a fresh
 * machine, and so many snapshots handed over.
 */
export const EXHAUSTIVE_ROWS: readonly Row[] = [
  {
    name: "every-boundary",
    what: "a relay cut behind every instruction of about 2,000",
    unit: "s",
    less: true,
    goal: 0.5,
    warmUpMs: 1500,
    open() {
      const targets = [new ReferenceTarget()];
      const law = everyInstruction({ boundariesMax: Infinity });
      const { checked, boundaries } = longProgram(targets[0]);
      const once = async (): Promise<{ count: number }> => {
        const verdict = await law.check(checked, targets);
        if (verdict.kind !== "held") throw new Error(`${checked.provenance ?? ""} is ${verdict.kind}`);
        if (verdict.evidence.cuts < boundaries.length - 1) {
          throw new Error(`${verdict.evidence.cuts} of ${boundaries.length} are cut`);
        }
        return { count: 1 };
      };
      return {
        sample: async (timeMs) => (await msPerUnit(timeMs, once)) / 1000,
        about: () => `${boundaries.length.toLocaleString("en-US")} boundaries`,
      };
    },
  },
];

/** A case that executes about 2,000 instructions, with the cycles at each of its boundaries. */
export function longProgram(target: Target): { checked: Case; boundaries: readonly bigint[] } {
  let best: { checked: Case; boundaries: readonly bigint[] } | undefined;
  for (let k = 0; k < TRIES; k++) {
    const checked = generateCase(SEED, k, { size: LENGTH, isa: ISA_A | ISA_B, intents: { exit: 1 } });
    const boundaries = target.events?.(checked.world, checked.budget).boundaries ?? [];
    const isCloser = !best || Math.abs(boundaries.length - LENGTH) < Math.abs(best.boundaries.length - LENGTH);
    if (isCloser) best = { checked, boundaries };
  }
  if (!best) throw new Error("no program was generated");
  return best;
}
