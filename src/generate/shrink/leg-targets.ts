import type { GeneratedCase } from "../case.ts";
import { changes, runs, type Pass } from "./pass.ts";

/** Takes away numbers of targets, many at once and then single ones: without any, targets take legs in turn. */
export const removeLegTargets: Pass = function* (original, from) {
  const { legTargets = [] } = original;
  for (const { start, end, next } of runs(legTargets.length, from)) {
    yield { smaller: withLegTargets(original, legTargets.toSpliced(start, end - start)), next };
  }
};

/** Lowers them. All smaller numbers are tried: which target a number stands for depends on how many there are. */
export const lowerLegTargets: Pass = function* (original, from) {
  const { legTargets = [] } = original;
  yield* changes(legTargets.length, from, function* (k) {
    for (let lower = 0; lower < legTargets[k]; lower++) yield withLegTargets(original, legTargets.with(k, lower));
  });
};

function withLegTargets(original: GeneratedCase, legTargets: readonly number[]): GeneratedCase {
  if (legTargets.length > 0) return { ...original, legTargets };
  const { legTargets: _numbers, ...others } = original;
  return others;
}
