import type { FusedPlace } from "../places.ts";
import type { Random } from "../random.ts";
import { DENSE } from "./known-run.ts";

/** Cuts before, inside and behind one to three fused sequences; dense where it is not known when a run comes there. */
export function cutsAroundFused(random: Random, places: readonly FusedPlace[]): bigint[] {
  return aroundFused(random, places).map(BigInt);
}

function aroundFused(random: Random, places: readonly FusedPlace[]): number[] {
  if (places.length === 0) return [];
  const near = places.filter(({ least, most }) => most - least < DENSE);
  const pool = near.length > 0 ? near : places;
  // Constants that are loaded are everywhere: without a choice of rules, others would have no cuts.
  const byRule = [...Map.groupBy(pool, ({ rule }) => rule).values()];
  const [ofRule] = [random.pick(byRule), random.pick(byRule), random.pick(byRule)].sort((a, b) => a.length - b.length);
  const exact = ofRule.filter(({ least, most }) => most === least);
  if (exact.length > 0 && random.chance(70)) {
    const cuts: number[] = [];
    for (let left = random.between(1, 3); left > 0; left--) cuts.push(...cutsAt(random, random.pick(exact)));
    return cuts;
  }
  const { least, most } = random.pick(ofRule);
  const start = least + (most - least < DENSE ? 0 : random.below(most - least)) - random.below(3);
  return Array.from({ length: DENSE }, (_, k) => start + k);
}

function cutsAt(random: Random, { least, cost, apart }: FusedPlace): number[] {
  const kind = random.below(8);
  if (kind === 0) return [least];
  if (kind === 1) return [least + cost];
  if (kind === 2) return [least, least + cost];
  if (kind === 3) return [least - 1, least + cost + 1];
  // What is left over there is too little for a slow instruction behind it; and one cycle too few for the sequence.
  if (kind === 4) return [least + cost + 1];
  if (kind === 5) return [least + cost - 1];
  // Where the sequence would be cut if it were not fused.
  return kind === 6 ? [least + random.between(1, apart)] : [least, least + random.between(0, apart), least + apart];
}
