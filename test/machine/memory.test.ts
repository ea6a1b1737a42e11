import { describe, expect, test } from "vitest";
import { fetch } from "../../src/machine/fetch.ts";
import { FLAG_DIRTY, FLAG_EXECUTABLE, FLAG_FREEZED, Memory, MEMORY_SIZE_MAX } from "../../src/machine/index.ts";
import { faultOf, onPage, outOfBound } from "./program.ts";

// reference/ckb-vm/memory.md: 10 is a table measured on ckb-vm (W^X over Flat, D-line payloads).

const M = 0x40000;
const TOP = 2n ** 64n;

function flagsOf(memory: Memory): [page: number, flags: number][] {
  return [...memory.flags().entries()].filter(([, flags]) => flags !== 0);
}

describe("accesses outside memory", () => {
  const end = BigInt(M);
  test.each<[name: string, access: (memory: Memory) => unknown, address: bigint | number]>([
    ["store8 at M", (memory) => memory.store8(end, 1), M],
    ["store16 at M", (memory) => memory.store16(end, 1), M],
    ["store32 at M", (memory) => memory.store32(end, 1), M],
    ["store64 at M", (memory) => memory.store64(end, 1n), M],
    ["store64 at M - 4", (memory) => memory.store64(end - 4n, 1n), M + 4],
    ["store64 at 2^64 - 4", (memory) => memory.store64(TOP - 4n, 1n), TOP - 4n],
    ["store32 at M - 2", (memory) => memory.store32(end - 2n, 1), M + 2],
    ["store16 at M - 1", (memory) => memory.store16(end - 1n, 1), M + 1],
    ["storeBytes over the end", (memory) => memory.storeBytes(end - 4097n, new Uint8Array(4100)), M + 3],
    ["fillBytes over the end", (memory) => memory.fillBytes(end - 1n, 2, 1), M + 1],
    ["load64 at M - 4", (memory) => memory.load64(end - 4n), M + 4],
    ["loadBytes of more than there is", (memory) => memory.loadBytes(0n, M + 1), M + 1],
    ["load64 at M", (memory) => memory.load64(end), M],
    ["load64 at 2^64 - 4", (memory) => memory.load64(TOP - 4n), TOP - 4n],
    ["load8 at 2^64 - 1", (memory) => memory.load8(TOP - 1n), TOP - 1n],
    ["load8 at 2^31", (memory) => memory.load8(2n ** 31n), 2n ** 31n],
    ["load16 at 2^32", (memory) => memory.load16(2n ** 32n), 2n ** 32n],
    ["loadBytes at M - 4, 8 bytes", (memory) => memory.loadBytes(end - 4n, 8), M + 4],
    ["loadBytes at M", (memory) => memory.loadBytes(end, 1), M],
    ["loadBytes at 2^64 - 2, 8 bytes", (memory) => memory.loadBytes(TOP - 2n, 8), TOP - 2n],
    ["loadBytes of more than can be allocated", (memory) => memory.loadBytes(8n, 2 ** 53 - 16), 2 ** 53 - 8],
    ["fillBytes of more than can be allocated", (memory) => memory.fillBytes(8n, 2 ** 53 - 16, 1), 2 ** 53 - 8],
    ["fetchFlag of the page behind the last", (memory) => memory.fetchFlag(M >> 12), M],
    ["setFlag of page 2^52 - 1", (memory) => memory.setFlag(2n ** 52n - 1n, 1), TOP - 4096n],
    ["clearFlag of page 2^60", (memory) => memory.clearFlag(2n ** 60n, 1), 0],
  ])("%s", (_, access, address) => {
    const memory = new Memory(M);
    expect(faultOf(() => access(memory))).toEqual(outOfBound(address));
    expect(flagsOf(memory)).toEqual([]);
  });

  test.each<[name: string, pc: number, executable: number[], fault: object]>([
    ["32 bits at 0 on a plain page", 0, [], onPage(0)],
    ["32 bits over the end", M - 3, [63], outOfBound(M + 1)],
    ["16 bits at M", M, [63], outOfBound(M)],
    ["32 bits at odd pc, second page plain", 0x1ffd, [1], onPage(2)],
    ["16 bits that cross, second page plain", 0x1fff, [1], onPage(2)],
    ["16 bits that cross, first page plain", 0x1fff, [2], onPage(1)],
  ])("executing %s", (_, pc, executable, fault) => {
    const memory = new Memory(M);
    for (const page of executable) memory.setFlag(page, FLAG_EXECUTABLE);
    expect(faultOf(() => fetch(memory, pc))).toEqual(fault);
  });

  test("no bytes are fine anywhere", () => {
    const memory = new Memory(M);
    memory.setFlag(0, FLAG_EXECUTABLE);
    for (const address of [0n, end, TOP - 1n]) {
      memory.storeBytes(address, new Uint8Array(0));
      memory.fillBytes(address, 0, 1);
      expect(memory.loadBytes(address, 0)).toEqual(new Uint8Array(0));
    }
    expect(flagsOf(memory)).toEqual([[0, FLAG_EXECUTABLE]]);
  });
});

