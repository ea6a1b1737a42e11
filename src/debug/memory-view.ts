import { PAGE_SHIFT, PAGE_SIZE, type Memory } from "../machine/index.ts";

/**
 * Up to `length` bytes from `address` on, as many as there are; undefined if there is none. Looks at the pages
 * themselves: nothing is told of it, and no permission is asked.
 */
export function bytesAt(memory: Memory, address: bigint, length: number): Uint8Array | undefined {
  if (address >= BigInt(memory.size) || address < 0n) return undefined;
  const start = Number(address);
  const bytes = new Uint8Array(Math.min(length, memory.size - start));
  for (let at = 0; at < bytes.length;) {
    const offset = (start + at) % PAGE_SIZE;
    const part = memory.pageView((start + at) >>> PAGE_SHIFT).subarray(offset, offset + bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An unsigned number from little-endian bytes. */
export function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
