import type { CutPlan } from "../case/index.ts";
import type { Random } from "./random.ts";

/** Cuts of the densest plans. */
const DENSE = 24;

/** A cut plan for a run of about `total` cycles: none, one, many, dense, and at edges, beyond the end too. */
export function pickCuts(random: Random, total: bigint, most: bigint = total): CutPlan {
  const cuts = new Set<bigint>();
  const anywhere = () => below(random, total + 1n);
  switch (random.below(8)) {
    case 0:
      break;
    case 1:
    case 2:
    case 3:
      cuts.add(anywhere());
      break;
    case 4: {
      const edges = [0n, 1n, 2n, 3n, total - 1n, total, total + 1n, most - 1n, most, most + 1n, most * 2n + 1000n];
      for (let k = random.between(1, 3); k > 0; k--) cuts.add(random.pick(edges));
      break;
    }
    case 5: {
      const start = anywhere();
      const step = BigInt(random.pick([1, 1, 2, 3, 7]));
      for (let k = 0n; k < DENSE; k++) cuts.add(start + k * step);
      break;
    }
    default:
      for (let k = random.between(2, 6); k > 0; k--) cuts.add(anywhere());
  }
  return [...cuts].filter((cut) => cut >= 0n).sort(ascending);
}

/** 0 to `limit` - 1; 0 if there is nothing to choose from. */
export function below(random: Random, limit: bigint): bigint {
  if (limit <= 1n) return 0n;
  if (limit <= 0xffff_ffffn) return BigInt(random.below(Number(limit)));
  return ((BigInt(random.next()) << 32n) | BigInt(random.next())) % limit;
}

/** For sorting. */
export function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
