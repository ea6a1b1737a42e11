import { expect, test } from "vitest";
import { compareSnapshots, sameEncoded, snapshotsEqual, tuple, u64, type Snapshot2 } from "../../src/snapshot/index.ts";

const source = { address: 0x5000n, flag: 1, id: 7n, offset: 0n, length: 0x1000n };
const dirty = { address: 0x9000n, flag: 4, content: Uint8Array.of(1, 2, 3) };
const SNAPSHOT: Snapshot2<bigint> = {
  pagesFromSource: [source],
  dirtyPages: [dirty],
  version: 2,
  registers: new BigUint64Array(32),
  pc: 0n,
  cycles: 0n,
  maxCycles: 0n,
  loadReservationAddress: 0n,
};

test("equal snapshots have no difference", () => {
  expect(compareSnapshots(SNAPSHOT, structuredClone(SNAPSHOT))).toBeUndefined();
  expect(snapshotsEqual(SNAPSHOT, structuredClone(SNAPSHOT))).toBe(true);
});

const CHANGES: readonly [string, string, string, Partial<Snapshot2<bigint>>][] = [
  ["pages_from_source[0].address", "20480", "24576", { pagesFromSource: [{ ...source, address: 0x6000n }] }],
  ["pages_from_source[0].flag", "1", "0", { pagesFromSource: [{ ...source, flag: 0 }] }],
  ["pages_from_source[0].id", "7", "8", { pagesFromSource: [{ ...source, id: 8n }] }],
  ["pages_from_source[0].offset", "0", "1", { pagesFromSource: [{ ...source, offset: 1n }] }],
  ["pages_from_source[0].length", "4096", "8192", { pagesFromSource: [{ ...source, length: 0x2000n }] }],
  ["pages_from_source.length", "1", "0", { pagesFromSource: [] }],
  ["pages_from_source.length", "1", "2", { pagesFromSource: [source, source] }],
  ["dirty_pages[0].address", "36864", "0", { dirtyPages: [{ ...dirty, address: 0n }] }],
  ["dirty_pages[0].flag", "4", "6", { dirtyPages: [{ ...dirty, flag: 6 }] }],
  ["dirty_pages[0].content[1]", "2", "9", { dirtyPages: [{ ...dirty, content: Uint8Array.of(1, 9, 3) }] }],
  ["dirty_pages[0].content.length", "3", "4", { dirtyPages: [{ ...dirty, content: Uint8Array.of(1, 2, 3, 4) }] }],
  ["dirty_pages.length", "1", "0", { dirtyPages: [] }],
  ["version", "2", "1", { version: 1 }],
  ["registers[31]", "0", "1", { registers: new BigUint64Array(32).fill(1n, 31) }],
  ["registers.length", "32", "31", { registers: new BigUint64Array(31) }],
  ["pc", "0", "1", { pc: 1n }],
  ["cycles", "0", "1", { cycles: 1n }],
  ["max_cycles", "0", "1", { maxCycles: 1n }],
  ["load_reservation_address", "0", "1", { loadReservationAddress: 1n }],
];

test.for(CHANGES)("%s is named: %s, not %s", ([field, expected, actual, change]) => {
  expect(compareSnapshots(SNAPSHOT, { ...SNAPSHOT, ...change })).toEqual({ field, expected, actual });
});

test("the first of several differences is named", () => {
  expect(compareSnapshots(SNAPSHOT, { ...SNAPSHOT, pc: 1n, dirtyPages: [] })?.field).toBe("dirty_pages.length");
});

test("ids that are objects are compared as the caller says", () => {
  const id = { high: 1n, low: 2n };
  const [a, b] = [id, { ...id }].map((own) => ({ ...SNAPSHOT, pagesFromSource: [{ ...source, id: own }] }));
  expect(snapshotsEqual(a, b)).toBe(false);
  expect(snapshotsEqual(a, b, sameEncoded(tuple<typeof id>({ high: u64, low: u64 })))).toBe(true);
});
