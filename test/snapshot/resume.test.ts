// Expected values: reference/ckb-vm/snapshot.md 6 and 10; orders as measured on the real VM (0.24.12), payloads D-line.
import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/machine/index.ts";
import { Snapshot2Context, type Snapshot2 } from "../../src/snapshot/index.ts";
import { dirtyPages, faultOf, makeExecutable, MISSING, newContext, newMachine, PIECE, stateOf } from "./machines.ts";

const NONE = 2n ** 64n - 1n;

/** A snapshot that is complete but for what a test gives. */
function snapshotWith(parts: Partial<Snapshot2<bigint>>): Snapshot2<bigint> {
  return {
    pagesFromSource: [],
    dirtyPages: [],
    version: 2,
    registers: BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r) + 100n),
    pc: 0x10000n,
    cycles: 77n,
    maxCycles: 1000n,
    loadReservationAddress: 0x123n,
    ...parts,
  };
}

const sourcePage = { address: 0x5000n, flag: 0, id: 1n, offset: 0n, length: 0x1000n };
const dirtyPage = { address: 0x9000n, flag: 4, content: PIECE.slice(0, 0x1000) };

describe("another version", () => {
  test("is refused, and nothing is changed", () => {
    const [machine, context] = [newMachine(), newContext()];
    context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x100000n);
    const before = [stateOf(machine), [...context.pages]];
    expect(faultOf(() => context.resume(machine, snapshotWith({ version: 1 })))).toEqual({ name: "InvalidVersion" });
    expect([stateOf(machine), [...context.pages]]).toEqual(before);
  });
});

describe("an entry that fails", () => {
  interface Failure {
    readonly what: string;
    readonly parts: Partial<Snapshot2<bigint>>;
    readonly fault: Fault;
    /** Tracked and dirty pages afterwards. */
    readonly tracked: readonly number[];
    readonly dirty: readonly number[];
  }
  const FAILURES: readonly Failure[] = [
    {
      what: "source page at an unaligned address, before its data is asked for",
      parts: {
        pagesFromSource: [sourcePage, { ...sourcePage, address: 0x7001n, id: MISSING }],
        dirtyPages: [dirtyPage],
      },
      fault: { name: "MemPageUnalignedAccess", address: 0x7001n },
      tracked: [5],
      dirty: [],
    },
    {
      what: "source page without data",
      parts: { pagesFromSource: [sourcePage, { ...sourcePage, address: 0x7000n, id: MISSING }] },
      fault: { name: "SnapshotDataLoadError" },
      tracked: [5],
      dirty: [],
    },
    {
      what: "source page whose data is no whole page",
      parts: { pagesFromSource: [sourcePage, { ...sourcePage, address: 0x7000n, length: 0x1001n }] },
      fault: { name: "MemPageUnalignedAccess", address: 0x8001n },
      tracked: [5],
      dirty: [],
    },
    {
      what: "source page with a bad length at the top, whose reported end wraps",
      parts: { pagesFromSource: [{ ...sourcePage, address: 2n ** 64n - 0x1000n, length: 0x1001n }] },
      fault: { name: "MemPageUnalignedAccess", address: 1n },
      tracked: [],
      dirty: [],
    },
    {
      what: "source page beyond memory",
      parts: { pagesFromSource: [sourcePage, { ...sourcePage, address: 0x400000n }] },
      fault: { name: "MemOutOfBound", address: 0x400000n, kind: "Memory" },
      tracked: [5],
      dirty: [],
    },
    {
      what: "source pages across the end of memory: none is stored",
      parts: { pagesFromSource: [{ ...sourcePage, address: 0x3ff000n, length: 0x3000n }] },
      fault: { name: "MemOutOfBound", address: 0x402000n, kind: "Memory" },
      tracked: [],
      dirty: [],
    },
    {
      what: "source page over an executable one of the same snapshot",
      parts: { pagesFromSource: [{ ...sourcePage, flag: 2 }, sourcePage] },
      fault: { name: "MemWriteOnExecutablePage", page: 5n },
      tracked: [5],
      dirty: [],
    },
    {
      what: "dirty page at an unaligned address with a bad length: the address is reported",
      parts: {
        pagesFromSource: [sourcePage],
        dirtyPages: [{ ...dirtyPage, address: 0x9010n, content: PIECE.slice(0, 5) }],
      },
      fault: { name: "MemPageUnalignedAccess", address: 0x9010n },
      tracked: [5],
      dirty: [],
    },
    {
      what: "dirty page with a bad length",
      parts: {
        pagesFromSource: [sourcePage],
        dirtyPages: [dirtyPage, { ...dirtyPage, address: 0xa000n, content: PIECE.slice(0, 0x1fff) }],
      },
      fault: { name: "MemPageUnalignedAccess", address: 0xbfffn },
      tracked: [5],
      dirty: [9],
    },
    {
      what: "dirty page beyond memory",
      parts: { pagesFromSource: [sourcePage], dirtyPages: [dirtyPage, { ...dirtyPage, address: 0x1_0000_0000_0000n }] },
      fault: { name: "MemOutOfBound", address: 0x1_0000_0000_0000n, kind: "Memory" },
      tracked: [5],
      dirty: [9],
    },
    {
      what: "dirty page over an executable source page",
      parts: {
        pagesFromSource: [{ ...sourcePage, flag: 3 }],
        dirtyPages: [dirtyPage, { ...dirtyPage, address: 0x5000n }],
      },
      fault: { name: "MemWriteOnExecutablePage", page: 5n },
      tracked: [5],
      dirty: [9],
    },
  ];

  test.for(FAILURES)("$what: all before it is done, the reservation is not", ({ parts, fault, tracked, dirty }) => {
    const [machine, context] = [newMachine(), newContext()];
    context.storeBytes(machine, 0x20000n, 1n, 0n, 0x1000n, 0x20000n);
    machine.memory.reservation = 0x777n;
    const snapshot = snapshotWith(parts);
    expect(faultOf(() => context.resume(machine, snapshot))).toEqual(fault);
    expect([...machine.registers]).toEqual([...snapshot.registers]);
    expect([machine.pc, machine.cycles, machine.maxCycles]).toEqual([0x10000n, 77n, 1000n]);
    expect(machine.memory.reservation).toBe(0x777n);
    expect([...context.pages.keys()]).toEqual(tracked);
    expect(dirtyPages(context.makeSnapshot(machine))).toEqual(dirty);
  });
});

