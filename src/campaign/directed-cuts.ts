import type { CutPlan } from "../case/index.ts";

const CUTS_MAX = 8;

/** One to eight cuts spread over a run of `cycles` cycles, the same for the same seed. */
export function directedCuts(cycles: bigint, seed: number): CutPlan {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
  const total = Number(cycles > 2n ** 31n ? 2n ** 31n : cycles) + 1;
  const cuts = Array.from({ length: 1 + (next() % CUTS_MAX) }, () => BigInt(next() % total));
  return [...new Set(cuts)].sort((a, b) => Number(a - b));
}
