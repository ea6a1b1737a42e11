import type { World } from "./world.ts";

/** Cycle counts at which one leg of a relay ends and the next begins, ascending. */
export type CutPlan = readonly bigint[];

/** All that is needed to repeat a check anywhere, without the generator. */
export interface Case {
  readonly world: World;
  readonly cuts: CutPlan;
  /** The limit of the whole run, in cycles. */
  readonly budget: bigint;
  /**
   * Which target takes each leg of a relay, where there are several: leg k runs on number
   * `legTargets[k % legTargets.length] % (number of targets)` of them. 1 to 64 numbers from 0 to 255. In turn if left out.
   */
  readonly legTargets?: readonly number[];
  /** One line about where the case comes from (seed and number, a bug report, a hand). */
  readonly provenance?: string;
  /** The program as assembly text, where it was written or generated as such. */
  readonly assembly?: string;
  /** Another case that must end where this one does, where the two belong together. */
  readonly counterpart?: Counterpart;
}

/** Pages of data that stand further up in another program. */
export interface Moved {
  /** Pages `first` to `end` - 1 of the one program are `pages` further up in the other. */
  readonly first: number;
  readonly end: number;
  readonly pages: number;
  /** Registers that point there at the end: their values are as much larger. */
  readonly pointers: readonly number[];
}

/** Exactly what may differ at the ends of two programs that must mean the same. Data moves first, then registers. */
export interface Change {
  /** Where each register of the one is in the other: `registers[r]` for register r. */
  readonly registers: readonly number[];
  /** Cycles that the other takes more. */
  readonly moreCycles: bigint;
  /** Where its data stands, if that is elsewhere. */
  readonly moved?: Moved;
}

/** Another case that must end where a case does, but for what is said here. */
export interface Counterpart {
  readonly checked: Case;
  /** What was done to make it of the case; undefined if nobody knows any more. */
  readonly name: string | undefined;
  readonly change: Change;
  /** The first page in which both have code, and the one behind them: what is there is not compared. */
  readonly code: readonly [first: number, end: number];
}
