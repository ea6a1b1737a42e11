import { describe, expect, test } from "vitest";
import { FLAG_DIRTY, FLAG_EXECUTABLE, initPages, Memory, type Fault } from "../../src/machine/index.ts";
import { faultOf, outOfBound } from "./program.ts";

// reference/ckb-vm/memory.md 6 and 10.

const M = 0x40000n;

function unaligned(address: bigint): Fault {
  return { name: "MemPageUnalignedAccess", address };
}

test.each<[address: bigint, size: bigint, offset: bigint, fault: Fault]>([
  [0x1001n, 0x1000n, 0n, unaligned(0x1001n)],
  [0x1000n, 0x1001n, 0n, unaligned(0x2001n)],
  [0x1001n, 0x1001n, 0n, unaligned(0x1001n)],
  [0x1000n, 2n ** 64n - 1n, 0n, unaligned(0xfffn)],
  [M + 0x1000n, 0x1000n, 0n, outOfBound(0x41000)],
  [M + 0x1000n, 0n, 0n, outOfBound(0x41000)],
  [M, 0x1000n, 0n, outOfBound(0x41000)],
  [M - 0x1000n, 0x2000n, 0n, outOfBound(0x41000)],
  [0n, M + 0x1000n, 0n, outOfBound(0x41000)],
  [0x1000n, 2n ** 64n - 0x1000n, 0n, outOfBound(0)],
  [2n ** 64n - 0x1000n, 0x1000n, 0n, outOfBound(2n ** 64n - 0x1000n)],
  [0x1000n, 0x1000n, 0x1001n, outOfBound(0x1001, "ExternalData")],
  [0x1000n, 0n, 1n, outOfBound(1, "ExternalData")],
])("initPages(%i, %i) with offset %i is refused, nothing is changed", (address, size, offset, fault) => {
  const memory = new Memory(Number(M));
  expect(faultOf(() => initPages(memory, address, size, 3, Uint8Array.of(1), offset))).toEqual(fault);
  expect(memory.flags().every((flags) => flags === 0)).toBe(true);
});

test("no pages are fine up to the end of memory", () => {
  const memory = new Memory(Number(M));
  initPages(memory, M, 0n, 3);
  initPages(memory, 0n, 0n, 3, Uint8Array.of(1));
  expect(memory.flags().every((flags) => flags === 0)).toBe(true);
});

test.each([true, false])("all of memory can be filled at once, its last byte included; W^X %j", (writeXorExecute) => {
  for (const offset of [0n, M - 1n]) {
    const memory = new Memory(Number(M), writeXorExecute);
    memory.store8(M - 1n, 9);
    initPages(memory, 0n, M, 0, Uint8Array.of(7), offset);
    expect([memory.load8(offset), memory.load8(M - 1n)]).toEqual([7, offset === 0n ? 0 : 7]);
  }
});

test("at a frozen page the pages before keep the new flags, their bytes stay", () => {
  const memory = new Memory(Number(M));
  memory.store8(0x1000n, 9);
  memory.clearFlag(1, FLAG_DIRTY);
  memory.setFlag(3, 1);
  expect(faultOf(() => initPages(memory, 0x1000n, 0x4000n, 3, Uint8Array.of(1)))).toEqual({
    name: "MemWriteOnFreezedPage",
    page: 3n,
  });
  expect([...memory.flags().subarray(0, 6)]).toEqual([0, 3, 3, 1, 0, 0]);
  expect(memory.load8(0x1000n)).toBe(9);
});

describe("filling", () => {
  /** Two pages of 0xaa, then filled anew. */
  const filled = (source: Uint8Array | undefined, offset: bigint): Memory => {
    const memory = new Memory(Number(M));
    memory.fillBytes(0x1000n, 0x2000, 0xaa);
    memory.clearFlag(1, FLAG_DIRTY);
    memory.clearFlag(2, FLAG_DIRTY);
    initPages(memory, 0x1000n, 0x2000n, 0, source, offset);
    expect([memory.fetchFlag(1), memory.fetchFlag(2)]).toEqual([FLAG_DIRTY, FLAG_DIRTY]);
    return memory;
  };
  const ones = (length: number): Uint8Array => new Uint8Array(length).fill(1);

  test.each([
    { length: 0, offset: 0, first: 0, count: 0 },
    { length: 5, offset: 0, first: 0, count: 5 },
    { length: 5, offset: 0xffe, first: 0xffe, count: 5 },
    { length: 0x1000, offset: 0x1000, first: 0x1000, count: 0x1000 },
    { length: 0x1000, offset: 0x1800, first: 0x1800, count: 0x800 },
    { length: 0x9000, offset: 0x10, first: 0x10, count: 0x1ff0 },
    { length: 5, offset: 0x2000, first: 0, count: 0 },
  ])("$length bytes from offset $offset: zeroes around them, surplus cut", ({ length, offset, first, count }) => {
    const bytes = filled(ones(length), BigInt(offset)).loadBytes(0x1000n, 0x2000);
    const expected = new Uint8Array(0x2000).fill(1, first, first + count);
    expect(Buffer.compare(bytes, expected)).toBe(0);
  });

  test("without a source all is zeroed", () => {
    expect(
      filled(undefined, 0x123n)
        .loadBytes(0x1000n, 0x2000)
        .every((byte) => byte === 0),
    ).toBe(true);
  });
});

test("an executable page that is not frozen can be filled again and stays executable", () => {
  const memory = new Memory(Number(M));
  memory.setFlag(1, FLAG_EXECUTABLE);
  initPages(memory, 0x1000n, 0x1000n, 0, Uint8Array.of(7));
  expect([memory.fetchFlag(1), memory.load8(0x1000n)]).toEqual([FLAG_EXECUTABLE | FLAG_DIRTY, 7]);
});
