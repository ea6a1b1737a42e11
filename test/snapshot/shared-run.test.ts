import { expect, test } from "vitest";
import { Memory } from "../../src/machine/index.ts";
import { storageOf } from "../../src/snapshot/shared-run.ts";
import { compareSnapshots, Snapshot2Context, MemoryDataSource } from "../../src/snapshot/index.ts";
import { faultOf, newContext, newMachine, stateOf } from "./machines.ts";

// A snapshot whose pages nobody has copied yet behaves as one that holds copies (reference/ckb-vm/snapshot.md 11).

function dirtied(): ReturnType<typeof newMachine> {
  const machine = newMachine();
  for (const [address, value] of [
    [0x5000n, 1n],
    [0x6000n, 2n],
    [0x9000n, 3n],
  ]) {
    machine.memory.store64(address, value);
  }
  return machine;
}

test("content is that of the moment at which the snapshot was made, whenever it is asked for", () => {
  const machine = dirtied();
  const snapshot = newContext().makeSnapshot(machine);
  machine.memory.store64(0x5000n, 77n);
  machine.memory.store64(0x9000n, 77n);
  const firstBytes = snapshot.dirtyPages.map(({ address, content }) => [
    address,
    content.length,
    content[0],
    content[0x1000],
  ]);
  expect(firstBytes).toEqual([
    [0x5000n, 0x2000, 1, 2],
    [0x9000n, 0x1000, 3, undefined],
  ]);
});

test("content that was changed is what is resumed", () => {
  const snapshot = newContext().makeSnapshot(dirtied());
  snapshot.dirtyPages[0].content[0x1000] = 99;
  const machine = newMachine();
  newContext().resume(machine, snapshot);
  expect([0x5000n, 0x6000n, 0x9000n].map((address) => machine.memory.load64(address))).toEqual([1n, 99n, 3n]);
});

test("a resume copies no page, and leaves the snapshot as it was", () => {
  const giver = dirtied();
  const snapshot = newContext().makeSnapshot(giver);
  for (const taker of [newMachine(), newMachine()]) {
    newContext().resume(taker, snapshot);
    expect(taker.memory.firstUnshared(giver.memory, 0)).toBe(1024);
    expect(snapshot.dirtyPages.map((run) => storageOf(run)?.length)).toEqual([2, 1]);
  }
});

test("content that is changed after a resume changes no machine, nor does a machine change it", () => {
  const giver = dirtied();
  const snapshot = newContext().makeSnapshot(giver);
  const [taker, later] = [newMachine(), newMachine()];
  newContext().resume(taker, snapshot);
  taker.memory.store64(0x6000n, 55n);
  const { content } = snapshot.dirtyPages[0];
  expect(content[0x1000]).toBe(2);
  content[0] = 99;
  newContext().resume(later, snapshot);
  const words = [giver, taker, later].map(({ memory }) => [memory.load64(0x5000n), memory.load64(0x6000n)]);
  expect(words).toEqual([
    [1n, 2n],
    [1n, 55n],
    [99n, 2n],
  ]);
});

test("a machine that is resumed is the same whether content was asked for before or not", () => {
  const resumed = [false, true].map((ask) => {
    const snapshot = newContext().makeSnapshot(dirtied());
    expect(snapshot.dirtyPages.every((run) => storageOf(run) !== undefined)).toBe(true);
    if (ask) expect(snapshot.dirtyPages.map(({ content }) => content.length)).toEqual([0x2000, 0x1000]);
    expect(snapshot.dirtyPages.some((run) => storageOf(run) !== undefined)).toBe(!ask);
    const machine = newMachine();
    newContext().resume(machine, snapshot);
    return stateOf(machine);
  });
  expect(resumed[1]).toEqual(resumed[0]);
});

test("a copy of a run has the content, and a run is written like any other", () => {
  const [run] = newContext().makeSnapshot(dirtied()).dirtyPages;
  expect({ ...run }).toEqual({ address: 0x5000n, flag: 4, content: run.content });
  expect(structuredClone(run).content[0x1000]).toBe(2);
});

test("a memory that stores otherwise is given bytes to store", () => {
  class Memorable extends Memory {
    readonly stored: bigint[] = [];
    override storeBytes(address: bigint, data: Uint8Array): void {
      this.stored.push(address);
      super.storeBytes(address, data);
    }
  }
  const snapshot = newContext().makeSnapshot(dirtied());
  const machine = newMachine();
  const memory = new Memorable(machine.memory.size);
  newContext().resume(Object.defineProperty(machine, "memory", { value: memory }), snapshot);
  expect(memory.stored).toEqual([0x5000n, 0x9000n]);
});

test("content that is put in the place of what was there is what is resumed", () => {
  const snapshot = newContext().makeSnapshot(dirtied());
  const other = new Uint8Array(0x2000).fill(9);
  (snapshot.dirtyPages[0] as { content: Uint8Array }).content = other;
  const machine = newMachine();
  newContext().resume(machine, snapshot);
  expect(machine.memory.load8(0x6fffn)).toBe(9);
  expect(snapshot.dirtyPages[0].content).toBe(other);
});

