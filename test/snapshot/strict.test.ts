// What the seed lets pass (reference/ckb-vm/snapshot.md 6.2 and 8), and what a strict context refuses of it.
import { describe, expect, test } from "vitest";
import type { Machine } from "../../src/machine/index.ts";
import {
  MemoryDataSource,
  Snapshot2Context,
  SourceDigests,
  type ContextOptions,
  type DataSource,
  type LoadedData,
  type Snapshot2,
} from "../../src/snapshot/index.ts";
import { dirtyPages, faultOf, makeExecutable, newMachine, PIECE, sourceRuns, stateOf } from "./machines.ts";

const ID = 1n;
const PAGE = 4096;
const AT = 0x5000n;
const SIZE_AT = 0x10_0000n;

/** A source whose answers the test decides: `answers[k]` to load k, the last one to all that follow. */
class Scripted implements DataSource<bigint> {
  loads = 0;
  readonly #answers: readonly ((offset: bigint, length: bigint) => LoadedData | undefined)[];

  constructor(...answers: readonly ((offset: bigint, length: bigint) => LoadedData | undefined)[]) {
    this.#answers = answers;
  }

  loadData(_: bigint, offset: bigint, length: bigint): LoadedData | undefined {
    return this.#answers[Math.min(this.loads++, this.#answers.length - 1)](offset, length);
  }
}

const honest = (offset: bigint, length: bigint): LoadedData => ({
  data: PIECE.subarray(Number(offset), Number(offset + length)),
  fullLength: BigInt(PIECE.length) - offset,
});
const shorterBy =
  (bytes: number) =>
  (offset: bigint, length: bigint): LoadedData => {
    const answer = honest(offset, length);
    return { ...answer, data: answer.data.subarray(0, answer.data.length - bytes) };
  };
const longerBy =
  (bytes: number) =>
  (offset: bigint, length: bigint): LoadedData =>
    honest(offset, length + BigInt(bytes));
const changed = (offset: bigint, length: bigint): LoadedData => {
  const answer = honest(offset, length);
  const data = answer.data.slice();
  data[PAGE + 7] ^= 1;
  return { ...answer, data };
};

function contextOf(source: DataSource<bigint>, options: ContextOptions<bigint> = {}): Snapshot2Context<bigint> {
  return new Snapshot2Context(source, undefined, options);
}

/** A snapshot of a machine with two pages from the piece at offset 16. */
function taken(): Snapshot2<bigint> {
  const machine = newMachine();
  const context = contextOf(new Scripted(honest));
  context.storeBytes(machine, AT, ID, 16n, BigInt(2 * PAGE), SIZE_AT);
  return context.makeSnapshot(machine);
}

/** What resuming with a source comes to: the fault, and the bytes of the three pages from `AT` on. */
function resumed(
  source: DataSource<bigint>,
  options: ContextOptions<bigint> = {},
): { fault: unknown; bytes: Uint8Array; machine: Machine; context: Snapshot2Context<bigint> } {
  const machine = newMachine();
  const context = contextOf(source, options);
  const fault = faultOf(() => context.resume(machine, taken()));
  return { fault, bytes: machine.memory.loadBytes(AT, 3 * PAGE), machine, context };
}

/** `count` bytes of the piece from offset 16 on, filled up with zeroes to three pages. */
function expectedBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(3 * PAGE);
  bytes.set(PIECE.subarray(16, 16 + count));
  return bytes;
}

function external(text: string): unknown {
  return { name: "External", text: `data piece 1 at offset 16: ${text}` };
}

