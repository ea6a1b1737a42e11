import type { Case } from "../case/index.ts";

/** Bytes of the program that are looked at: its code stands in front. */
const BYTES = 512;

/**
 * A number from 0 to 2^32 - 1 that a case decides alone: laws that look at a part of what they could look at choose it by
 * this, so that the same case is always checked the same way.
 */
export function caseNumber({ world, cuts, budget }: Case): number {
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193);
  };
  for (let k = world.program.length > BYTES ? 64 : 0; k < world.program.length && k < BYTES; k++) mix(world.program[k]);
  mix(Number(budget & 0xffff_ffffn));
  for (const cut of cuts) mix(Number(cut & 0xffff_ffffn));
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The cuts at which a relay of the case can be cut, or its budget where there is none. */
export function cutsBelowBudget({ cuts, budget }: Case): readonly bigint[] {
  const below = cuts.filter((cut) => cut < budget);
  return below.length > 0 ? below : [budget];
}
