import type { Floor } from "../campaign/index.ts";

/** The floors that were not reached. */
export function missedFloors(floors: readonly Floor[]): Floor[] {
  return floors.filter(({ atLeast, reached }) => reached < atLeast);
}
