/** Bytes that are asked of the system at once. */
const CHUNK_BYTES = 256 * 1024;
/** What is larger has a buffer of its own. */
const SHARED_MAX = CHUNK_BYTES / 4;
const ALIGNMENT = 8;

let chunk = new ArrayBuffer(0);
let used = 0;

/**
 * Zeroed bytes, aligned to 8, that nobody else is given: for what every fresh machine needs, its pages among it. A buffer of its own costs about a
 * microsecond, several times what a machine does with it (reference/performance.md, "What made the difference" 5), so machines
 * share large ones. One that is kept keeps what was handed out around it.
 */
export function zeroedBytes(length: number): Uint8Array<ArrayBuffer> {
  if (length > SHARED_MAX) return new Uint8Array(length);
  if (used + length > chunk.byteLength) {
    chunk = new ArrayBuffer(CHUNK_BYTES);
    used = 0;
  }
  const bytes = new Uint8Array(chunk, used, length);
  used += (length + ALIGNMENT - 1) & -ALIGNMENT;
  return bytes;
}
