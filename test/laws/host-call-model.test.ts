import { describe, expect, test } from "vitest";
import { writeElf } from "../../src/assembler/index.ts";
import { DEFAULT_WORLD, HOST_CALLS, SYSTEM_CALLS, type World } from "../../src/case/index.ts";
import { callModel, type Called } from "../../src/laws/host-call-model.ts";
import type { State } from "../../src/targets/index.ts";

const M = 0x40_0000;
const [A0, A7] = [10, 17];
const SIZE_AT = 0x10_0000;
/** Bytes i mod 253, as those that CKB-VM was measured with (reference/ckb-vm/snapshot.md 9). */
const PIECE = Uint8Array.from({ length: 0x1_0000 }, (_, k) => k % 253);
const [INDEX, SOURCE] = [258n, 3n];
const ALL = [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)];

function world(parts: Partial<World> = {}): World {
  const program = writeElf({ entry: 0x1_0004n, segments: [{ address: 0x1_0000n, flags: 5, data: Uint8Array.of(1, 2, 3, 4, 5), memoryBytes: 5 }] }); // prettier-ignore
  return { ...DEFAULT_WORLD, program, sources: [{ id: (SOURCE << 32n) | INDEX, bytes: PIECE }], systemCalls: ALL, ...parts }; // prettier-ignore
}

interface Asked {
  readonly world?: World;
  readonly call: number;
  readonly args?: readonly bigint[];
  /** Bytes that stand in memory before, by address. */
  readonly bytes?: Readonly<Record<number, number>>;
  readonly flags?: Readonly<Record<number, number>>;
  readonly cycles?: bigint;
}

function call({ world: in_ = world(), call: number, args = [], bytes = {}, flags = {}, cycles = 600n }: Asked): Called {
  const registers = new BigUint64Array(32);
  for (const [k, value] of args.entries()) registers[A0 + k] = BigInt.asUintN(64, value);
  registers[A7] = BigInt(number);
  const pageFlags = new Uint8Array(in_.memorySize / 4096);
  for (const [page, value] of Object.entries(flags)) pageFlags[Number(page)] = value;
  const all = new Uint8Array(in_.memorySize);
  for (const [address, value] of Object.entries(bytes)) all[Number(address)] = value;
  const before: State = {
    registers,
    pc: 0x2_0000n,
    cycles,
    maxCycles: 10_000n,
    reservation: 8n,
    pageFlags,
    memory: {
      pageCount: pageFlags.length,
      isUntouched: () => false,
      pageView: (page) => all.subarray(page * 4096, (page + 1) * 4096),
    },
    output: new Uint8Array(0),
  };
  return callModel(in_, before);
}

const byteIn = ({ state }: Called, address: number): number => state.memory.pageView(address >> 12)[address & 4095];
const bytesIn = (called: Called, address: number, length: number): number[] =>
  Array.from({ length }, (_, k) => byteIn(called, address + k));
const dirtyIn = ({ state }: Called): number[] =>
  [...state.pageFlags.keys()].filter((page) => state.pageFlags[page] & 4);

/** A size of 8 bytes at an address. */
const sizeIn = (value: bigint, address = SIZE_AT): Record<number, number> =>
  Object.fromEntries(Array.from({ length: 8 }, (_, k) => [address + k, Number((value >> BigInt(8 * k)) & 0xffn)]));

const load = (address: number, offset: number, size: number, more: Partial<Asked> = {}, sizeAt = SIZE_AT): Called =>
  call({
    call: SYSTEM_CALLS.loadCellData,
    args: [BigInt(address), BigInt(sizeAt), BigInt(offset), INDEX, SOURCE],
    ...more,
    bytes: { ...sizeIn(BigInt(size), sizeAt), ...more.bytes },
  });

