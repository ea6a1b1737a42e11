import { describe, expect, test } from "vitest";
import { FLAG_DIRTY, FLAG_EXECUTABLE, FLAG_FREEZED, Memory } from "../../src/machine/index.ts";
import { faultOf, onPage, outOfBound } from "./program.ts";

// Pages that go from one memory to another without being copied: each must behave as if it had a copy of its own.

const SIZE = 0x10000;
const AT = 0x3000n;
const PAGE = 3;

function withBytes(): Memory {
  const memory = new Memory(SIZE);
  memory.store32(AT, 0x11223344);
  return memory;
}

function wordIn(page: DataView): number {
  return page.getUint32(0, true);
}

/** Every way in which bytes of a page change. */
const CHANGES: readonly [name: string, change: (memory: Memory) => void][] = [
  ["store8", (memory) => memory.store8(AT, 0x55)],
  ["store16", (memory) => memory.store16(AT, 0x5555)],
  ["store32", (memory) => memory.store32(AT, 0x55555555)],
  ["store64", (memory) => memory.store64(AT, 0x55n)],
  ["a store over its first bytes from the page before", (memory) => memory.store64(AT - 4n, 2n ** 64n - 1n)],
  ["storeBytes", (memory) => memory.storeBytes(AT, Uint8Array.of(0x55))],
  ["fillBytes", (memory) => memory.fillBytes(AT, 4, 0x55)],
  ["overwritePage", (memory) => memory.overwritePage(PAGE, Uint8Array.of(0x55), 0)],
  ["overwritePage with zeroes", (memory) => memory.overwritePage(PAGE, new Uint8Array(0), 0)],
  ["reset", (memory) => memory.reset()],
];

describe.each(CHANGES)("%s", (_name, change) => {
  test("after sharing changes the memory and not what was shared", () => {
    const memory = withBytes();
    const shared = memory.sharePage(PAGE);
    change(memory);
    expect([wordIn(shared), memory.load32(AT) === 0x11223344]).toEqual([0x11223344, false]);
  });

  test("after adopting changes the one memory and neither the other nor a third", () => {
    const [giver, taker, third] = [withBytes(), new Memory(SIZE), new Memory(SIZE)];
    const pages = [giver.sharePage(PAGE)];
    taker.adoptPages(0x3000, pages);
    third.adoptPages(0x3000, pages);
    change(taker);
    expect([giver.load32(AT), third.load32(AT), taker.load32(AT) === 0x11223344]).toEqual([
      0x11223344,
      0x11223344,
      false,
    ]);
  });

  test("is the same as in a memory that shared nothing", () => {
    const [sharing, alone] = [withBytes(), withBytes()];
    sharing.sharePage(PAGE);
    for (const memory of [sharing, alone]) change(memory);
    expect(sharing.loadBytes(0n, SIZE)).toEqual(alone.loadBytes(0n, SIZE));
    expect(sharing.flags()).toEqual(alone.flags());
  });
});

test("flags that change between sharing and a store do not make the page its own", () => {
  const memory = withBytes();
  const shared = memory.sharePage(PAGE);
  memory.setFlag(PAGE, FLAG_FREEZED);
  memory.clearFlag(PAGE, FLAG_DIRTY);
  memory.store8(AT, 0x55);
  expect([wordIn(shared), memory.load8(AT), memory.fetchFlag(PAGE)]).toEqual([
    0x11223344,
    0x55,
    FLAG_DIRTY | FLAG_FREEZED,
  ]);
});

test.each<[name: string, change: (memory: Memory) => void]>([
  ["at once", () => {}],
  ["after its flags have changed", (memory) => memory.setFlag(PAGE, FLAG_FREEZED)],
])("storage that is put under a shared page is written %s, and what was shared is not", (_, change) => {
  class Planted extends Memory {
    plant(bytes: DataView): void {
      this.replacePage(PAGE, bytes);
    }
  }
  const memory = new Planted(SIZE);
  memory.store32(AT, 0x11223344);
  const shared = memory.sharePage(PAGE);
  const planted = new DataView(new ArrayBuffer(4096));
  memory.plant(planted);
  change(memory);
  memory.store8(AT, 0x55);
  expect([wordIn(shared), wordIn(planted), memory.load32(AT)]).toEqual([0x11223344, 0x55, 0x55]);
});

