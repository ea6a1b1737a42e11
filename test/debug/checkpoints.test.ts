import { expect, test } from "vitest";
import type { Checkpoint } from "../../src/debug/checkpoint.ts";
import { Checkpoints } from "../../src/debug/checkpoints.ts";

/** A checkpoint at so many cycles, with this page. */
function at(cycles: number, page = new Uint8Array(4096)): Checkpoint {
  const snapshot = {
    pagesFromSource: [],
    dirtyPages: [],
    version: 2,
    registers: new BigUint64Array(32),
    pc: 0n,
    cycles: BigInt(cycles),
    maxCycles: 0n,
    loadReservationAddress: 0n,
  };
  return {
    moment: { leg: 0, cycles: BigInt(cycles), ended: false },
    snapshot,
    lost: [],
    printedBytes: 0,
    pauseRequested: false,
    cache: undefined,
    legStart: 0n,
    handedOver: undefined,
    pages: new Map([[1, page]]),
  };
}
const moment = (cycles: number) => ({ leg: 0, cycles: BigInt(cycles), ended: false });

test("the last one at a moment, and the last one before it", () => {
  const kept = new Checkpoints();
  for (const cycles of [0, 20, 10]) kept.add(at(cycles));
  expect(kept.at(moment(20))?.moment.cycles).toBe(20n);
  expect(kept.at(moment(19))?.moment.cycles).toBe(10n);
  expect(kept.before(moment(20))?.moment.cycles).toBe(10n);
  expect(kept.before(moment(25))?.moment.cycles).toBe(20n);
  expect(kept.before(moment(0))).toBeUndefined();
});

test("however many are added, few are kept, the first one among them, and spread over all", () => {
  const kept = new Checkpoints();
  const END = 100_000_000;
  for (let cycles = 0; cycles < END; cycles += Number(kept.intervalAfter(at(0), 1))) kept.add(at(cycles));
  expect(kept.count).toBeLessThanOrEqual(256);
  expect(kept.count).toBeGreaterThan(100);
  const all = kept.all.map(({ moment: { cycles } }) => Number(cycles));
  expect(all[0]).toBe(0);
  const distances = all.slice(1).map((cycles, k) => cycles - all[k]);
  expect(Math.max(...distances)).toBeLessThanOrEqual(END / 50);
});

test("distances double when there are too many", () => {
  const kept = new Checkpoints();
  const before = kept.intervalAfter(at(0), 1);
  for (let k = 0; k <= 256; k++) kept.add(at(k));
  expect(kept.intervalAfter(at(0), 1)).toBe(2n * before);
});

test("near ones are dropped oldest first, and never push out others", () => {
  const kept = new Checkpoints();
  for (let k = 0; k < 10; k++) kept.add(at(1000 * k));
  for (let k = 0; k < 200; k++) kept.addNear(at(1000 * 5 + 1 + k));
  expect(kept.count).toBe(10 + 64);
  expect(kept.at(moment(5000 + 136))?.moment.cycles).toBe(5000n);
  expect(kept.at(moment(5000 + 137))?.moment.cycles).toBe(5137n);
  kept.addNear(at(1000));
  expect(kept.count).toBe(10 + 64);
});

test("bytes are bounded, and those that are shared count once", () => {
  const kept = new Checkpoints(10 * 4096);
  const shared = new Uint8Array(4096);
  for (let k = 0; k < 100; k++) kept.add(at(k, shared));
  expect(kept.bytes).toBe(4096);
  expect(kept.count).toBe(100);
  for (let k = 100; k < 200; k++) kept.add(at(k));
  expect(kept.bytes).toBeLessThanOrEqual(10 * 4096);
  expect(kept.all[0].moment.cycles).toBe(0n);
});
