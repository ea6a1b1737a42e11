import type { RunEvents } from "../../case/index.ts";
import type { Random } from "../random.ts";
import { DENSE } from "./known-run.ts";

/** Longest run that is cut at every instruction: each leg costs about as much as running a hundred. */
const INSTRUCTIONS_MAX = 300;

/**
 * A run is the less often cut at every instruction the longer it is: about this many legs come of it on average for each
 * plan that is asked for.
 */
const LEGS_AVERAGE = 3;
/** Of 100 plans that are asked for, those for which the length is looked at. */
const LOOKED_AT = 15;

/** Whether the length of a run is looked at: boundaries are made only where they are asked for. */
export function isLookedAt(random: Random): boolean {
  return random.chance(LOOKED_AT);
}

/** Cuts at every instruction of a run that is short and known as a whole; otherwise, and mostly, none. */
export function cutsEverywhere(random: Random, { whole, boundaries }: RunEvents): bigint[] {
  if (!whole || boundaries.length > INSTRUCTIONS_MAX) return [];
  return random.below(boundaries.length) * LOOKED_AT < LEGS_AVERAGE * 100 ? [...boundaries] : [];
}

/** Cuts at every instruction around an event that begins at `cycles`. */
export function cutsInWindow({ boundaries }: RunEvents, cycles: bigint): bigint[] {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (boundaries[middle] < cycles) low = middle + 1;
    else high = middle;
  }
  return boundaries.slice(Math.max(0, low - DENSE / 2), low + DENSE / 2);
}