describe("resuming", () => {
  test.each([
    ["a page less", shorterBy(PAGE), PAGE, [[AT, ID, 16n, 0x1000n]], "8192 bytes wanted, 4096 given"],
    ["nothing", shorterBy(2 * PAGE), 0, [], "8192 bytes wanted, 0 given"],
    ["a page more", longerBy(PAGE), 3 * PAGE, [[AT, ID, 16n, 0x3000n]], "8192 bytes wanted, 12288 given"],
  ] as const)("%s passes, restores just that, and is refused if strict", (_, answer, count, runs, text) => {
    const { fault, bytes, machine, context } = resumed(new Scripted(answer));
    expect(fault).toBeUndefined();
    expect(bytes).toEqual(expectedBytes(count));
    expect(sourceRuns(context.makeSnapshot(machine))).toEqual(runs);
    const strict = resumed(new Scripted(answer), { strict: {} });
    expect(strict.fault).toEqual(external(text));
    expect(strict.bytes).toEqual(expectedBytes(0));
    expect(strict.context.pages.size).toBe(0);
  });

  test("part of a page less is an unaligned access, and refused with its lengths if strict", () => {
    const answer = shorterBy(1);
    expect(resumed(new Scripted(answer)).fault).toEqual({
      name: "MemPageUnalignedAccess",
      address: AT + BigInt(2 * PAGE - 1),
    });
    expect(resumed(new Scripted(answer), { strict: {} }).fault).toEqual(external("8192 bytes wanted, 8191 given"));
  });

  test("an entry of length 0 takes all there is, and is refused if strict", () => {
    const snapshot = { ...taken(), pagesFromSource: [{ address: AT, flag: 0, id: ID, offset: 0n, length: 0n }] };
    const source = new MemoryDataSource(new Map([[ID, PIECE]]));
    const machine = newMachine();
    contextOf(source).resume(machine, snapshot);
    expect(machine.memory.loadBytes(AT, PIECE.length)).toEqual(PIECE);
    const fault = faultOf(() => contextOf(source, { strict: {} }).resume(newMachine(), snapshot));
    expect(fault).toEqual({ name: "External", text: "data piece 1 at offset 0: no bytes wanted" });
  });

  test("changed bytes pass, and are refused where their digest is known", () => {
    const { fault, bytes } = resumed(new Scripted(changed));
    expect(fault).toBeUndefined();
    const wrong = expectedBytes(2 * PAGE);
    wrong[PAGE + 7] ^= 1;
    expect(bytes).toEqual(wrong);
    // Lengths alone cannot tell.
    expect(resumed(new Scripted(changed), { strict: {} }).fault).toBeUndefined();

    const digests = new SourceDigests<bigint>();
    expect(resumed(new Scripted(honest), { strict: { digests } }).fault).toBeUndefined();
    expect(digests.size).toBe(2);
    const strict = resumed(new Scripted(changed), { strict: { digests } });
    // The second page of the entry is the one that changed.
    const text = "the page is not what it was when it was tracked";
    expect(strict.fault).toEqual({ name: "External", text: `data piece 1 at offset ${16 + PAGE}: ${text}` });
    expect(strict.bytes).toEqual(expectedBytes(0));
    expect(resumed(new Scripted(honest), { strict: { digests } }).bytes).toEqual(expectedBytes(2 * PAGE));
    expect(digests.size).toBe(2);
  });

  test("an absent piece is the same fault in both", () => {
    for (const options of [{}, { strict: {} }]) {
      const { fault, context } = resumed(new Scripted(() => undefined), options);
      expect(fault).toEqual({ name: "SnapshotDataLoadError" });
      expect(context.pages.size).toBe(0);
    }
  });
});

describe("a source that answers differently the second time", () => {
  const store = (context: Snapshot2Context<bigint>, machine: Machine, at: bigint): unknown =>
    faultOf(() => context.storeBytes(machine, at, ID, 16n, BigInt(2 * PAGE), SIZE_AT));

  test("gives two machines two memories, and each snapshot the answer of its own resume", () => {
    const source = new Scripted(honest, changed);
    const [first, second] = [resumed(source), resumed(source)];
    expect(first.bytes).not.toEqual(second.bytes);
    expect(source.loads).toBe(2);
    // By reference both are the same: nothing in a snapshot can tell them apart.
    expect(first.context.makeSnapshot(first.machine)).toEqual(second.context.makeSnapshot(second.machine));
  });

  test("is refused by one strict context before anything is stored", () => {
    const machine = newMachine();
    const context = contextOf(new Scripted(honest, changed), { strict: { digests: new SourceDigests() } });
    expect(store(context, machine, AT)).toBeUndefined();
    const before = stateOf(machine);
    expect(store(context, machine, AT + 0x10000n)).toMatchObject({ name: "External" });
    expect(stateOf(machine)).toEqual(before);
    expect([...context.pages.keys()]).toEqual([5, 6]);
  });

  test("is refused by the context that took the snapshot, when it resumes it", () => {
    const machine = newMachine();
    const context = contextOf(new Scripted(honest, changed), { strict: { digests: new SourceDigests() } });
    expect(store(context, machine, AT)).toBeUndefined();
    const snapshot = context.makeSnapshot(machine);
    expect(faultOf(() => context.resume(newMachine(), snapshot))).toMatchObject({ name: "External" });
    expect(faultOf(() => contextOf(new Scripted(changed)).resume(newMachine(), snapshot))).toBeUndefined();
  });

  test("one that is absent the second time leaves what was done before", () => {
    const source = new Scripted(honest, () => undefined);
    const snapshot = taken();
    const [run] = snapshot.pagesFromSource;
    const twice = { ...snapshot, pagesFromSource: [run, { ...run, address: 0x9000n }] };
    const machine = newMachine();
    const context = contextOf(source);
    expect(faultOf(() => context.resume(machine, twice))).toEqual({ name: "SnapshotDataLoadError" });
    expect(machine.memory.loadBytes(AT, 3 * PAGE)).toEqual(expectedBytes(2 * PAGE));
    expect(machine.memory.loadBytes(0x9000n, PAGE)).toEqual(new Uint8Array(PAGE));
    expect([...context.pages.keys()]).toEqual([5, 6]);
    expect(machine.reservation).toBe(2n ** 64n - 1n);
  });
});

