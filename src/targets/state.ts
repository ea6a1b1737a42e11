/** Memory as a finish shows it. */
export interface MemoryImage {
  /**
   * True if its bytes never change, so that two finishes may show one and the same; left out for a memory in which a machine
   * might go on.
   */
  readonly isConstant?: boolean;
  readonly pageCount: number;
  /** True if the page is known to hold only zeroes without looking. */
  isUntouched(page: number): boolean;
  /** The 4096 bytes of a page; not to be written. */
  pageView(page: number): Uint8Array;
  /**
   * The first page from `from` on of which the bytes are not known to be `other`'s without looking, being the very same
   * storage; the page count if there is none. Left out where nothing is known.
   */
  firstUnshared?(other: MemoryImage, from: number): number;
}

/** All that is compared. */
export interface State {
  /** 32 values. */
  readonly registers: BigUint64Array;
  readonly pc: bigint;
  readonly cycles: bigint;
  readonly maxCycles: bigint;
  /** The load reservation; 2^64 - 1 for none. */
  readonly reservation: bigint;
  /** One byte a page. */
  readonly pageFlags: Uint8Array;
  readonly memory: MemoryImage;
  /** What the program wrote through the debug system call, in this leg. */
  readonly output: Uint8Array;
}

/** A part of the state that a target may be able to show. */
export type Observable = keyof State;

/** Every part of the state. */
export const OBSERVABLES: readonly Observable[] = [
  "registers",
  "pc",
  "cycles",
  "maxCycles",
  "reservation",
  "pageFlags",
  "memory",
  "output",
];
