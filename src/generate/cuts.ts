import type { CutPlan } from "../case/index.ts";
import type { FusedPlace } from "./places.ts";
import type { Random } from "./random.ts";

/** Cuts of the densest plans. */
const DENSE = 24;

/**
 * A cut plan for a run of about `total` cycles: none, one, many, dense, and at edges, beyond the end too; with `fused`,
 * around fused sequences.
 */
export function pickCuts(
  random: Random,
  total: bigint,
  most: bigint = total,
  fused?: () => readonly FusedPlace[],
): CutPlan {
  const cuts = new Set<bigint>();
  const anywhere = () => below(random, total + 1n);
  switch (random.below(fused ? 12 : 8)) {
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
    case 6:
    case 7:
      for (let k = random.between(2, 6); k > 0; k--) cuts.add(anywhere());
      break;
    default:
      for (const cut of aroundFused(random, fused?.() ?? [])) cuts.add(BigInt(cut));
      if (cuts.size === 0) cuts.add(anywhere());
  }
  return [...cuts].filter((cut) => cut >= 0n).sort(ascending);
}

/** Cuts before, inside and behind one to three fused sequences; dense where it is not known when a run comes there. */
function aroundFused(random: Random, places: readonly FusedPlace[]): number[] {
  if (places.length === 0) return [];
  const near = places.filter(({ least, most }) => most - least < DENSE);
  const pool = near.length > 0 ? near : places;
  // Constants that are loaded are everywhere: without a choice of rules, others would have no cuts.
  const byRule = [...Map.groupBy(pool, ({ rule }) => rule).values()];
  const [ofRule] = [random.pick(byRule), random.pick(byRule), random.pick(byRule)].sort((a, b) => a.length - b.length);
  const exact = ofRule.filter(({ least, most }) => most === least);
  if (exact.length > 0 && random.chance(70)) {
    return Array.from({ length: random.between(1, 3) }, () => cutsAt(random, random.pick(exact))).flat();
  }
  const { least, most } = random.pick(ofRule);
  const start = least + (most - least < DENSE ? 0 : random.below(most - least)) - random.below(3);
  return Array.from({ length: DENSE }, (_, k) => start + k);
}

function cutsAt(random: Random, { least, cost, apart }: FusedPlace): number[] {
  const kind = random.below(6);
  if (kind === 0) return [least];
  if (kind === 1) return [least + cost];
  if (kind === 2) return [least, least + cost];
  if (kind === 3) return [least - 1, least + cost + 1];
  // Where the sequence would be cut if it were not fused.
  return kind === 4 ? [least + random.between(1, apart)] : [least, least + random.between(0, apart), least + apart];
}

/** Numbers of targets are drawn from more than anybody checks at once, and as many of each: 12 is divided by 2, 3, 4 and 6. */
const LEG_TARGETS = 12;
const LEG_TARGETS_LENGTH_MAX = 8;

/** Which target takes each leg. */
export function pickLegTargets(random: Random): number[] {
  return Array.from({ length: random.between(1, LEG_TARGETS_LENGTH_MAX) }, () => random.below(LEG_TARGETS));
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