test("a slow source is asked once for each entry, and changes nothing but the time", () => {
  const slow = new Scripted((offset, length) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return honest(offset, length);
  });
  const late = resumed(slow, { strict: { digests: new SourceDigests() } });
  const prompt = resumed(new Scripted(honest));
  expect(slow.loads).toBe(1);
  expect(stateOf(late.machine)).toEqual(stateOf(prompt.machine));
  late.context.makeSnapshot(late.machine);
  expect(slow.loads).toBe(1);
});

describe("storing", () => {
  test("the end of a piece may cut what was asked for; what is cut elsewhere is refused before anything is stored", () => {
    const machine = newMachine();
    const source = new MemoryDataSource(new Map([[ID, PIECE]]));
    const strict = contextOf(source, { strict: {} });
    expect(strict.storeBytes(machine, AT, ID, 0xf000n, 0x3000n, SIZE_AT).written).toBe(0x1000n);
    expect(strict.storeBytes(machine, AT, ID, 0n, 0n, SIZE_AT).written).toBe(0x10000n);
    const before = stateOf(machine);
    for (const [answer, given] of [[shorterBy(1), 8191] as const, [longerBy(1), 8193] as const]) {
      const context = contextOf(new Scripted(answer), { strict: {} });
      const fault = faultOf(() => context.storeBytes(machine, AT, ID, 16n, 8192n, SIZE_AT));
      expect(fault).toEqual(external(`8192 bytes wanted, ${given} given`));
      expect(stateOf(machine)).toEqual(before);
      // The seed's rules: what comes is what is stored.
      const loose = contextOf(new Scripted(answer));
      expect(loose.storeBytes(newMachine(), AT, ID, 16n, 8192n, SIZE_AT).written).toBe(BigInt(given));
    }
  });

  test("two ids for the same bytes are two pieces, also to digests", () => {
    const digests = new SourceDigests<bigint>();
    const source = new MemoryDataSource(new Map([[1n, PIECE], [2n, PIECE]])); // prettier-ignore
    const machine = newMachine();
    const context = contextOf(source, { strict: { digests } });
    context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, SIZE_AT);
    context.storeBytes(machine, 0x6000n, 2n, 0x1000n, 0x1000n, SIZE_AT);
    expect(digests.size).toBe(2);
    expect(sourceRuns(context.makeSnapshot(machine))).toEqual([
      [0x5000n, 1n, 0n, 0x1000n],
      [0x6000n, 2n, 0x1000n, 0x1000n],
    ]);
  });
});

