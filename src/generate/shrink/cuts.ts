import type { Pass } from "./pass.ts";
import { changes, runs } from "./pass.ts";

/** Takes away cuts, many at once and then single ones. */
export const removeCuts: Pass = function* (original, from) {
  const { cuts } = original;
  for (const { start, end, next } of runs(cuts.length, from)) {
    yield { smaller: { ...original, cuts: [...cuts.slice(0, start), ...cuts.slice(end)] }, next };
  }
};

/** Moves cuts to the front: to 0, by half the way, by a quarter, and so on down to one cycle. */
export const lowerCuts: Pass = function* (original, from) {
  const { cuts } = original;
  yield* changes(cuts.length, from, function* (k) {
    const before = k === 0 ? 0n : cuts[k - 1] + 1n;
    for (let distance = cuts[k] - before; distance > 0n; distance /= 2n) {
      yield { ...original, cuts: cuts.with(k, cuts[k] - distance) };
    }
  });
};
