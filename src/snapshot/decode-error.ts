/** A step into a snapshot: the name of a field, or the index of an element. */
export type PathStep = string | number;

/** Bytes or text that are not a snapshot. Nothing of the snapshot is given out. */
export class SnapshotDecodeError extends Error {
  override name = "SnapshotDecodeError";
  /** The field that could not be read, with the names of the Rust structs: `dirty_pages[3].content`; empty for the whole. */
  readonly path: string;
  /** Where in the input, in bytes. */
  readonly offset: number;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(steps: readonly PathStep[], offset: number, reason: string) {
    const path = steps
      .map((step, k) => (typeof step === "number" ? `[${step}]` : k === 0 ? step : `.${step}`))
      .join("");
    super(`${path || "snapshot"}: ${reason} (at byte ${offset})`);
    this.path = path;
    this.offset = offset;
    this.reason = reason;
  }
}
