/**
 * Data that stays the same for as long as a program runs: snapshots may refer to it instead of storing it.
 * `I` is whatever names a piece of it.
 */
export interface DataSource<I> {
  /**
   * @param offset where to start, in bytes
   * @param length bytes wanted; by convention 0 means all that is left
   * @returns the bytes, and how many there are from `offset` to the end whatever `length` is; undefined for nothing
   */
  loadData(id: I, offset: bigint, length: bigint): LoadedData | undefined;
}

/** A source's answer. */
export interface LoadedData {
  readonly data: Uint8Array;
  readonly fullLength: bigint;
}

/**
 * Pieces held in memory, with the rules of CKB's node: offsets behind the end and lengths beyond it are cut, and
 * length 0 takes all that is left. What it gives out is a view of the piece, not a copy.
 */
export class MemoryDataSource<I> implements DataSource<I> {
  readonly #pieces: ReadonlyMap<unknown, Uint8Array>;
  readonly #keyOf: ((id: I) => unknown) | undefined;

  /** @param keyOf gives equal keys for equal ids; needed for ids that are objects */
  constructor(pieces: ReadonlyMap<I, Uint8Array>, keyOf?: (id: I) => string) {
    this.#pieces = keyOf ? new Map([...pieces].map(([id, piece]) => [keyOf(id), piece])) : pieces;
    this.#keyOf = keyOf;
  }

  loadData(id: I, offset: bigint, length: bigint): LoadedData | undefined {
    const piece = this.#pieces.get(this.#keyOf ? this.#keyOf(id) : id);
    if (!piece) return undefined;
    const start = offset < piece.length ? Number(offset) : piece.length;
    const rest = piece.length - start;
    const count = length === 0n || length > rest ? rest : Number(length);
    return { data: piece.subarray(start, start + count), fullLength: BigInt(rest) };
  }
}
