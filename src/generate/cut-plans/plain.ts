import type { Random } from "../random.ts";
import { below } from "./cycles.ts";
import { DENSE, type KnownRun } from "./known-run.ts";

/** `count` cuts anywhere up to the end. */
export function cutsAnywhere(random: Random, { total }: KnownRun, count: number): bigint[] {
  const cuts: bigint[] = [];
  for (let left = count; left > 0; left--) cuts.push(below(random, total + 1n));
  return cuts;
}

/** As many cuts as there can be, one beside the other or nearly, from anywhere on. */
export function denseCuts(random: Random, { total }: KnownRun): bigint[] {
  const start = below(random, total + 1n);
  const step = BigInt(random.pick([1, 1, 2, 3, 7]));
  const cuts = [start];
  while (cuts.length < DENSE) cuts.push(cuts[cuts.length - 1] + step);
  return cuts;
}

/** One to three cuts at the beginning, at the end, at the budget, and beyond both. */
export function cutsAtEdges(random: Random, { total, budget }: KnownRun): bigint[] {
  const edges = [0n, 1n, 2n, 3n, total - 1n, total, total + 1n, budget - 1n, budget, budget + 1n, budget * 2n + 1000n];
  const cuts: bigint[] = [];
  for (let left = random.between(1, 3); left > 0; left--) cuts.push(random.pick(edges));
  return cuts;
}
