// What looks wrong and is so on purpose: each number is one of reference/ckb-vm/snapshot.md 8, measured on the real VM.
import { expect, test } from "vitest";
import { FLAG_DIRTY, initializeStack, initPages, type LoadingAction } from "../../src/machine/index.ts";
import { dirtyPages, faultOf, newContext, newMachine, PIECE, sourceRuns, stateOf } from "./machines.ts";

const TOP = 2n ** 64n;

function action(address: bigint, size: bigint, start: bigint, end: bigint): LoadingAction {
  return { address, size, flags: 0, source: { start, end }, offsetFromAddress: 0n };
}

test("1a: markProgram takes a page for clean that a later segment overwrote", () => {
  const [machine, context] = [newMachine(), newContext()];
  initPages(machine.memory, 0x10000n, 0x2000n, 0, PIECE.subarray(0, 0x2000));
  initPages(machine.memory, 0x11000n, 0x1000n, 0, PIECE.subarray(0x3000, 0x3010));
  const actions = [action(0x10000n, 0x2000n, 0n, 0x2000n), action(0x11000n, 0x1000n, 0x3000n, 0x3010n)];
  context.markProgram(machine, { actions, entry: 0n }, 1n, 0n);
  const snapshot = context.makeSnapshot(machine);
  expect(sourceRuns(snapshot)).toEqual([[0x10000n, 1n, 0n, 0x2000n]]);
  const resumed = newMachine();
  newContext().resume(resumed, snapshot);
  expect(machine.memory.load8(0x11020n)).toBe(0);
  expect(resumed.memory.load8(0x11020n)).toBe(PIECE[0x1020]);
});

test("1b: a host's write before markProgram is lost", () => {
  const [machine, context] = [newMachine(), newContext()];
  initPages(machine.memory, 0x10000n, 0x1000n, 0, PIECE.subarray(0, 0x1000));
  machine.memory.store8(0x10000n, 0x55);
  context.markProgram(machine, { actions: [action(0x10000n, 0x1000n, 0n, 0x1000n)], entry: 0n }, 1n, 0n);
  const resumed = newMachine();
  newContext().resume(resumed, context.makeSnapshot(machine));
  expect(resumed.memory.load8(0x10000n)).toBe(PIECE[0]);
});

test("1c: so are arguments on a stack inside a segment", () => {
  const [machine, context] = [newMachine(), newContext()];
  initPages(machine.memory, 0x3ff000n, 0x1000n, 0, PIECE.subarray(0, 0x1000));
  initializeStack(machine, [new TextEncoder().encode("argument")], 0x300000n, 0x100000n);
  context.markProgram(machine, { actions: [action(0x3ff000n, 0x1000n, 0n, 0x1000n)], entry: 0n }, 1n, 0n);
  const resumed = newMachine();
  newContext().resume(resumed, context.makeSnapshot(machine));
  expect(machine.memory.loadBytes(0x3ff000n, 0x1000)).not.toEqual(PIECE.slice(0, 0x1000));
  expect(resumed.memory.loadBytes(0x3ff000n, 0x1000)).toEqual(PIECE.slice(0, 0x1000));
});

test("2: reset does not empty the context, so old content comes back", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
  machine.reset(10n);
  const snapshot = context.makeSnapshot(machine);
  expect(sourceRuns(snapshot)).toEqual([[0x5000n, 1n, 0n, 0x1000n]]);
  const resumed = newMachine();
  newContext().resume(resumed, snapshot);
  expect([machine, resumed].map(({ memory }) => memory.load8(0x5001n))).toEqual([0, 1]);
});

test("3: trackPages does not look at content", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.store8(0x5000n, 0x55);
  context.trackPages(machine, 0x5000n, 0x1000n, 1n, 0x7n);
  const snapshot = context.makeSnapshot(machine);
  expect(sourceRuns(snapshot)).toEqual([[0x5000n, 1n, 7n, 0x1000n]]);
  expect(dirtyPages(snapshot)).toEqual([]);
});

test("3: a dirty bit cleared by hand loses the page", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.store8(0x5000n, 0x55);
  machine.memory.clearFlag(5, FLAG_DIRTY);
  expect(dirtyPages(context.makeSnapshot(machine))).toEqual([]);
});

