/** Samples that one side may have: counting the ways takes the fourth power of their number. */
export const SAMPLES_MAX = 50;

/**
 * Mann-Whitney's rank sum test: how probable it is, if both come from the same distribution, that their ranks differ at least as
 * much as these do; two-sided and exact, ties included. 1 where one of the two is empty.
 */
export function unpairedP(before: readonly number[], now: readonly number[]): number {
  const ranks = doubledRanks([...before, ...now]);
  const seen = sum(ranks.slice(before.length));
  // In how many ways so many of all samples have a sum of ranks, for every number of samples and every sum.
  const ways = Array.from({ length: now.length + 1 }, () => new Float64Array(sum(ranks) + 1));
  ways[0][0] = 1;
  for (const [k, rank] of ranks.entries()) {
    for (let chosen = Math.min(k + 1, now.length); chosen > 0; chosen--) {
      const [from, to] = [ways[chosen - 1], ways[chosen]];
      for (let total = to.length - 1; total >= rank; total--) to[total] += from[total - rank];
    }
  }
  return twoSided(ways[now.length], seen);
}

/**
 * Wilcoxon's signed rank test: how probable it is, if the differences are as often above 0 as below, that the signs of large and
 * small ones are spread at least as unevenly as these; two-sided and exact, ties included. Differences of 0 say nothing and are
 * left out; 1 where no other is left.
 */
export function pairedP(differences: readonly number[]): number {
  const counted = differences.filter((difference) => difference !== 0);
  const ranks = doubledRanks(counted.map(Math.abs));
  const seen = sum(ranks.filter((_, k) => counted[k] > 0));
  const ways = new Float64Array(sum(ranks) + 1);
  ways[0] = 1;
  for (const rank of ranks) for (let total = ways.length - 1; total >= rank; total--) ways[total] += ways[total - rank];
  return twoSided(ways, seen);
}

/** The smallest p that so many samples on each side can have: one side is above the other throughout. */
export function unpairedPMin(before: number, now: number): number {
  let ways = 1;
  for (let k = 1; k <= now; k++) ways = (ways * (before + k)) / k;
  return Math.min(1, 2 / ways);
}

/** The smallest p that so many pairs can have: one is above the other in each. */
export function pairedPMin(pairs: number): number {
  return Math.min(1, 2 ** (1 - pairs));
}

/** Twice the share of the ways that lie as far out as what was seen, on its side. */
function twoSided(ways: Float64Array, seen: number): number {
  const below = sum(ways.subarray(0, seen + 1));
  const above = sum(ways.subarray(seen));
  return Math.min(1, (2 * Math.min(below, above)) / sum(ways));
}

/** Twice the rank of each value from 1; equal ones share the mean of their ranks, which doubling makes whole. */
function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const smaller = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return 2 * smaller + equal + 1;
  });
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
}