test("a page that was shared twice is copied once more after each sharing", () => {
  const memory = withBytes();
  const first = memory.sharePage(PAGE);
  memory.store8(AT, 0x55);
  const second = memory.sharePage(PAGE);
  memory.store8(AT, 0x66);
  expect([wordIn(first), wordIn(second), memory.load32(AT)]).toEqual([0x11223344, 0x11223355, 0x11223366]);
});

test("a page nobody wrote stays so, in the giver and in the taker", () => {
  const [giver, taker] = [new Memory(SIZE), new Memory(SIZE)];
  taker.adoptPages(0x3000, [giver.sharePage(PAGE)]);
  expect([giver.isUntouched(PAGE), taker.isUntouched(PAGE)]).toEqual([true, true]);
  taker.store8(AT, 1);
  expect([giver.load8(AT), taker.load8(AT), taker.isUntouched(PAGE)]).toEqual([0, 1, false]);
});

test("adopted pages are stored: dirty, and what was there is gone", () => {
  const [giver, taker] = [withBytes(), new Memory(SIZE)];
  taker.store32(AT + 8n, 7);
  taker.store32(AT + 0x1008n, 7);
  taker.adoptPages(0x3000, [giver.sharePage(PAGE), giver.sharePage(PAGE + 1)]);
  expect([taker.load32(AT), taker.load32(AT + 8n), taker.load32(AT + 0x1008n)]).toEqual([0x11223344, 0, 0]);
  expect([...taker.flags().subarray(2, 6)]).toEqual([0, FLAG_DIRTY, FLAG_DIRTY, 0]);
});

test("pages that cannot be stored are not adopted, and nothing is changed", () => {
  const page = withBytes().sharePage(PAGE);
  const memory = new Memory(SIZE);
  memory.setFlag(PAGE + 1, FLAG_EXECUTABLE);
  const before = memory.flags();
  expect(faultOf(() => memory.adoptPages(0x3000, [page, page]))).toEqual(onPage(PAGE + 1));
  expect(faultOf(() => memory.adoptPages(SIZE - 4096, [page, page]))).toEqual(outOfBound(SIZE + 4096));
  expect([memory.flags(), memory.load32(AT)]).toEqual([before, 0]);
  const free = new Memory(SIZE, false);
  free.setFlag(PAGE, FLAG_EXECUTABLE);
  free.adoptPages(0x3000, [page]);
  expect([free.load32(AT), free.fetchFlag(PAGE)]).toEqual([0x11223344, FLAG_DIRTY | FLAG_EXECUTABLE]);
});

test("pages with other storage are found behind those with the same, wherever they are", () => {
  const [a, b] = [new Memory(SIZE), new Memory(SIZE)];
  const pages = SIZE / 4096;
  expect(a.firstUnshared(b, 0)).toBe(pages);
  for (const page of [0, 7, pages - 1]) {
    // The same byte on both sides: storage of their own all the same.
    for (const memory of [a, b]) memory.store8(BigInt(page * 4096), 1);
    expect([a.firstUnshared(b, page), b.firstUnshared(a, page), a.firstUnshared(b, page + 1)]).toEqual([
      page,
      page,
      pages,
    ]);
  }
  expect([a.firstUnshared(b, 0), a.firstUnshared(b, 1), a.firstUnshared(b, 8)]).toEqual([0, 7, pages - 1]);
  b.adoptPages(0x7000, [a.sharePage(7)]);
  expect(a.firstUnshared(b, 1)).toBe(pages - 1);
  b.store8(0x7000n, 1);
  expect(a.firstUnshared(b, 1)).toBe(7);
});

test("nothing is known of a memory of another kind", () => {
  class Other extends Memory {}
  const memory = new Memory(SIZE);
  expect([memory.firstUnshared(new Other(SIZE), 3), new Other(SIZE).firstUnshared(memory, 3)]).toEqual([3, 3]);
  expect(memory.firstUnshared({ pageCount: 16, isUntouched: () => true }, 3)).toBe(3);
});

test("what is written over the view of a page that nobody wrote is written nowhere", () => {
  const [one, other] = [new Memory(SIZE), new Memory(SIZE)];
  one.pageView(PAGE).fill(7);
  expect([one.load8(AT), other.load8(AT), one.isUntouched(PAGE), other.pageView(PAGE)[0]]).toEqual([0, 0, true, 0]);
});