// Measured on CKB-VM: reference/ckb-vm/snapshot.md 9. What is tracked is clean; a quarter of a cycle a byte is charged.
describe("load cell data as measured", () => {
  test.each([
    { at: 0x5000, offset: 0, size: 0x3000, written: 0x3000, full: 0x1_0000, dirty: [0x100] },
    { at: 0x5001, offset: 0, size: 0x3000, written: 0x3000, full: 0x1_0000, dirty: [5, 8, 0x100] },
    { at: 0x5800, offset: 0x10, size: 0x2800, written: 0x2800, full: 0xfff0, dirty: [5, 0x100] },
    { at: 0x5000, offset: 0, size: 0xfff, written: 0xfff, full: 0x1_0000, dirty: [5, 0x100] },
    { at: 0x5000, offset: 0xf000, size: 0x3000, written: 0x1000, full: 0x1000, dirty: [0x100] },
    { at: 0x5000, offset: 0x2_0000, size: 0x3000, written: 0, full: 0, dirty: [0x100] },
    { at: 0x5ff8, offset: 4, size: 0x1008, written: 0x1008, full: 0xfffc, dirty: [5, 0x100] },
  ])("to $at from $offset, $size bytes", ({ at, offset, size, written, full, dirty }) => {
    const called = load(at, offset, size);
    expect(called.stop).toBeUndefined();
    expect(dirtyIn(called)).toEqual(dirty);
    expect(bytesIn(called, SIZE_AT, 8)).toEqual(Object.values(sizeIn(BigInt(full))));
    const copied = [0, 1, written >> 1, written - 1].filter((k) => k >= 0 && k < written);
    expect(copied.map((k) => byteIn(called, at + k))).toEqual(copied.map((k) => (offset + k) % 253));
    expect([byteIn(called, at - 1), byteIn(called, at + written)]).toEqual([0, 0]);
    expect(called.state).toMatchObject({ cycles: 600n + BigInt(Math.ceil(written / 4)), pc: 0x2_0004n });
    expect(called.state.registers[A0]).toBe(0n);
  });

  test("over its own size", () => {
    const called = load(0x5000, 0, 0x1000, {}, 0x5000);
    expect([dirtyIn(called), bytesIn(called, 0x5000, 4)]).toEqual([[], [0, 1, 2, 3]]);
  });

  test.each([
    { what: "a size over the end", sizeAt: 0x3f_fffc, at: 0x5000, dirty: [] },
    { what: "data over the end", sizeAt: SIZE_AT, at: 0x3f_f000, dirty: [0x100] },
  ])("$what of memory", ({ sizeAt, at, dirty }) => {
    const called = load(at, 0, 0x2000, {}, sizeAt);
    expect(called.stop).toMatchObject({ fault: { name: "MemOutOfBound" } });
    expect([dirtyIn(called), called.state.cycles]).toEqual([dirty, 600n]);
  });

  // As above, and memory.md 5: in a memory of less than 4 MiB the page that is missing is met when it is marked.
  test("data over the end of a smaller memory", () => {
    const called = load(0x1f_f000, 0, 0x2000, { world: world({ memorySize: 0x20_0000 }) });
    expect(called.stop).toEqual({
      kind: "fault",
      fault: { name: "MemOutOfBound", address: 0x20_0000n, kind: "Memory" },
    });
    expect(dirtyIn(called)).toEqual([0x100, 0x1ff]);
  });

  test("over an executable page", () => {
    const called = load(0x5000, 0, 0x3000, { flags: { 6: 2 } });
    expect(called.stop).toEqual({ kind: "fault", fault: { name: "MemWriteOnExecutablePage", page: 6n } });
    expect([dirtyIn(called), called.state.pageFlags[6], byteIn(called, 0x5001)]).toEqual([[5, 6, 7, 0x100], 6, 0]);
  });

  // memory.md 1: nothing but filling looks at FREEZED.
  test("over a frozen page", () => {
    const called = load(0x5800, 0, 4, { flags: { 5: 1 } });
    expect([called.stop, called.state.pageFlags[5], bytesIn(called, 0x5800, 5)]).toEqual([
      undefined,
      5,
      [0, 1, 2, 3, 0],
    ]);
  });
});

describe("load cell data", () => {
  // docs/case-files.md: a size of 0 is answered, and neither is the address looked at nor a cycle charged.
  test("of size 0", () => {
    const called = load(M, 0x10, 0);
    expect([called.stop, called.state.cycles, dirtyIn(called)]).toEqual([undefined, 600n, [0x100]]);
    expect(bytesIn(called, SIZE_AT, 3)).toEqual([0xf0, 0xff, 0]);
  });

  test.each([
    [INDEX + 1n, SOURCE],
    [SOURCE, INDEX],
    [(SOURCE << 32n) | INDEX, 0n],
    [INDEX, SOURCE | (1n << 32n)],
  ])("of no piece: index %i, source %i", (index, source) => {
    const called = call({ call: SYSTEM_CALLS.loadCellData, args: [BigInt(M), BigInt(M), 0n, index, source] });
    expect([called.stop, called.state.registers[A0], dirtyIn(called)]).toEqual([undefined, 1n, []]);
  });
});