describe("flags", () => {
  test("a frozen page can be stored to", () => {
    const memory = new Memory(M);
    memory.setFlag(1, FLAG_FREEZED);
    memory.store8(0x1000n, 1);
    expect(memory.fetchFlag(1)).toBe(5);
  });

  test("bytes over an executable page in the middle: nothing is written or marked", () => {
    const memory = new Memory(M);
    memory.setFlag(2, FLAG_EXECUTABLE);
    const bytes = new Uint8Array(0x3000).fill(1);
    expect(faultOf(() => memory.storeBytes(0x1000n, bytes))).toEqual(onPage(2));
    expect(faultOf(() => memory.fillBytes(0x1000n, 0x3000, 1))).toEqual(onPage(2));
    expect(flagsOf(memory)).toEqual([[2, 2]]);
    expect(memory.loadBytes(0x1000n, 0x3000).every((byte) => byte === 0)).toBe(true);
  });

  test.each<[name: string, store: (memory: Memory, at: bigint) => void, pages: number[]]>([
    ["store8", (memory, at) => memory.store8(at, 1), [1]],
    ["store16", (memory, at) => memory.store16(at, 1), [1, 2]],
    ["store32", (memory, at) => memory.store32(at, 1), [1, 2]],
    ["store64", (memory, at) => memory.store64(at, 1n), [1, 2]],
    ["storeBytes", (memory, at) => memory.storeBytes(at, new Uint8Array(0x1002)), [1, 2, 3]],
    ["fillBytes", (memory, at) => memory.fillBytes(at, 0x1001, 0), [1, 2]],
  ])("%s marks every page it touches dirty, zeroes too", (_, store, pages) => {
    const memory = new Memory(M);
    store(memory, 0x1fffn);
    expect(flagsOf(memory)).toEqual(pages.map((page) => [page, FLAG_DIRTY]));
  });

  test("loads and fetches mark nothing, on any page", () => {
    const memory = new Memory(M);
    memory.setFlag(1, FLAG_EXECUTABLE | FLAG_FREEZED);
    memory.setFlag(2, FLAG_EXECUTABLE);
    memory.load64(0x1ffcn);
    memory.loadBytes(0n, M);
    fetch(memory, 0x1ffe);
    expect(flagsOf(memory)).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });

  test("only pages that there are and that have the flag can be executed", () => {
    const memory = new Memory(M);
    for (const page of [2, 63]) memory.setFlag(page, FLAG_EXECUTABLE | FLAG_FREEZED);
    memory.setFlag(3, FLAG_DIRTY | FLAG_FREEZED);
    expect([0, 2, 3, 63, 64].map((page) => memory.isExecutable(page))).toEqual([false, true, false, true, false]);
  });

  test("flags are added and removed bit by bit; unknown bits are kept", () => {
    const memory = new Memory(M);
    memory.setFlag(3, 0xf0);
    memory.setFlag(3n, 6);
    memory.clearFlag(3, 0x14);
    expect(memory.fetchFlag(3n)).toBe(0xe2);
  });

  test("a permission that changes is seen by the next store, and dirt by the next look", () => {
    const memory = new Memory(M);
    memory.store8(0x1000n, 1);
    memory.setFlag(1, FLAG_EXECUTABLE);
    expect(faultOf(() => memory.store8(0x1000n, 2))).toEqual(onPage(1));
    memory.clearFlag(1, FLAG_EXECUTABLE | FLAG_DIRTY);
    expect(memory.fetchFlag(1)).toBe(0);
    memory.store8(0x1000n, 3);
    expect([memory.fetchFlag(1), memory.load8(0x1000n)]).toEqual([FLAG_DIRTY, 3]);
  });
});