describe("what resume does not check", () => {
  test("x0 is restored like the others, cycles beyond their limit too", () => {
    const machine = newMachine();
    newContext().resume(machine, snapshotWith({ cycles: 5n, maxCycles: 1n }));
    expect([machine.registers[0], machine.cycles, machine.maxCycles]).toEqual([100n, 5n, 1n]);
    expect(machine.memory.reservation).toBe(0x123n);
  });

  test("fewer pages from the source than the entry says, or none, are accepted", () => {
    const [machine, context] = [newMachine(), newContext()];
    const pagesFromSource = [
      { ...sourcePage, offset: 0xf000n, length: 0x3000n },
      { ...sourcePage, address: 2n ** 64n - 0x1000n, offset: 0x10000n },
    ];
    context.resume(machine, snapshotWith({ pagesFromSource }));
    expect([...context.pages]).toEqual([[5, { id: 1n, offset: 0xf000n, flag: 0 }]]);
  });

  test("length 0 is what the source makes of it", () => {
    const [machine, context] = [newMachine(), newContext()];
    context.resume(machine, snapshotWith({ pagesFromSource: [{ ...sourcePage, offset: 0xe000n, length: 0n }] }));
    expect([...context.pages.keys()]).toEqual([5, 6]);
  });

  test("a dirty entry of no bytes restores nothing, wherever it is", () => {
    const machine = newMachine();
    const dirtyPages = [{ address: 2n ** 64n - 0x1000n, flag: 255, content: new Uint8Array(0) }];
    newContext().resume(machine, snapshotWith({ dirtyPages }));
    expect(machine.memory.flags().some(Boolean)).toBe(false);
  });

  test("a page that is not executable may be restored twice and is dirty then", () => {
    const [machine, context] = [newMachine(), newContext()];
    context.resume(
      machine,
      snapshotWith({ pagesFromSource: [sourcePage], dirtyPages: [{ ...dirtyPage, address: 0x5000n }] }),
    );
    expect(machine.memory.fetchFlag(5)).toBe(4);
    expect(context.pages.size).toBe(1);
    expect(context.makeSnapshot(machine).pagesFromSource).toEqual([]);
  });
});