test("a context that stores runs otherwise is asked for those as well", () => {
  class Counting extends Snapshot2Context<bigint> {
    readonly stored: [address: bigint, flag: number, length: number][] = [];
    protected override storeRun(...[machine, address, flag, data]: Parameters<Snapshot2Context<bigint>["storeRun"]>) {
      this.stored.push([address, flag, data.length]);
      super.storeRun(machine, address, flag, data);
    }
  }
  const context = new Counting(new MemoryDataSource(new Map()));
  context.resume(newMachine(), newContext().makeSnapshot(dirtied()));
  expect(context.stored).toEqual([
    [0x5000n, 4, 0x2000],
    [0x9000n, 4, 0x1000],
  ]);
});

test.each([
  ["begin behind the end of a smaller memory", 0x5000, 0x5000n],
  ["reach over it", 0x6000, 0x7000n],
  ["begin far behind it", 0x1000, 0x5000n],
])("pages that %s are refused as stores of bytes are", (_, size, address) => {
  const outcomes = [false, true].map((ask) => {
    const snapshot = newContext().makeSnapshot(dirtied());
    if (ask) expect(snapshot.dirtyPages[0].content.length).toBe(0x2000);
    const machine = newMachine(size);
    return [faultOf(() => newContext().resume(machine, snapshot)), stateOf(machine)];
  });
  // memory.md: an access that begins outside names its address, one that only ends there the address behind it.
  expect(outcomes[0][0]).toEqual({ name: "MemOutOfBound", address, kind: "Memory" });
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test("two snapshots with the same bytes are equal without a copy of them", () => {
  const [a, b] = [dirtied(), dirtied()].map((machine) => newContext().makeSnapshot(machine));
  expect(compareSnapshots(a, b)).toBeUndefined();
  expect([...a.dirtyPages, ...b.dirtyPages].map((run) => storageOf(run)?.length)).toEqual([2, 1, 2, 1]);
});

test.each([
  ["first", 0x5000n, "dirty_pages[0].content[0]"],
  ["last", 0x6fffn, "dirty_pages[0].content[8191]"],
  ["last of the last run", 0x9fffn, "dirty_pages[1].content[4095]"],
])("the %s byte is compared, asked for before or not", (_, address, field) => {
  for (const asked of [[], [0], [1], [0, 1]]) {
    const other = dirtied();
    other.memory.store8(address, 99);
    const snapshots = [dirtied(), other].map((machine) => newContext().makeSnapshot(machine));
    for (const side of asked) for (const { content } of snapshots[side].dirtyPages) expect(content).toBeDefined();
    expect(compareSnapshots(snapshots[0], snapshots[1])).toMatchObject({ field, actual: "99" });
  }
});

test("a run of more pages is not that of fewer", () => {
  const longer = dirtied();
  longer.memory.store8(0xa000n, 0);
  const [a, b] = [dirtied(), longer].map((machine) => newContext().makeSnapshot(machine));
  expect(compareSnapshots(a, b)).toEqual({ field: "dirty_pages[1].content.length", expected: "4096", actual: "8192" });
});

test("nothing can stand in the place of content, so that what is read is what is resumed", () => {
  const [run] = newContext().makeSnapshot(dirtied()).dirtyPages;
  const other = new Uint8Array(0x2000);
  expect(() => Object.defineProperty(run, "content", { value: other })).toThrow(TypeError);
  expect(() => Reflect.deleteProperty(run, "content")).not.toThrow();
  expect([Object.keys(run), run.content[0x1000]]).toEqual([["address", "flag", "content"], 2]);
});

test.each([undefined, null, 7, "text", [1, 2], new DataView(new ArrayBuffer(8)), new ArrayBuffer(8)])(
  "content that is no bytes is refused: %s",
  (content) => {
    const [run] = newContext().makeSnapshot(dirtied()).dirtyPages;
    expect(() => Object.assign(run, { content })).toThrow(/must be a Uint8Array, not/);
    expect(run.content[0x1000]).toBe(2);
  },
);

test("a frozen run keeps its content", () => {
  const [run] = newContext().makeSnapshot(dirtied()).dirtyPages;
  Object.freeze(run);
  expect(() => Object.assign(run, { content: new Uint8Array(0x2000) })).toThrow("frozen");
  expect([storageOf(run)?.length, run.content[0x1000]]).toEqual([2, 2]);
});

test("what is no run of a snapshot has no content", () => {
  const [run] = newContext().makeSnapshot(dirtied()).dirtyPages;
  const child: typeof run = Object.create(run);
  expect(() => child.content).toThrow("no run");
  expect(() => Object.assign(child, { content: new Uint8Array(1) })).toThrow("no run");
});
