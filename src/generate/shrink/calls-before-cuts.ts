import type { CutPlan } from "../../case/index.ts";
import type { GeneratedCase } from "../case.ts";
import { layOut } from "../layout.ts";
import { stepsOf } from "../steps.ts";
import { changes, type Pass } from "./pass.ts";
import { withItems } from "./with-program.ts";

/** Of longer programs every place would be too many tries. */
const STEPS_MAX = 32;

/**
 * Takes away a system call before a cut. What it charged is not known from the shape of the program, so that the last cut
 * is tried behind every instruction of what is left; the ones before it keep their distance.
 */
export const callsBeforeCuts: Pass = function* (original, from) {
  const { cuts, program } = original;
  const { items } = program;
  yield* changes(cuts.length > 0 ? items.length : 0, from, function* (k) {
    if (items[k].kind !== "system") return;
    for (const shorter of withItems(original, items.toSpliced(k, 1))) {
      for (const last of cyclesBehind(shorter)) yield { ...shorter, cuts: withLastAt(cuts, last) };
      return; // the others differ in cuts and budget alone
    }
  });
};

/** Cycles behind each instruction, or fused sequence, in a run that goes straight on; none for a long program. */
function* cyclesBehind({ program, world }: GeneratedCase): Generator<bigint> {
  const { costs, lengths } = stepsOf(layOut(program), world);
  if (costs.length > STEPS_MAX) return;
  let cycles = 0n;
  for (let n = 0; n < costs.length; n += lengths[n]) yield (cycles += BigInt(costs[n]));
}

function withLastAt(cuts: CutPlan, last: bigint): CutPlan {
  const distance = cuts[cuts.length - 1] - last;
  return [...new Set(cuts.map((cut) => (cut > distance ? cut - distance : 0n)))];
}
