/** What ends a search early. */
export interface Bounds {
  /** True once nothing more is to be run. */
  isOver(): boolean;
}

/** Never ends a search. */
export const UNBOUNDED: Bounds = { isOver: () => false };

/** Ends a search `timeMs` milliseconds from now, or when `interrupted` says so. */
export function boundsFor(timeMs: number, interrupted: () => boolean = () => false): Bounds {
  const end = performance.now() + timeMs;
  return { isOver: () => interrupted() || performance.now() >= end };
}
