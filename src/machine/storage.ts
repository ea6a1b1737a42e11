/** Bytes that are asked of the system at once: as few as are fast, since one piece that is kept keeps all of them. */
const CHUNK_BYTES = 32 * 1024;
const ALIGNMENT = 8;

/** Where zeroed bytes come from. */
class Chunks {
  #chunk = new ArrayBuffer(0);
  #used = 0;

  take(length: number): Uint8Array<ArrayBuffer> {
    if (length > CHUNK_BYTES / 4) return new Uint8Array(length);
    if (this.#used + length > this.#chunk.byteLength) {
      this.#chunk = new ArrayBuffer(CHUNK_BYTES);
      this.#used = 0;
    }
    const bytes = new Uint8Array(this.#chunk, this.#used, length);
    this.#used += (length + ALIGNMENT - 1) & -ALIGNMENT;
    return bytes;
  }
}

const pages = new Chunks();
const counts = new Chunks();
const others = new Chunks();

/**
 * Zeroed bytes, aligned to 8, that nobody else is given: for what every fresh machine needs. A buffer of its own costs about a
 * microsecond, several times what a machine does with it (reference/performance.md, "What made the difference" 5), so machines
 * share larger ones. One that is kept keeps what was handed out around it.
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