test("4: a store that fails leaves its pages dirty and untracked: harmless", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.setFlag(6, 2);
  expect(faultOf(() => context.storeBytes(machine, 0x5000n, 1n, 0n, 0x2000n, 0x100000n))).toMatchObject({ page: 6n });
  const resumed = newMachine();
  newContext().resume(resumed, context.makeSnapshot(machine));
  expect(stateOf(resumed)).toEqual(stateOf(machine));
});

test("5: a stale entry is masked by the dirty bit alone", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
  machine.memory.store8(0x5000n, 0x55);
  expect(sourceRuns(context.makeSnapshot(machine))).toEqual([]);
  machine.memory.clearFlag(5, FLAG_DIRTY);
  expect(sourceRuns(context.makeSnapshot(machine))).toEqual([[0x5000n, 1n, 0n, 0x1000n]]);
});

test("6: rounding up wraps to page 0", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.trackPages(machine, TOP - 8n, 7n, 1n, 0n);
  expect(context.pages.size).toBe(0);
  context.trackPages(machine, TOP - 8n, 0x1008n, 1n, 0x10n);
  expect([...context.pages]).toEqual([[0, { id: 1n, offset: 0x18n, flag: 0 }]]);
});

test("7: source offsets wrap, and neighbours whose offsets wrap are joined", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.trackPages(machine, 0x5000n, 0x2000n, 1n, TOP - 0x1000n);
  expect(sourceRuns(context.makeSnapshot(machine))).toEqual([[0x5000n, 1n, TOP - 0x1000n, 0x2000n]]);
  const program = {
    actions: [{ ...action(TOP - 0x1000n, 0x3000n, 8n, 0x3008n), offsetFromAddress: 0x1000n }],
    entry: 0n,
  };
  context.markProgram(machine, program, 2n, TOP - 4n);
  expect(context.pages.get(0)).toEqual({ id: 2n, offset: 4n, flag: 0 });
});

test("7: an action smaller than its lead covers all of its file bytes", () => {
  const [machine, context] = [newMachine(), newContext()];
  const program = { actions: [{ ...action(0x5000n, 0x1000n, 0n, 0x3000n), offsetFromAddress: 0x2000n }], entry: 0n };
  context.markProgram(machine, program, 1n, 0n);
  expect([...context.pages.keys()]).toEqual([7, 8, 9]);
});

test("9: frozen pages are stored and restored like others", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.setFlag(5, 1);
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
  expect(context.makeSnapshot(machine).pagesFromSource).toEqual([
    { address: 0x5000n, flag: 1, id: 1n, offset: 0n, length: 0x1000n },
  ]);
});

test("10: flags left by an init that met a frozen page are in no snapshot", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.setFlag(7, 1);
  expect(faultOf(() => initPages(machine.memory, 0x5000n, 0x3000n, 3))).toEqual({
    name: "MemWriteOnFreezedPage",
    page: 7n,
  });
  expect(machine.memory.fetchFlag(5)).toBe(3);
  const snapshot = context.makeSnapshot(machine);
  expect([snapshot.pagesFromSource, snapshot.dirtyPages]).toEqual([[], []]);
});

test("11: cycles beyond their limit are restored as they are", () => {
  const [machine, context] = [newMachine(), newContext()];
  machine.memory.store32(0n, 0x13);
  machine.memory.setFlag(0, 2);
  machine.maxCycles = 10n;
  machine.addCyclesNoChecking(50n);
  const resumed = newMachine();
  newContext().resume(resumed, context.makeSnapshot(machine));
  expect([resumed.cycles, resumed.maxCycles]).toEqual([50n, 10n]);
  expect(resumed.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
});

test("the flag of a source page is the one it had when it was tracked", () => {
  const [machine, context] = [newMachine(), newContext()];
  context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, 0x5000n);
  machine.memory.setFlag(5, 1);
  expect(context.makeSnapshot(machine).pagesFromSource[0].flag).toBe(0);
});

test("a tracked page that another machine lacks is out of bound", () => {
  const context = newContext();
  context.trackPages(newMachine(), 0x20000n, 0x1000n, 1n, 0n);
  expect(faultOf(() => context.makeSnapshot(newMachine(0x10000)))).toEqual({
    name: "MemOutOfBound",
    address: 0x20000n,
    kind: "Memory",
  });
});
