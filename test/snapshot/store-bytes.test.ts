// Expected values: the table measured on the real VM, reference/ckb-vm/snapshot.md 9.
import { describe, expect, test } from "vitest";
import { initPages } from "../../src/machine/index.ts";
import { dirtyPages, faultOf, MISSING, newContext, newMachine, PIECE, sourceRuns } from "./machines.ts";

interface Row {
  readonly address: bigint;
  readonly offset: bigint;
  readonly length: bigint;
  readonly sizeAddress?: bigint;
  readonly result: readonly [bigint, bigint];
  readonly source: readonly (readonly [bigint, bigint, bigint])[];
  readonly dirty: readonly number[];
}

const ROWS: readonly Row[] = [
  {
    address: 0x5000n,
    offset: 0n,
    length: 0x3000n,
    result: [0x3000n, 0x10000n],
    source: [[0x5000n, 0n, 0x3000n]],
    dirty: [0x100],
  },
  {
    address: 0x5001n,
    offset: 0n,
    length: 0x3000n,
    result: [0x3000n, 0x10000n],
    source: [[0x6000n, 0xfffn, 0x2000n]],
    dirty: [5, 8, 0x100],
  },
  {
    address: 0x5800n,
    offset: 0x10n,
    length: 0x2800n,
    result: [0x2800n, 0xfff0n],
    source: [[0x6000n, 0x810n, 0x2000n]],
    dirty: [5, 0x100],
  },
  { address: 0x5000n, offset: 0n, length: 0xfffn, result: [0xfffn, 0x10000n], source: [], dirty: [5, 0x100] },
  {
    address: 0x5000n,
    offset: 0xf000n,
    length: 0x3000n,
    result: [0x1000n, 0x1000n],
    source: [[0x5000n, 0xf000n, 0x1000n]],
    dirty: [0x100],
  },
  { address: 0x5000n, offset: 0x20000n, length: 0x3000n, result: [0n, 0n], source: [], dirty: [0x100] },
  {
    address: 0x5000n,
    offset: 0n,
    length: 0n,
    result: [0x10000n, 0x10000n],
    source: [[0x5000n, 0n, 0x10000n]],
    dirty: [0x100],
  },
  {
    address: 0x5ff8n,
    offset: 4n,
    length: 0x1008n,
    result: [0x1008n, 0xfffcn],
    source: [[0x6000n, 0xcn, 0x1000n]],
    dirty: [5, 0x100],
  },
  {
    address: 0x5000n,
    offset: 0n,
    length: 0x1000n,
    sizeAddress: 0x5000n,
    result: [0x1000n, 0x10000n],
    source: [[0x5000n, 0n, 0x1000n]],
    dirty: [],
  },
];

test.for(ROWS)("storeBytes to $address, offset $offset, length $length", (row) => {
  const [machine, context] = [newMachine(), newContext()];
  const { address, offset, length, sizeAddress = 0x100000n } = row;
  const { written, fullLength } = context.storeBytes(machine, address, 1n, offset, length, sizeAddress);
  expect([written, fullLength]).toEqual(row.result);
  const snapshot = context.makeSnapshot(machine);
  expect(sourceRuns(snapshot)).toEqual(row.source.map(([at, from, size]) => [at, 1n, from, size]));
  expect(dirtyPages(snapshot)).toEqual(row.dirty);
  const start = Number(offset);
  expect(machine.memory.loadBytes(address, Number(written))).toEqual(PIECE.slice(start, start + Number(written)));
  if (sizeAddress !== address) expect(machine.memory.load64(sizeAddress)).toBe(fullLength);
});

test("the size is stored first: data over it wins", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
  expect(machine.memory.loadBytes(0x5000n, 8)).toEqual(PIECE.slice(0, 8));
});

test("the size page, tracked and outside the destination, becomes dirty and stays in the map", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x8000n, 1n, 0n, 0x1000n, 0x100000n);
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x8010n);
  expect(dirtyPages(context.makeSnapshot(machine))).toEqual([8, 0x100]);
  expect([...context.pages.keys()]).toEqual([8, 5]);
});

