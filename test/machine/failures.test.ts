import { describe, expect, test } from "vitest";
import { FLAG_DIRTY, type Fault, type Machine } from "../../src/machine/index.ts";
import { CODE, EXIT, machineWith, onPage, op, outOfBound, type Start } from "./program.ts";

// Where a failing run leaves the machine: measured on ckb-vm, 4 MiB, code at 0x10000, its cost estimate
// (reference/ckb-vm/semantics.md 11). After a runtime error pc is behind the instruction, after a decode or cycle error
// at it. Payloads are those of the D-line.

const li5 = op("addi", { rd: 5, imm: 1 });
const li6 = op("addi", { rd: 6, imm: 2 });

interface Row {
  readonly name: string;
  readonly code: readonly number[];
  readonly start?: Start;
  readonly fault: Fault;
  readonly pc: number;
  readonly cycles: bigint;
  readonly registers?: Readonly<Record<number, bigint>>;
  readonly flags?: Readonly<Record<number, number>>;
}

const CODE_FLAGS = 7;

const ROWS: Row[] = [
  {
    name: "a load over the end of memory",
    code: [li5, op("ld", { rd: 6, rs1: 10 }), li6],
    start: { registers: { 6: 99n, 10: 0x3ffff9n } },
    fault: outOfBound(0x400001),
    pc: 0x10008,
    cycles: 3n,
    registers: { 5: 1n, 6: 99n },
  },
  {
    name: "version 0: a load ending at the end of memory",
    code: [op("ld", { rd: 6, rs1: 10 })],
    start: { version: 0, registers: { 10: 0x3ffff8n } },
    fault: outOfBound(0x400000),
    pc: 0x10004,
    cycles: 2n,
  },
  {
    name: "a store to an executable page",
    code: [op("sd", { rs2: 6, rs1: 10 })],
    start: { registers: { 10: 0x10000n } },
    fault: onPage(16),
    pc: 0x10004,
    cycles: 2n,
    flags: { 16: CODE_FLAGS },
  },
  {
    name: "a store that straddles into code",
    code: [op("sd", { rs2: 6, rs1: 10 })],
    start: { registers: { 6: -1n, 10: 0xfffcn } },
    fault: onPage(16),
    pc: 0x10004,
    cycles: 2n,
    flags: { 15: 0 },
  },
  {
    name: "a store over the end of memory",
    code: [op("sd", { rs2: 6, rs1: 10 })],
    start: { registers: { 10: 0x3ffffcn } },
    fault: outOfBound(0x400004),
    pc: 0x10004,
    cycles: 2n,
    flags: { 1023: 0 },
  },
  {
    name: "an AMO on an executable page: rd has the loaded value",
    code: [op("amoadd.d", { rd: 6, rs1: 10, rs2: 11 })],
    start: { registers: { 10: 0x10000n, 11: 1n } },
    fault: onPage(16),
    pc: 0x10004,
    cycles: 3n,
    registers: { 6: BigInt(op("amoadd.d", { rd: 6, rs1: 10, rs2: 11 })) },
  },
  {
    name: "an unknown call",
    code: [li5, op("ecall")],
    start: { registers: { 17: 94n } },
    fault: { name: "InvalidEcall", code: 94n },
    pc: 0x10008,
    cycles: 501n,
  },
  {
    name: "a 32-bit word that is no instruction",
    code: [li5, li6, 0xffffffff],
    fault: { name: "InvalidInstruction", pc: 0x10008n, instruction: 0xffffffff },
    pc: 0x10008,
    cycles: 2n,
    registers: { 5: 1n, 6: 2n },
  },
  {
    name: "a 16-bit unit that is no instruction",
    code: [li5, 0x0000],
    fault: { name: "InvalidInstruction", pc: 0x10004n, instruction: 0 },
    pc: 0x10004,
    cycles: 1n,
    registers: { 5: 1n },
  },
  {
    name: "an instruction that costs more than is left",
    code: [li5, li6, op("div", { rd: 7, rs1: 5, rs2: 6 }), li5],
    start: { maxCycles: 20n, registers: { 7: 7n } },
    fault: { name: "CyclesExceeded" },
    pc: 0x10008,
    cycles: 2n,
    registers: { 5: 1n, 6: 2n, 7: 7n },
  },
  {
    name: "a jump to a page that is not executable",
    code: [op("jal", { imm: 0x5000 - CODE })],
    fault: onPage(5),
    pc: 0x5000,
    cycles: 3n,
  },
  {
    name: "a jump to the end of memory",
    code: [op("jalr", { rs1: 10 })],
    start: { registers: { 10: 0x400000n } },
    fault: outOfBound(0x400000),
    pc: 0x400000,
    cycles: 3n,
  },
  {
    // reference/ckb-vm/machine.md 9
    name: "code that ends with its page and falls into one that is not executable",
    code: [...Array.from({ length: 1022 }, () => op("addi")), li5, li6],
    fault: onPage(17),
    pc: 0x11000,
    cycles: 1024n,
    registers: { 5: 1n, 6: 2n },
  },
];

function check(machine: Machine, row: Row): void {
  expect({ pc: machine.pc, cycles: machine.cycles }).toEqual({ pc: BigInt(row.pc), cycles: row.cycles });
  for (const [number, value] of Object.entries(row.registers ?? {})) {
    expect([number, machine.registers[Number(number)]]).toEqual([number, value]);
  }
  for (const [page, flags] of Object.entries(row.flags ?? {})) {
    expect([page, machine.memory.fetchFlag(Number(page))]).toEqual([page, flags]);
  }
}

describe("a run that fails", () => {
  test.each(ROWS)("$name", (row) => {
    const machine = machineWith(row.code, row.start);
    expect(machine.run()).toEqual({ kind: "fault", fault: row.fault });
    check(machine, row);
    expect(machine.running).toBe(true);
  });
});

describe("no failure", () => {
  test.each([1, 2] as const)("version %i loads up to the end of memory", (version) => {
    const machine = machineWith([op("ld", { rd: 6, rs1: 10 }), ...EXIT], { version, registers: { 10: 0x3ffff8n } });
    expect(machine.run()).toEqual({ kind: "exit", code: -8 });
  });

  test("version 0 reserves up to the end of memory", () => {
    const machine = machineWith([op("lr.d", { rd: 6, rs1: 10 })], { version: 0, registers: { 10: 0x3ffff8n } });
    machine.step();
    expect(machine.reservation).toBe(0x3ffff8n);
  });

  test("the host's x0 is read and never written by the program", () => {
    const code = [
      op("add", { rd: 5, rs1: 0, rs2: 0 }),
      op("addi", { rd: 0, rs1: 0, imm: 1 }),
      op("lui", { imm: 4096 }),
    ];
    const machine = machineWith([...code, op("ld", { rd: 0, rs1: 2 }), op("jal", { rd: 0, imm: 4 })], {
      registers: { 0: 7n, 2: 0x20000n },
    });
    for (let k = 0; k < 5; k++) machine.step();
    expect([machine.registers[0], machine.registers[5]]).toEqual([7n, 14n]);
  });

  test("a frozen page that is not executable can be stored to", () => {
    const machine = machineWith([op("sb", { rs1: 10, rs2: 10 })], { registers: { 10: 0x3000n } });
    machine.memory.setFlag(3, 1);
    machine.step();
    expect(machine.memory.fetchFlag(3)).toBe(1 | FLAG_DIRTY);
  });
});
