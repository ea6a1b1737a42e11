// Expected values: the slicing rule of CKB's node, reference/ckb-vm/snapshot.md 2 and 9.
import { expect, test } from "vitest";
import { MemoryDataSource, Snapshot2Context } from "../../src/snapshot/index.ts";
import { newMachine, PIECE } from "./machines.ts";

const MAX = 2n ** 64n - 1n;
const source = new MemoryDataSource(new Map([["piece", Uint8Array.of(10, 11, 12, 13)]]));

test.for<[bigint, bigint, number[], bigint]>([
  [0n, 2n, [10, 11], 4n],
  [0n, 0n, [10, 11, 12, 13], 4n],
  [1n, 0n, [11, 12, 13], 3n],
  [1n, 2n, [11, 12], 3n],
  [3n, 5n, [13], 1n],
  [4n, 1n, [], 0n],
  [4n, 0n, [], 0n],
  [MAX, 1n, [], 0n],
  [0n, MAX, [10, 11, 12, 13], 4n],
  [2n, MAX, [12, 13], 2n],
])("offset %d, length %d", ([offset, length, bytes, fullLength]) => {
  expect(source.loadData("piece", offset, length)).toEqual({ data: Uint8Array.from(bytes), fullLength });
});

test("an unknown id gives nothing", () => {
  expect(source.loadData("other", 0n, 0n)).toBeUndefined();
});

test("ids that are objects are found by their key, and runs joined by their equality", () => {
  interface Id {
    readonly index: number;
  }
  const pieces = new MemoryDataSource<Id>(new Map([[{ index: 3 }, PIECE]]), ({ index }) => String(index));
  const context = new Snapshot2Context<Id>(pieces, (a, b) => a.index === b.index);
  const machine = newMachine();
  context.storeBytes(machine, 0x5000n, { index: 3 }, 0n, 0x1000n, 0x100000n);
  context.storeBytes(machine, 0x6000n, { index: 3 }, 0x1000n, 0x1000n, 0x100000n);
  expect(context.makeSnapshot(machine).pagesFromSource).toEqual([
    { address: 0x5000n, flag: 0, id: { index: 3 }, offset: 0n, length: 0x2000n },
  ]);
});
