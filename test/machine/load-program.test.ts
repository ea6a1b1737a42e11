import { describe, expect, test } from "vitest";
import {
  loadElf,
  loadProgram,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  type Fault,
} from "../../src/machine/index.ts";
import { elfFile, R, RW, RX, type Segment } from "./elf-file.ts";
import { faultOf, onPage, outOfBound } from "./program.ts";

// reference/ckb-vm/elf.md 3, 4, 6 and 7; 7 is measured on ckb-vm.

type Version = 0 | 1 | 2;

function newMachine(version: Version): Machine {
  return new Machine({ version, isa: 0 });
}

function frozen(page: number): Fault {
  return { name: "MemWriteOnFreezedPage", page: BigInt(page) };
}

function flagsOf(machine: Machine, pages: readonly number[]): number[] {
  return pages.map((page) => machine.memory.fetchFlag(page));
}

/** What loading gives: the bytes, and the flags of the pages it touched; or a fault. */
interface Loaded {
  readonly bytes?: bigint;
  readonly fault?: Fault;
  readonly flags?: Readonly<Record<number, number>>;
}

const data = (length: number): Uint8Array => new Uint8Array(length).fill(0x55);

const ROWS: { name: string; segments: Segment[]; v0: Loaded; v1?: Loaded }[] = [
  {
    name: "RX at 0x10000, 0x100 bytes",
    segments: [{ flags: RX, address: 0x10000, data: data(0x100) }],
    v0: { bytes: 264n, flags: { 16: 7 } },
    v1: { bytes: 272n, flags: { 16: 7 } },
  },
  {
    name: "RX at 0x10010, 0x10 bytes of 0x2000",
    segments: [{ flags: RX, address: 0x10010, data: data(0x10), memorySize: 0x2000 }],
    v0: { fault: onPage(16), flags: { 16: 7, 17: 7, 18: 7 } },
    v1: { bytes: 32n, flags: { 16: 7, 17: 7, 18: 7 } },
  },
  {
    name: "RW at 0x10010, 0x10 bytes of 0x2000",
    segments: [{ flags: RW, address: 0x10010, data: data(0x10), memorySize: 0x2000 }],
    v0: { bytes: 24n, flags: { 16: 5, 17: 5, 18: 5 } },
    v1: { bytes: 32n, flags: { 16: 4, 17: 4, 18: 4 } },
  },
  {
    name: "R at 0x10000, 0x10 bytes of 0x2000",
    segments: [{ flags: R, address: 0x10000, data: data(0x10), memorySize: 0x2000 }],
    v0: { bytes: 24n, flags: { 16: 5, 17: 5 } },
    v1: { bytes: 32n, flags: { 16: 5, 17: 5 } },
  },
  {
    name: "RX at the end of memory",
    segments: [{ flags: RX, address: 0x400000, data: data(0x10) }],
    v0: { fault: outOfBound(0x401000) },
  },
  {
    name: "RX at the end of memory, of no size",
    segments: [{ flags: RX, address: 0x400000, data: data(0x10), memorySize: 0 }],
    v0: { bytes: 24n },
    v1: { bytes: 32n },
  },
  {
    name: "RX behind the end of memory, of no size",
    segments: [{ flags: RX, address: 0x401000, data: data(0x10), memorySize: 0 }],
    v0: { fault: outOfBound(0x401000) },
  },
  {
    name: "R of size 2^64 - 4096",
    segments: [{ flags: R, address: 0x10000, data: data(0x10), memorySize: 2n ** 64n - 4096n }],
    v0: { fault: outOfBound(0xf000) },
  },
  {
    name: "R of a size that wraps to one page",
    segments: [{ flags: R, address: 0x10010, data: data(0x10), memorySize: 2n ** 64n - 8n }],
    v0: { bytes: 24n, flags: { 16: 5, 17: 0 } },
    v1: { bytes: 32n, flags: { 16: 5, 17: 0 } },
  },
  {
    name: "RX and RX on one page",
    segments: [
      { flags: RX, address: 0x10000, data: data(0x10) },
      { flags: RX, address: 0x10800, data: data(0x10) },
    ],
    v0: { fault: frozen(16) },
  },
  {
    name: "RW and RW on one page",
    segments: [
      { flags: RW, address: 0x10000, data: data(0x1900) },
      { flags: RW, address: 0x10800, data: data(0x10), memorySize: 0x10 },
    ],
    v0: { fault: frozen(16) },
    v1: { bytes: 6432n, flags: { 16: 4, 17: 4 } },
  },
  {
    name: "RW and RX on one page",
    segments: [
      { flags: RW, address: 0x10000, data: data(0x10) },
      { flags: RX, address: 0x10800, data: data(0x10) },
    ],
    v0: { fault: frozen(16) },
    v1: { bytes: 48n, flags: { 16: 7 } },
  },
];