describe("digests", () => {
  const twoPieces = new MemoryDataSource(new Map([[1n, PIECE], [2n, PIECE.slice(1)]])); // prettier-ignore

  test("are of one piece each, also where the offsets are the same", () => {
    const context = contextOf(twoPieces, { strict: { digests: new SourceDigests() } });
    const machine = newMachine();
    context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, SIZE_AT);
    expect(faultOf(() => context.storeBytes(machine, 0x6000n, 2n, 0n, 0x1000n, SIZE_AT))).toBeUndefined();
  });

  test("are only of pages that were tracked, and loading adds none", () => {
    const digests = new SourceDigests<bigint>();
    const context = contextOf(twoPieces, { strict: { digests } });
    context.storeBytes(newMachine(), 0x5001n, 1n, 0n, 0x1000n, SIZE_AT);
    expect(digests.size).toBe(0);
    context.storeBytes(newMachine(), 0x5000n, 1n, 0n, 0x1800n, SIZE_AT);
    expect(digests.size).toBe(1);
    context.storeBytes(newMachine(), 0x5000n, 1n, 0x1000n, 0x800n, SIZE_AT);
    expect(digests.size).toBe(1);
  });

  test("are not of pages that were given and could not be stored", () => {
    const digests = new SourceDigests<bigint>();
    const context = contextOf(twoPieces, { strict: { digests } });
    const machine = newMachine();
    makeExecutable(machine, 5);
    expect(faultOf(() => context.storeBytes(machine, 0x5000n, 1n, 0n, 0x1000n, SIZE_AT))).toEqual({
      name: "MemWriteOnExecutablePage",
      page: 5n,
    });
    expect(digests.size).toBe(0);
  });

  test("look at whole pages only: the end of a piece may be asked for in part", () => {
    const context = contextOf(twoPieces, { strict: { digests: new SourceDigests() } });
    context.storeBytes(newMachine(), 0x5000n, 1n, 0n, 0x2000n, SIZE_AT);
    expect(faultOf(() => context.storeBytes(newMachine(), 0x5000n, 1n, 0n, 0x1800n, SIZE_AT))).toBeUndefined();
  });

  test("are of the pages where they lie in memory, behind the first bytes of an address inside a page", () => {
    // The answer that differs does so in byte 0x1007: which page of memory has that byte depends on the address.
    for (const [at, page] of [
      [0x5001n, 0xfffn],
      [0x5ffen, 0x1002n],
      [0x5000n, 0x1000n],
    ]) {
      // prettier-ignore
      const context = contextOf(new Scripted(honest, changed), { strict: { digests: new SourceDigests() } });
      context.storeBytes(newMachine(), at, ID, 16n, 0x3000n, SIZE_AT);
      const machine = newMachine();
      const fault = faultOf(() => context.storeBytes(machine, at, ID, 16n, 0x3000n, SIZE_AT));
      expect(fault).toMatchObject({ name: "External", text: expect.stringContaining(`at offset ${16n + page}:`) });
      expect(stateOf(machine)).toEqual(stateOf(newMachine()));
    }
  });
});

describe("tracking memory that is not what the piece holds (snapshot.md 8.1)", () => {
  /** A machine whose page 6 was written after the piece was put there, and tracked all the same. */
  function overwritten(options: ContextOptions<bigint>): { machine: Machine; context: Snapshot2Context<bigint> } {
    const machine = newMachine();
    const context = contextOf(new Scripted(honest), options);
    machine.memory.storeBytes(AT, PIECE.subarray(16, 16 + 2 * PAGE));
    machine.memory.store8(0x6010n, 0xee);
    context.trackPages(machine, AT, BigInt(2 * PAGE), ID, 16n);
    return { machine, context };
  }

  test("loses the write without a word, and is refused on resuming where digests were taken", () => {
    const loose = overwritten({});
    const snapshot = loose.context.makeSnapshot(loose.machine);
    expect(dirtyPages(snapshot)).toEqual([]);
    const machine = newMachine();
    contextOf(new Scripted(honest)).resume(machine, snapshot);
    expect(machine.memory.load8(0x6010n)).toBe(PIECE[16 + PAGE + 16]);

    const digests = new SourceDigests<bigint>();
    const strict = overwritten({ strict: { digests } });
    const fault = faultOf(() =>
      contextOf(new Scripted(honest), { strict: { digests } }).resume(
        newMachine(),
        strict.context.makeSnapshot(strict.machine),
      ),
    );
    expect(fault).toMatchObject({ name: "External", text: expect.stringContaining(`offset ${16 + PAGE}:`) });
  });
});

test("a strict context without bad answers behaves as any other, pages beyond memory included", () => {
  for (const at of [AT, 0x5001n, 0x3f_f000n]) {
    const [machine, other] = [newMachine(), newMachine()];
    const loose = contextOf(new Scripted(honest));
    const strict = contextOf(new Scripted(honest), { strict: { digests: new SourceDigests() } });
    const call = (context: Snapshot2Context<bigint>, m: Machine): unknown =>
      faultOf(() => context.storeBytes(m, at, ID, 3n, 0x2000n, SIZE_AT));
    expect(call(strict, machine)).toEqual(call(loose, other));
    const track = (context: Snapshot2Context<bigint>, m: Machine): unknown =>
      faultOf(() => context.trackPages(m, 0x3f_f000n, 0x2000n, 7n, 0n));
    expect(track(strict, machine)).toEqual({ name: "MemOutOfBound", address: 0x40_0000n, kind: "Memory" });
    expect(track(loose, other)).toEqual({ name: "MemOutOfBound", address: 0x40_0000n, kind: "Memory" });
    expect(stateOf(machine)).toEqual(stateOf(other));
    expect(strict.makeSnapshot(machine)).toEqual(loose.makeSnapshot(other));
  }
});
