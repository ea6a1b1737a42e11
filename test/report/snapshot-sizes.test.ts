import { expect, test } from "vitest";
import { Tally } from "../../src/campaign/index.ts";
import { bincodeBytes } from "../../src/laws/snapshot-size.ts";
import { perLawJson } from "../../src/report/gate-json.ts";
import { sizeLines, snapshotSizes } from "../../src/report/snapshot-sizes.ts";
import { BINCODE } from "../../src/snapshot/encodings.ts";
import type { WorldSnapshot } from "../../src/targets/index.ts";

function held(...snapshotBytes: readonly number[]): Parameters<Tally["add"]>[1] {
  return { kind: "held", evidence: { legs: 1, cuts: 0, comparisons: 1, retired: [], snapshotBytes } };
}

test("median and largest size are told of the laws that look at sizes, over all cases and workers", () => {
  const [tally, other] = [new Tally(), new Tally()];
  tally.add("minimal", held(400, 4421));
  other.add("minimal", held(400, 400, 1_000_000));
  other.add("relay", held());
  tally.merge(other);
  expect(sizeLines(tally)).toEqual(["5 snapshots in checks of law minimal: median 400 bytes, largest 1,000,000 bytes"]);
  const json = perLawJson(tally) as Record<string, { snapshotSizes?: object; snapshotBytes?: object }>;
  expect(json.minimal.snapshotSizes).toEqual({ snapshots: 5, medianBytes: 400, largestBytes: 1_000_000 });
  expect(json.minimal).not.toHaveProperty("snapshotBytes");
  expect(json.relay).not.toHaveProperty("snapshotSizes");
});

test.each<[sizes: readonly [number, number][], median: number]>([
  [[[9, 1]], 9],
  [
    [
      [20, 1],
      [10, 1],
    ],
    10,
  ], // the lower one of two
  [
    [
      [30, 2],
      [10, 1],
      [20, 2],
    ],
    20,
  ],
])("%j", (sizes, medianBytes) => {
  expect(snapshotSizes(new Map(sizes))).toMatchObject({ medianBytes });
});

test("the size is that of the snapshot in bincode", () => {
  const snapshot: WorldSnapshot = {
    version: 2,
    registers: new BigUint64Array(32),
    pc: 0n,
    cycles: 0n,
    maxCycles: 0n,
    loadReservationAddress: 0n,
    pagesFromSource: [],
    dirtyPages: [],
  };
  const source = { address: 0n, flag: 0, id: 1n, offset: 0n, length: 4096n };
  const page = { address: 8192n, flag: 4, content: new Uint8Array(8192) };
  for (const pagesFromSource of [[], [source, source]]) {
    for (const dirtyPages of [[], [page], [page, page, page]]) {
      const each = { ...snapshot, pagesFromSource, dirtyPages };
      expect(bincodeBytes(each)).toBe(BINCODE.encode(each).length);
    }
  }
});