describe("bytes", () => {
  const pattern = Uint8Array.from({ length: 5120 }, (_, k) => (k * 7 + 1) & 255);

  test.each([0n, 2n, 6144n, BigInt(M - 5120)])("written at %i are read back", (address) => {
    const memory = new Memory(M);
    memory.storeBytes(address, pattern);
    expect(memory.loadBytes(address, pattern.length)).toEqual(pattern);
  });

  test("are in little-endian order at every offset and width", () => {
    for (const at of [0x1000n, 0x1ff9n, 0x1ffbn, 0x1ffdn, 0x1ffen, 0x1fffn]) {
      const memory = new Memory(M);
      memory.store64(at, 0xf8f7_f6f5_84f3_82f1n);
      expect([...memory.loadBytes(at, 8)]).toEqual([0xf1, 0x82, 0xf3, 0x84, 0xf5, 0xf6, 0xf7, 0xf8]);
      expect(memory.load8(at)).toBe(0xf1);
      expect(memory.load16(at)).toBe(0x82f1);
      expect(memory.load32(at)).toBe(0x84f382f1);
      expect(memory.load64(at)).toBe(0xf8f7_f6f5_84f3_82f1n);
      memory.store32(at, 0x81020304);
      memory.store16(at + 4n, 0x1_abcd);
      memory.store8(at + 6n, 0x1ff);
      expect([...memory.loadBytes(at, 8)]).toEqual([4, 3, 2, 0x81, 0xcd, 0xab, 0xff, 0xf8]);
    }
  });

  test.each([0x1ff0n, 0x1fffn])("that are filled over the end of a page at %i leave those around them", (address) => {
    const memory = new Memory(M);
    memory.storeBytes(0x1000n, pattern);
    memory.fillBytes(address, 0x20, 0xee);
    const at = Number(address) - 0x1000;
    expect(memory.loadBytes(0x1000n, pattern.length)).toEqual(
      pattern.map((byte, k) => (k >= at && k < at + 0x20 ? 0xee : byte)),
    );
  });

  test("are those of the storage that was put under a page", () => {
    class Planted extends Memory {
      constructor(bytes: Uint8Array) {
        super(M);
        this.replacePage(2, new DataView(bytes.buffer));
      }
    }
    const bytes = new Uint8Array(4096).fill(7);
    const memory = new Planted(bytes);
    expect([...memory.loadBytes(0x1fffn, 2), memory.load8(0x2fffn), memory.load8(0x3000n)]).toEqual([0, 7, 7, 0]);
    expect([flagsOf(memory), memory.isUntouched(2)]).toEqual([[], false]);
    memory.store8(0x2001n, 9);
    expect(bytes.subarray(0, 3)).toEqual(Uint8Array.of(7, 9, 7));
  });

  test("never written read as zero, and reading does not make a page", () => {
    const memory = new Memory(M);
    expect(memory.load64(0x2000n)).toBe(0n);
    expect(memory.loadBytes(0x2fffn, 0x1002).every((byte) => byte === 0)).toBe(true);
    expect([memory.isUntouched(2), memory.isUntouched(3)]).toEqual([true, true]);
    memory.store8(0x2000n, 0);
    expect([memory.isUntouched(2), memory.isUntouched(3)]).toEqual([false, true]);
  });

  test("handed out are copies", () => {
    const memory = new Memory(M);
    memory.loadBytes(0n, 16).fill(1);
    memory.flags().fill(1);
    expect([memory.load64(0n), memory.fetchFlag(0)]).toEqual([0n, 0]);
  });

  test("of one memory are not seen in another", () => {
    const [one, other] = [new Memory(M), new Memory(M)];
    one.fillBytes(0n, M, 0xff);
    expect(other.load64(0n)).toBe(0n);
    expect(new Memory(M).load64(0n)).toBe(0n);
  });
});

test("reset zeroes bytes and flags and ends the reservation; the size stays", () => {
  const memory = new Memory(M);
  memory.fillBytes(0n, M, 0xff);
  memory.setFlag(5, 0xff);
  memory.reservation = 8n;
  memory.reset();
  expect([memory.size, memory.pageCount, flagsOf(memory), memory.reservation]).toEqual([M, 64, [], TOP - 1n]);
  expect(memory.loadBytes(0n, M).every((byte) => byte === 0)).toBe(true);
});

describe("sizes", () => {
  test.each([4096, 8192, M, MEMORY_SIZE_MAX])("%i is a size, and its end is exact", (size) => {
    const memory = new Memory(size);
    memory.store8(BigInt(size - 1), 9);
    expect([memory.pageCount, memory.load8(BigInt(size - 1))]).toEqual([size / 4096, 9]);
    expect(faultOf(() => memory.load16(BigInt(size - 1)))).toEqual(outOfBound(size + 1));
    expect(faultOf(() => memory.load8(BigInt(size)))).toEqual(outOfBound(size));
    expect(faultOf(() => memory.store64(BigInt(size - 7), 1n))).toEqual(outOfBound(size + 1));
    for (const store of ["store8", "store16", "store32"] as const) {
      expect(faultOf(() => memory[store](TOP - 1n, 1))).toEqual(outOfBound(TOP - 1n));
    }
  });

  test.each([0, -4096, 1, 4095, 4097, 2048.5, MEMORY_SIZE_MAX + 4096, NaN, Infinity])("%d is refused", (size) => {
    expect(() => new Memory(size)).toThrow(RangeError);
    expect(() => new Memory(size)).toThrow("memory size must be a multiple of 4096 from 4096 to 2147483648");
  });
});
