/** Bytes that are asked of the system at once, for what outlives its machine and for all else. */
const KEPT_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;
const ALIGNMENT = 8;

/** Where zeroed bytes come from. */
class Chunks {
  readonly #bytes: number;
  #chunk = new ArrayBuffer(0);
  #used = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array<ArrayBuffer> {
    if (length > this.#bytes / 4) return new Uint8Array(length);
    if (this.#used + length > this.#chunk.byteLength) {
      this.#chunk = new ArrayBuffer(this.#bytes);
      this.#used = 0;
    }
    const bytes = new Uint8Array(this.#chunk, this.#used, length);
    this.#used += (length + ALIGNMENT - 1) & -ALIGNMENT;
    return bytes;
  }
}

const pages = new Chunks(KEPT_BYTES);
const counts = new Chunks(KEPT_BYTES);
const others = new Chunks(CHUNK_BYTES);

/**
 * Zeroed bytes, aligned to 8, that nobody else is given: for what every fresh machine needs. A buffer of its own costs about a
 * microsecond, several times what a machine does with it (reference/performance.md, "What made the difference" 5), so machines
 * share large ones. One that is kept keeps what was handed out around it.
 */
export function zeroedBytes(length: number): Uint8Array<ArrayBuffer> {
  return others.take(length);
}

/** The same for a page, apart from all else: pages outlive their machines in snapshots. */
export function zeroedPage(length: number): Uint8Array<ArrayBuffer> {
  return pages.take(length);
}

/** The same for counts, which outlive their machines in the evidence of a law: they keep no pages. */
export function zeroedCounts(length: number): Float64Array<ArrayBuffer> {
  const { buffer, byteOffset } = counts.take(8 * length);
  return new Float64Array(buffer, byteOffset, length);
}
