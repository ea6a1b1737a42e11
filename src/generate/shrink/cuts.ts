import type { CutPlan } from "../../case/index.ts";
import type { Pass } from "./pass.ts";
import { BEGIN, changes, runs } from "./pass.ts";

/** Takes away cuts, many at once and then single ones. */
export const removeCuts: Pass = function* (original, from) {
  const { cuts } = original;
  for (const { start, end, next } of runs(cuts.length, from)) {
    yield { smaller: { ...original, cuts: cuts.toSpliced(start, end - start) }, next };
  }
};

/** Moves cuts to the front: to 0, by half the way, by a quarter, and so on down to one cycle. */
export const lowerCuts: Pass = function* (original, from) {
  const { cuts } = original;
  yield* changes(cuts.length, from, function* (k) {
    for (const lower of lowered(cuts, k)) yield { ...original, cuts: lower };
  });
};

function* lowered(cuts: CutPlan, k: number): Generator<CutPlan> {
  const before = k === 0 ? 0n : cuts[k - 1] + 1n;
  for (let distance = cuts[k] - before; distance > 0n; distance /= 2n) yield cuts.with(k, cuts[k] - distance);
}

/** Cut plans that are one step simpler: with fewer cuts, or with one of them earlier. */
export function* smallerCutPlans(cuts: CutPlan): Generator<CutPlan> {
  for (const { start, end } of runs(cuts.length, BEGIN)) yield cuts.toSpliced(start, end - start);
  for (let k = 0; k < cuts.length; k++) yield* lowered(cuts, k);
}
