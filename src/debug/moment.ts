/**
 * A place between two instructions of a run. Every instruction costs something, so within a leg the cycles spent say
 * which one it is.
 */
export interface Moment {
  /** Number of the leg, counted from 0; a solo run has one. */
  readonly leg: number;
  /** Cycles spent since the start of the whole run. */
  readonly cycles: bigint;
  /** True once the run has stopped: by an exit, a fault, a pause or its budget. */
  readonly ended: boolean;
}

/** Negative if `a` is before `b`, positive if it is behind, 0 if they are the same. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.leg !== b.leg) return a.leg - b.leg;
  if (a.cycles !== b.cycles) return a.cycles < b.cycles ? -1 : 1;
  return Number(a.ended) - Number(b.ended);
}
