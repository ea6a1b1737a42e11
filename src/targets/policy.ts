import type { Observable } from "./state.ts";

/**
 * A difference to the reference that is tolerated of some targets, with all that makes it more than an excuse: where it
 * may occur, what must be equal all the same, why, and a program that shows it. An entry that no run uses is an error.
 */
export interface PolicyEntry {
  readonly id: string;
  /** Names of targets; a `*` at the end stands for any rest. */
  readonly targets: readonly string[];
  /** VM versions. */
  readonly versions: readonly number[];
  /** Only worlds with W^X, or only those without; both if left out. */
  readonly writeXorExecute?: boolean;
  /** How the reference must have stopped: `exit`, `budget`, `pause`, `fault NAME`, `fault *`. */
  readonly expected: readonly string[];
  /** How the target must have stopped, written likewise; `same` for a stop equal to the reference's. */
  readonly actual: readonly string[] | "same";
  readonly compare: PolicyComparison;
  /** Why the difference exists and why it is harmless. */
  readonly reason: string;
  /** The page and section that describes it. */
  readonly link: string;
  /** The day it was written down, YYYY-MM-DD. */
  readonly date: string;
  /** The directed program, by its path in the corpus, that shows the difference. */
  readonly witness: string;
}

/** What is compared under a tolerated difference. Everything that is not named here must be equal. */
export interface PolicyComparison {
  /** True: the reference is run again to the cycle count at which the target stopped, and compared there. */
  readonly atOwnCycles?: boolean;
  /**
   * True: the target is run again to the cycle count at which the reference stopped, and compared there: it went on where
   * the reference could not.
   */
  readonly atReferenceCycles?: boolean;
  /** The reference must have stopped at this address or above, `0x…`. */
  readonly pcFrom?: bigint;
  /** True: it is enough that one leg of a relay ran on the target; otherwise the last one must have. */
  readonly anyLeg?: boolean;
  /**
   * True: the target met a fault while it decoded ahead. The reference, decoding on from where the target stopped, must
   * meet the same fault first.
   */
  readonly faultAhead?: boolean;
  /** The cycle counts of both stops may differ by at most this many. Needed by all entries that let them differ. */
  readonly cyclesApartMax?: number;
  /** Parts of the state that are not compared. */
  readonly except?: readonly Observable[];
  /** Names of the instruction at which the reference stopped by a fault, for entries that hold for some only; `*` as above. */
  readonly instructions?: readonly string[];
  /** Pages that may be dirty on the target only. */
  readonly dirtyPagesMax?: number;
  /** How many registers may differ, whichever they are. */
  readonly registersMax?: number;
  /** Names of registers that may differ. */
  readonly registers?: readonly string[];
  /** True: the reference stopped by a pause; its run is resumed until it stops by something else, and compared then. */
  readonly afterPause?: boolean;
  /** True: only where neither started: loading failed, so that what is left is thrown away. */
  readonly notStarted?: boolean;
}