describe("flags after resume", () => {
  test("DIRTY is never left on source pages, and always set on dirty ones", () => {
    const [machine, context] = [newMachine(), newContext()];
    const source = { ...sourcePage, flag: 0xff & ~2 };
    context.resume(machine, snapshotWith({ pagesFromSource: [source], dirtyPages: [{ ...dirtyPage, flag: 0x83 }] }));
    expect([5, 9].map((page) => machine.memory.fetchFlag(page))).toEqual([0xf9, 0x87]);
    expect(context.pages.get(5)?.flag).toBe(0xf9);
  });

  test("a used machine keeps what is not named; flags are added", () => {
    const [machine, context] = [newMachine(), newContext()];
    machine.memory.store8(0x30000n, 7);
    machine.memory.setFlag(9, 1);
    context.resume(machine, snapshotWith({ dirtyPages: [dirtyPage] }));
    expect([9, 0x30].map((page) => machine.memory.fetchFlag(page))).toEqual([5, 4]);
    expect(machine.memory.load8(0x30000n)).toBe(7);
    makeExecutable(machine, 9);
    expect(faultOf(() => context.resume(machine, snapshotWith({ dirtyPages: [dirtyPage] })))).toEqual({
      name: "MemWriteOnExecutablePage",
      page: 9n,
    });
  });

  test("the context starts anew", () => {
    const [machine, context] = [newMachine(), newContext()];
    context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
    context.resume(machine, snapshotWith({}));
    expect(context.pages.size).toBe(0);
  });
});

describe("nothing is shared", () => {
  test("between machine and snapshot", () => {
    const [machine, context] = [newMachine(), newContext()];
    machine.memory.store8(0x9000n, 1);
    const snapshot = context.makeSnapshot(machine);
    machine.memory.store8(0x9000n, 2);
    machine.setRegister(5, 5n);
    expect([snapshot.dirtyPages[0].content[0], snapshot.registers[5]]).toEqual([1, 0n]);

    const other = newMachine();
    newContext().resume(other, snapshot);
    snapshot.dirtyPages[0].content[0] = 3;
    snapshot.registers[5] = 9n;
    expect([other.memory.load8(0x9000n), other.registers[5]]).toEqual([1, 0n]);
  });

  test("between source and machine", () => {
    const piece = PIECE.slice();
    const context = new Snapshot2Context<bigint>({ loadData: () => ({ data: piece, fullLength: 0n }) });
    const machine = newMachine();
    context.resume(machine, snapshotWith({ pagesFromSource: [sourcePage] }));
    piece.fill(0xaa);
    expect(machine.memory.loadBytes(0x5000n, 0x1000)).toEqual(PIECE.slice(0, 0x1000));
    machine.memory.store8(0x5000n, 1);
    expect(piece[0]).toBe(0xaa);
  });
});

describe("untrackPages beyond memory keeps the seed's order", () => {
  test("a range over 4 MiB changes nothing", () => {
    const [machine, context] = [newMachine(), newContext()];
    const fault = faultOf(() => context.untrackPages(machine, 0x3ff000n, 0x1001n));
    expect(fault).toEqual({ name: "MemOutOfBound", address: 0x400001n, kind: "Memory" });
    expect(machine.memory.fetchFlag(0x3ff)).toBe(0);
  });

  test("a range that wraps changes nothing", () => {
    const [machine, context] = [newMachine(), newContext()];
    const fault = faultOf(() => context.untrackPages(machine, 2n ** 64n - 8n, 16n));
    expect(fault).toEqual({ name: "MemOutOfBound", address: 2n ** 64n - 8n, kind: "Memory" });
    expect(machine.memory.flags().some(Boolean)).toBe(false);
  });

  test("in a smaller memory, pages before its end are done", () => {
    const [machine, context] = [newMachine(0x10000), newContext()];
    context.storeBytes(machine, 0xe000n, 1n, 0n, 0x2000n, 0x1000n);
    const fault = faultOf(() => context.untrackPages(machine, 0xefffn, 0x3000n));
    expect(fault).toEqual({ name: "MemOutOfBound", address: 0x10000n, kind: "Memory" });
    expect([0xe, 0xf].map((page) => machine.memory.fetchFlag(page))).toEqual([4, 4]);
    expect(context.pages.size).toBe(0);
  });

  test("length 0 is nothing, anywhere", () => {
    const machine = newMachine();
    newContext().untrackPages(machine, NONE, 0n);
    expect(machine.memory.flags().some(Boolean)).toBe(false);
  });
});
