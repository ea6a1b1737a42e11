import { FLAG_DIRTY, FLAG_EXECUTABLE, FLAG_FREEZED, type Memory } from "../../machine/index.ts";

/**
 * What a page is to snapshots. Every page that is neither dirty nor tracked was never written, so "clean" is no state of
 * its own: a clean page is untouched or comes from a data source.
 */
export const PAGE_STATES: readonly string[] = [
  "untouched",
  "source",
  "dirty",
  "frozen source",
  "frozen dirty",
  "executable",
  "outside",
];

const UNTOUCHED = 0;
const SOURCE = 1;
const DIRTY = 2;
const FROZEN_SOURCE = 3;
const FROZEN_DIRTY = 4;
const EXECUTABLE = 5;
/** Index of the state of a page that memory does not have. */
export const OUTSIDE = 6;

/** The state of a page, as an index of `PAGE_STATES`; any page number. */
export function pageState(memory: Memory, page: number): number {
  if (!(page >= 0 && page < memory.pageCount)) return OUTSIDE;
  const flags = memory.fetchFlag(page);
  if (flags & FLAG_EXECUTABLE) return EXECUTABLE;
  const frozen = (flags & FLAG_FREEZED) !== 0;
  if (flags & FLAG_DIRTY) return frozen ? FROZEN_DIRTY : DIRTY;
  if (memory.isUntouched(page)) return UNTOUCHED;
  return frozen ? FROZEN_SOURCE : SOURCE;
}

/** States that a page can have right after a store to it; `executable` in worlds in which code can be written. */
export function isWritten(state: number): boolean {
  return state === DIRTY || state === FROZEN_DIRTY || state === EXECUTABLE;
}