test("empty data changes only the size, wherever it would go", () => {
  const [machine, context] = [newMachine(), newContext()];
  expect(context.storeBytes(machine, 2n ** 64n - 1n, 1n, 0x20000n, 5n, 0x100000n)).toEqual({
    written: 0n,
    fullLength: 0n,
  });
  expect(dirtyPages(context.makeSnapshot(machine))).toEqual([0x100]);
});

describe("what fails", () => {
  const cases = [
    {
      what: "a missing piece",
      address: 0x5000n,
      id: MISSING,
      size: 0x100000n,
      fault: { name: "SnapshotDataLoadError" },
      dirty: [],
    },
    {
      what: "a size beyond memory",
      address: 0x5000n,
      id: 1n,
      size: 0x3ffffcn,
      fault: { name: "MemOutOfBound", address: 0x400004n, kind: "Memory" },
      dirty: [],
    },
    {
      what: "a destination beyond memory",
      address: 0x3ff000n,
      id: 1n,
      size: 0x100000n,
      fault: { name: "MemOutOfBound", address: 0x401000n, kind: "Memory" },
      dirty: [0x100],
    },
  ];
  test.for(cases)("$what leaves what was done before it", ({ address, id, size, fault, dirty }) => {
    const [machine, context] = [newMachine(), newContext()];
    expect(faultOf(() => context.storeBytes(machine, address, id, 0n, 0x2000n, size))).toEqual(fault);
    const snapshot = context.makeSnapshot(machine);
    expect([sourceRuns(snapshot), dirtyPages(snapshot)]).toEqual([[], dirty]);
  });

  test("an executable page leaves all pages of the destination dirty and untracked", () => {
    const [machine, context] = [newMachine(), newContext()];
    context.storeBytes(machine, 0x5000n, 1n, 0n, 0x3000n, 0x100000n);
    machine.memory.setFlag(6, 2);
    const fault = faultOf(() => context.storeBytes(machine, 0x5000n, 2n, 0x100n, 0x3000n, 0x100000n));
    expect(fault).toEqual({ name: "MemWriteOnExecutablePage", page: 6n });
    expect([5, 6, 7, 0x100].map((page) => machine.memory.fetchFlag(page))).toEqual([4, 6, 4, 4]);
    expect(machine.memory.loadBytes(0x5000n, 0x3000)).toEqual(PIECE.slice(0, 0x3000));
    const snapshot = context.makeSnapshot(machine);
    expect(context.pages.size).toBe(0);
    expect(snapshot.dirtyPages.map(({ address, flag, content }) => [address, flag, content.length])).toEqual([
      [0x5000n, 4, 0x1000],
      [0x6000n, 6, 0x1000],
      [0x7000n, 4, 0x1000],
      [0x100000n, 4, 0x1000],
    ]);
  });
});

test("neighbouring runs are joined where piece and offset go on", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x100000n);
  context.storeBytes(machine, 0x6000n, 1n, 0x1000n, 0x1000n, 0x100000n);
  context.storeBytes(machine, 0x7000n, 2n, 0x2000n, 0x1000n, 0x100000n);
  context.storeBytes(machine, 0x8000n, 2n, 0x2000n, 0x1000n, 0x100000n);
  const snapshot = context.makeSnapshot(machine);
  expect(sourceRuns(snapshot)).toEqual([
    [0x5000n, 1n, 0n, 0x2000n],
    [0x7000n, 2n, 0x2000n, 0x1000n],
    [0x8000n, 2n, 0x2000n, 0x1000n],
  ]);
  expect(dirtyPages(snapshot)).toEqual([0x100]);
});

test("a page written later is stored by content", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x3000n, 0x100000n);
  machine.memory.store8(0x6001n, 1);
  const written = context.makeSnapshot(machine);
  expect(sourceRuns(written)).toEqual([
    [0x5000n, 1n, 0n, 0x1000n],
    [0x7000n, 1n, 0x2000n, 0x1000n],
  ]);
  expect(dirtyPages(written)).toEqual([6, 0x100]);

  context.storeBytes(machine, 0x6800n, 1n, 0x100n, 0x1000n, 0x100000n);
  const again = context.makeSnapshot(machine);
  expect(sourceRuns(again)).toEqual([[0x5000n, 1n, 0n, 0x1000n]]);
  expect(again.dirtyPages.map(({ address, content }) => [address, content.length])).toEqual([
    [0x6000n, 0x2000],
    [0x100000n, 0x1000],
  ]);
});

