/** Pages whose bytes come from a data source: `length` bytes of piece `id` from `offset` on, at `address`. */
export interface SourceRun<I> {
  readonly address: bigint;
  readonly flag: number;
  readonly id: I;
  readonly offset: bigint;
  readonly length: bigint;
}

/** Pages stored by content, at `address`. */
export interface DirtyRun {
  readonly address: bigint;
  readonly flag: number;
  readonly content: Uint8Array;
}

/** What is handed over from one machine to the next: the seed's `Snapshot2<I>`, field for field. */
export interface Snapshot2<I> {
  readonly pagesFromSource: readonly SourceRun<I>[];
  readonly dirtyPages: readonly DirtyRun[];
  readonly version: number;
  /** 32 values. */
  readonly registers: BigUint64Array;
  readonly pc: bigint;
  readonly cycles: bigint;
  readonly maxCycles: bigint;
  readonly loadReservationAddress: bigint;
}

/** Where the bytes of a tracked page are: piece, offset in it, and the page's flags when it was tracked. */
export interface TrackedPage<I> {
  readonly id: I;
  readonly offset: bigint;
  readonly flag: number;
}

/** How ids are compared. */
export type SameId<I> = (a: I, b: I) => boolean;
