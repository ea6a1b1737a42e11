/** What of a run is worth a cut beside it. */
export type RunEventKind =
  | "system call"
  | "store to a new page"
  | "access to a source page"
  | "access to a frozen page"
  | "lr"
  | "sc"
  | "amo"
  | "fused sequence"
  | "taken branch"
  | "fault";

/** Something that an instruction, or a fused sequence, did. */
export interface RunEvent {
  readonly kind: RunEventKind;
  /** Cycles of the run right before it and right behind it. */
  readonly before: bigint;
  readonly after: bigint;
  /**
   * Events of one kind and one variant are alike: the same instruction or fused sequence, on a page with the same flags.
   * Left out: not known.
   */
  readonly variant?: number;
}

/** What happens when in a run: where cuts are worth trying. */
export interface RunEvents {
  /** Cycles of the whole run. */
  readonly cycles: bigint;
  /** In the order in which they happen; of long runs only those of the beginning. */
  readonly events: readonly RunEvent[];
  /**
   * Cycles after each instruction from the start on; of long runs only those of the beginning. Cuts at all of them make
   * legs of one instruction.
   */
  readonly boundaries: readonly bigint[];
  /** True if `events` and `boundaries` cover the whole run. */
  readonly whole: boolean;
}