test("markProgram tracks the pages that the file fills, and leaves the others dirty", () => {
  const [machine, context] = [newMachine(), newContext()];
  const code = { start: 0n, end: 0x2800n };
  const data = { start: 0x2810n, end: 0x4000n };
  initPages(machine.memory, 0x10000n, 0x3000n, 3, PIECE.subarray(0, 0x2800));
  initPages(machine.memory, 0x20000n, 0x3000n, 0, PIECE.subarray(0x2810, 0x4000), 0x10n);
  const actions = [
    { address: 0x10000n, size: 0x3000n, flags: 3, source: code, offsetFromAddress: 0n },
    { address: 0x20000n, size: 0x3000n, flags: 0, source: data, offsetFromAddress: 0x10n },
  ];
  context.markProgram(machine, { actions, entry: 0x10000n }, 1n, 0n);
  const snapshot = context.makeSnapshot(machine);
  expect(snapshot.pagesFromSource).toEqual([{ address: 0x10000n, flag: 3, id: 1n, offset: 0n, length: 0x2000n }]);
  expect(snapshot.dirtyPages.map(({ address, flag, content }) => [address, flag, content.length])).toEqual([
    [0x12000n, 7, 0x1000],
    [0x20000n, 4, 0x3000],
  ]);
});

// reference/ckb-vm/snapshot.md 5: a run goes on only where address and offset both go on.
test.each([
  ["whose pages are apart", 0x7000n, 0x1000n],
  ["whose offset is another", 0x6000n, 0x2000n],
  ["whose offset is the same", 0x6000n, 0n],
])("a second load %s is a run of its own", (_, address, offset) => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x10_0000n);
  context.storeBytes(machine, address, 1n, offset, 0x1000n, 0x10_0000n);
  expect(sourceRuns(context.makeSnapshot(machine))).toEqual([
    [0x5000n, 1n, 0n, 0x1000n],
    [address, 1n, offset, 0x1000n],
  ]);
});

describe("a memory of 8 MiB", () => {
  const SIZE = 8 * 1024 * 1024;

  test.for([0x50_0000n, 0x7f_f000n])("takes a page at %i, the last one included, and tracks it", (address) => {
    const [machine, context] = [newMachine(SIZE), newContext()];
    context.storeBytes(machine, address, 1n, 0n, 0x1000n, 0x10_0000n);
    expect(sourceRuns(context.makeSnapshot(machine))).toEqual([[address, 1n, 0n, 0x1000n]]);
  });

  test("has no page behind its end", () => {
    const [machine, context] = [newMachine(SIZE), newContext()];
    const fault = { name: "MemOutOfBound", address: 0x80_1000n, kind: "Memory" };
    expect(faultOf(() => context.storeBytes(machine, 0x7f_f000n, 1n, 0n, 0x2000n, 0x10_0000n))).toEqual(fault);
  });
});

// reference/ckb-vm/snapshot.md: what is tracked of a loaded segment is what the file gives of it, in whole pages.
describe("markProgram", () => {
  const marked = (size: bigint, offsetFromAddress: bigint, fileBytes: bigint): bigint[][] => {
    const [machine, context] = [newMachine(), newContext()];
    const source = { start: 0x1000n, end: 0x1000n + fileBytes };
    const action = { address: 0x1_0000n, size, flags: 0, source, offsetFromAddress };
    context.markProgram(machine, { actions: [action], entry: 0x1_0000n }, 1n, 0x100n);
    return sourceRuns(context.makeSnapshot(machine));
  };

  test("no more than the segment has room for, where the file has more", () => {
    expect(marked(0x1000n, 0n, 0x3000n)).toEqual([[0x1_0000n, 1n, 0x1100n, 0x1000n]]);
  });

  test("the room begins behind the bytes before the segment", () => {
    expect(marked(0x3000n, 0x1000n, 0x3000n)).toEqual([[0x1_1000n, 1n, 0x1100n, 0x2000n]]);
  });

  test("no more than the file has, where the segment has more room", () => {
    expect(marked(0x3000n, 0n, 0x1000n)).toEqual([[0x1_0000n, 1n, 0x1100n, 0x1000n]]);
  });
});