describe("loading", () => {
  test.each(ROWS)("$name", ({ segments, v0, v1 }) => {
    for (const version of [0, 1, 2] as const) {
      const machine = newMachine(version);
      const expected = version === 0 ? v0 : (v1 ?? v0);
      let bytes: bigint | undefined;
      const fault = faultOf(() => {
        bytes = loadProgram(machine, elfFile(segments), []);
      });
      expect({ version, bytes, fault }).toEqual({ version, bytes: expected.bytes, fault: expected.fault });
      const pages = Object.keys(expected.flags ?? {}).map(Number);
      expect(flagsOf(machine, pages)).toEqual(Object.values(expected.flags ?? {}));
    }
  });

  test("gives the state of a new machine but for pc, sp and pages", () => {
    const machine = newMachine(2);
    machine.maxCycles = 77n;
    loadProgram(machine, elfFile([{ flags: RX, address: 0x10000, data: data(0x10) }], { entry: 0x10002 }), []);
    expect([...machine.registers]).toEqual([0n, 0n, 0x3ffff0n, ...Array.from({ length: 29 }, () => 0n)]);
    expect([machine.pc, machine.cycles, machine.maxCycles]).toEqual([0x10002n, 0n, 77n]);
    expect([machine.reservation, machine.running, machine.exitCode]).toEqual([2n ** 64n - 1n, false, 0]);
    expect([...machine.memory.flags()].filter((flags) => flags !== 0)).toEqual([7]);
  });

  test("keeps registers, cycles and what is in memory", () => {
    const machine = newMachine(2);
    machine.setRegister(5, 5n);
    machine.cycles = 9n;
    machine.memory.store8(0x20000n, 1);
    loadProgram(machine, elfFile([{ flags: RX, address: 0x10000, data: data(0x10) }]), []);
    expect([machine.registers[5], machine.cycles, machine.memory.load8(0x20000n)]).toEqual([5n, 9n, 1]);
  });

  test("a later writable segment zeroes the pages it shares", () => {
    const machine = newMachine(1);
    const segments = [
      { flags: RW, address: 0x10000, data: data(0x1900) },
      { flags: RW, address: 0x10804, data: Uint8Array.of(9), memorySize: 8 },
    ];
    loadElf(machine, elfFile(segments), true);
    const bytes = machine.memory.loadBytes(0x10000n, 0x1900);
    expect([bytes[0], bytes[0x803], bytes[0x804], bytes[0x805], bytes[0xfff]]).toEqual([0, 0, 9, 0, 0]);
    expect([bytes[0x1000], bytes[0x18ff]]).toEqual([0x55, 0x55]);
  });

  test("file bytes beyond the segment's size fill its last page and no more, and are counted", () => {
    const machine = newMachine(1);
    const segment = { flags: RW, address: 0x10ff0, data: data(0x2000), memorySize: 0x20 };
    expect(loadElf(machine, elfFile([segment]), true)).toBe(0x2000n);
    const bytes = machine.memory.loadBytes(0x10000n, 0x3000);
    expect([bytes[0xfef], bytes[0xff0], bytes[0x1fff], bytes[0x2000]]).toEqual([0, 0x55, 0x55, 0]);
    expect(flagsOf(machine, [16, 17, 18])).toEqual([4, 4, 0]);
  });

  test("a failing segment leaves the earlier ones loaded and pc alone", () => {
    const machine = newMachine(2);
    const segments = [
      { flags: RX, address: 0x10000, data: data(4) },
      { flags: RX, address: 0x10000, data: data(4) },
    ];
    machine.updatePc(0x44n);
    machine.commitPc();
    expect(faultOf(() => loadElf(machine, elfFile(segments), true))).toEqual(frozen(16));
    expect([machine.memory.load8(0x10000n), machine.pc]).toEqual([0x55, 0x44n]);
  });

  test("pc stays if it is not to be set", () => {
    const machine = newMachine(2);
    loadElf(machine, elfFile([{ flags: RX, address: 0x10000, data: data(4) }]), false);
    expect(machine.pc).toBe(0n);
  });

  test("metadata can be those of another parse", () => {
    const program = elfFile([{ flags: RX, address: 0x10000, data: data(4) }]);
    const machine = newMachine(2);
    const metadata = { ...parseElf(program, 2), entry: 0x10008n };
    expect(loadProgramWithMetadata(machine, program, metadata, [])).toBe(20n);
    expect(machine.pc).toBe(0x10008n);
  });

  test("modules prepare in order, then the debugger, with the program loaded and no stack yet", () => {
    const seen: string[] = [];
    const module = (name: string) => ({
      initialize: (machine: { registers: BigUint64Array; pc: bigint }) => {
        seen.push(`${name} ${machine.pc} ${machine.registers[2]}`);
      },
      ecall: () => false,
    });
    const debug = { ...module("debugger"), ebreak: () => {} };
    const systemCalls = [module("one"), { ecall: () => false }, module("two")];
    const machine = new Machine({ version: 2, isa: 0, systemCalls, debugger: debug });
    loadProgram(machine, elfFile([{ flags: RX, address: 0x10000, data: data(4) }], { entry: 8 }), []);
    expect(seen).toEqual(["one 8 0", "two 8 0", "debugger 8 0"]);
  });

  test("the stack is the top quarter of memory, whatever its size", () => {
    const machine = new Machine({ version: 2, isa: 0, memorySize: 0x40000 });
    const program = elfFile([{ flags: RX, address: 0x10000, data: data(4) }]);
    expect(faultOf(() => loadProgram(machine, program, [new Uint8Array(0x10000)]))).toEqual({ name: "MemOutOfStack" });
    const fitting = new Machine({ version: 2, isa: 0, memorySize: 0x40000 });
    loadProgram(fitting, program, [new Uint8Array(0x10000 - 40)]);
    expect(fitting.registers[2]).toBe(0x30000n);
  });
});
