import type { Random } from "../random.ts";

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
