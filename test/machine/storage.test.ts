import { describe, expect, test } from "vitest";
import { zeroedBytes, zeroedCounts, zeroedPage } from "../../src/machine/storage.ts";

// What machines are made of comes out of large buffers, and must be as good as a buffer of its own.

const LENGTHS = [1, 7, 8, 9, 100, 1001, 4096, 16384, 65536, 100_000];

const SOURCES: readonly [name: string, take: (length: number) => Uint8Array][] = [
  ["bytes", zeroedBytes],
  ["pages", zeroedPage],
  ["counts", (length) => asBytes(zeroedCounts(length))],
];

function asBytes({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

describe.each(SOURCES)("%s", (name, take) => {
  test("are zero, aligned to 8 and as many as were asked for, whatever was written before", () => {
    for (const length of [...LENGTHS, ...LENGTHS.toReversed()]) {
      const bytes = take(length);
      expect([bytes.length, bytes.byteOffset % 8]).toEqual([name === "counts" ? 8 * length : length, 0]);
      expect(bytes.every((byte) => byte === 0)).toBe(true);
      bytes.fill(0xff);
    }
  });

  test("are nobody else's", () => {
    const taken = [...LENGTHS, ...LENGTHS].map((length, k) => take(length).fill(k + 1));
    for (const [k, bytes] of taken.entries()) expect(bytes.every((byte) => byte === k + 1)).toBe(true);
  });

  test("that are few share a buffer", () => {
    const buffers = new Set(Array.from({ length: 64 }, () => take(8).buffer));
    expect(buffers.size).toBeLessThanOrEqual(2);
  });

  test("that are many have a buffer of their own, which keeps nothing else", () => {
    const bytes = take(1 << 22);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});

test("sixteen pages have fewer buffers", () => {
  const buffers = new Set(Array.from({ length: 16 }, () => zeroedPage(4096).buffer));
  expect(buffers.size).toBeLessThan(16);
});

test("bytes, pages and counts never share a buffer: what outlives its machine keeps only its like", () => {
  const buffers = SOURCES.map(([, take]) => new Set(Array.from({ length: 64 }, () => take(8).buffer)));
  const together = new Set(buffers.flatMap((each) => [...each]));
  expect(together.size).toBe(buffers.reduce((sum, { size }) => sum + size, 0));
});