// docs/case-files.md, with the faults of memory.md 1, 6 and 10.
describe("host calls", () => {
  const outside = (address: bigint): object => ({ stop: { fault: { name: "MemOutOfBound", address } } });

  test.each([
    [HOST_CALLS.setFlags, 0x1_02n, 7],
    [HOST_CALLS.clearFlags, 0x1_05n, 4],
  ])("%i looks at eight bits and leaves DIRTY", (number, a1, flags) => {
    const called = call({ call: number, args: [9n, a1], flags: { 9: 5 } });
    expect([called.stop, called.state.pageFlags[9], called.state.registers[A0]]).toEqual([undefined, flags, 0n]);
  });

  test("flags of pages that memory lacks: the address wraps, and marks another page", () => {
    expect(call({ call: HOST_CALLS.setFlags, args: [1024n, 1n] })).toMatchObject(outside(0x40_0000n));
    const wrapped = call({ call: HOST_CALLS.clearFlags, args: [(1n << 52n) + 9n, 1n] });
    expect(wrapped).toMatchObject(outside(0x9000n));
    expect(dirtyIn(wrapped)).toEqual([9]);
    expect(call({ call: HOST_CALLS.clearFlags, args: [1n << 60n, 1n] })).toMatchObject(outside(0n));
  });

  const fill = (address: number, size: number, lead = 0, more: Partial<Asked> = {}): Called =>
    call({
      call: HOST_CALLS.initPages,
      args: [BigInt(address), BigInt(size), 2n, INDEX, SOURCE, BigInt(lead)],
      flags: { 3: 1 },
      bytes: { 0x8000: 9, 0x8fff: 9 },
      ...more,
    });

  test.each([
    [0x1001, 0x1000, 0, { name: "MemPageUnalignedAccess", address: 0x1001n }],
    [0x1000, 0x1001, 0, { name: "MemPageUnalignedAccess", address: 0x2001n }],
    [M + 0x1000, 0x1000, 0, { name: "MemOutOfBound", address: 0x40_1000n, kind: "Memory" }],
    [M, 0x1000, 0, { name: "MemOutOfBound", address: 0x40_1000n, kind: "Memory" }],
    [M - 0x1000, 0x2000, 0, { name: "MemOutOfBound", address: 0x40_1000n, kind: "Memory" }],
    [0x1000, 0x1000, 0x1001, { name: "MemOutOfBound", address: 0x1001n, kind: "ExternalData" }],
    [0x1000, 0, 1, { name: "MemOutOfBound", address: 1n, kind: "ExternalData" }],
  ])("%i is not filled with %i bytes from %i on", (address, size, lead, fault) => {
    const called = fill(address, size, lead);
    expect([called.stop, dirtyIn(called)]).toEqual([{ kind: "fault", fault }, []]);
  });

  test("pages in front of a frozen one have their flags, and nothing else", () => {
    const called = fill(0x1000, 0x4000);
    expect(called.stop).toEqual({ kind: "fault", fault: { name: "MemWriteOnFreezedPage", page: 3n } });
    expect([...called.state.pageFlags.subarray(0, 5)]).toEqual([0, 2, 2, 1, 0]);
  });

  test("what is filled is zeroes, the piece and zeroes", () => {
    const called = fill(0x8000, 0x2000, 0x1ffe);
    expect([called.stop, ...called.state.pageFlags.subarray(8, 10)]).toEqual([undefined, 6, 6]);
    expect([byteIn(called, 0x8000), byteIn(called, 0x9ffe), byteIn(called, 0x9fff)]).toEqual([0, 0, 1]);
    expect(fill(M, 0)).not.toHaveProperty("stop");
  });

  test("registers: five bits count, x0 too", () => {
    const stored = (number: bigint): bigint[] => {
      const { registers } = call({ call: HOST_CALLS.setRegister, args: [number, 77n] }).state;
      return [registers[0], registers[A0], registers[31]];
    };
    expect(stored(0n)).toEqual([77n, 0n, 0n]);
    expect(stored(10n)).toEqual([0n, 77n, 0n]);
    expect(stored((1n << 60n) | 31n)).toEqual([0n, 0n, 77n]);
  });

  test("cycles are added up to 2^64 - 1", () => {
    const last = 2n ** 64n - 1n;
    expect(call({ call: HOST_CALLS.addCycles, args: [last - 600n] }).state.cycles).toBe(last);
    const over = call({ call: HOST_CALLS.addCycles, args: [last - 599n] });
    expect(over).toMatchObject({ stop: { fault: { name: "CyclesOverflow" } }, state: { cycles: 600n } });
    expect(over.state.registers[A0]).toBe(last - 599n);
  });

  // elf.md 2, 4 and 5: code on a page of its own, and no arguments: sp is 16 below the end, and nothing is written there.
  test("a reset leaves a program that was just loaded", () => {
    const { stop, state } = call({ call: HOST_CALLS.reset, flags: { 9: 7 }, bytes: { 0x9000: 1 } });
    expect(stop).toBeUndefined();
    expect(state).toMatchObject({ pc: 0x1_0004n, cycles: 600n, maxCycles: 10_000n, reservation: 2n ** 64n - 1n });
    expect([...state.registers]).toEqual(Array.from({ length: 32 }, (_, r) => (r === 2 ? 0x3f_fff0n : 0n)));
    expect([...state.pageFlags.keys()].filter((page) => state.pageFlags[page] > 0)).toEqual([16]);
    expect([state.pageFlags[16], ...state.memory.pageView(16).subarray(0, 6)]).toEqual([7, 1, 2, 3, 4, 5, 0]);
    expect(state.memory.pageView(9)[0]).toBe(0);
  });

  // machine.md 5: nothing is loaded, and pc is what it would have been. elf.md 1: bytes 0 to 7 as one number.
  test("a reset to what is no program leaves nothing", () => {
    const called = call({ call: HOST_CALLS.reset, args: [INDEX, SOURCE], flags: { 9: 7 }, bytes: { 0x9000: 1 } });
    const text = "Invalid magic number: 0x706050403020100";
    expect(called.stop).toEqual({ kind: "fault", fault: { name: "ElfParseError", text } });
    expect(called.state).toMatchObject({ pc: 0x2_0004n, cycles: 600n, reservation: 2n ** 64n - 1n });
    expect([called.state.pageFlags.some((each) => each > 0), called.state.registers.some((each) => each > 0n)]).toEqual([false, false]); // prettier-ignore
    const none = call({ call: HOST_CALLS.reset, args: [INDEX + 1n, SOURCE], flags: { 9: 7 } });
    expect([none.stop, none.state.registers[A0], none.state.pageFlags[9]]).toEqual([undefined, 1n, 7]);
  });

  // machine.md 3: all 64 bits of a7 are compared, and what nobody offers is InvalidEcall.
  test("a number that no call has", () => {
    const code = 2 ** 32 + HOST_CALLS.yield;
    expect(call({ call: code }).stop).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code: BigInt(code) } });
    const few = world({ systemCalls: [SYSTEM_CALLS.debug] });
    expect(call({ world: few, call: HOST_CALLS.yield })).toMatchObject({ stop: { fault: { name: "InvalidEcall" } } });
  });

  test("text is charged, whatever it is, and ends at the end of memory at the latest", () => {
    const text = { 0x4fff: 0x68, 0x5000: 0xc3, 0x5001: 0xa9, 0x5003: 0xff, 0x3f_ffff: 0x68 };
    const print = (address: number): Called => call({ call: SYSTEM_CALLS.debug, args: [BigInt(address)], bytes: text });
    expect([...print(0x4fff).state.output, print(0x4fff).state.cycles]).toEqual([0x68, 0xc3, 0xa9, 601n]);
    expect(print(0x5003)).toMatchObject({ stop: { fault: { name: "External" } }, state: { cycles: 601n } });
    expect(print(0x3f_ffff)).toMatchObject({ ...outside(0x40_0000n), state: { cycles: 600n } });
  });
});
