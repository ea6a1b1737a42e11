import { describe, expect, test } from "vitest";
import { FUSION_RULES, INSTRUCTIONS, ISA_A, ISA_B, ISA_MOP } from "../../src/isa/index.ts";
import { decodeAt } from "../../src/machine/block.ts";
import { initPages, Machine, Memory, realCost } from "../../src/machine/index.ts";
import { GROUPINGS } from "./groupings.ts";
import { op } from "./program.ts";

const BASE = 0x10000;
const ISA = ISA_A | ISA_B | ISA_MOP;

function bytesOf(code: string): Uint8Array {
  return Buffer.concat(code.split(" ").map((word) => Buffer.from(word, "hex").reverse()));
}

function memoryWith(code: Uint8Array): Memory {
  const memory = new Memory(4 << 20);
  initPages(memory, BigInt(BASE), 0x1000n, 3, code);
  return memory;
}

/** `ADC/20`, or `ADD SLTU ADD …` as the page writes it. */
function grouping(code: string, version: number): string {
  const bytes = bytesOf(code);
  const memory = memoryWith(bytes);
  const groups: string[] = [];
  for (let pc = BASE; pc < BASE + bytes.length;) {
    const { row, length, instruction } = decodeAt(memory, pc, { isa: ISA, version, cost: realCost });
    const rule = FUSION_RULES[row - INSTRUCTIONS.length];
    groups.push(rule ? `${rule.name}/${length}` : instruction.base.name.toUpperCase());
    pc += length;
  }
  return groups.join(" ");
}

describe("sequences are grouped as CKB-VM groups them", () => {
  test("the table is whole", () => expect(GROUPINGS.length).toBeGreaterThan(50));

  test.each(GROUPINGS)("%s", (_, code, version1, version2) => {
    expect([grouping(code, 1), grouping(code, 2)]).toEqual([version1, version2]);
  });
});

describe("registers that a rule wants to differ (mop.md 2 and 5)", () => {
  const hex = (words: readonly number[]): string => words.map((word) => word.toString(16).padStart(8, "0")).join(" ");
  const [a, b, c, d, e, f] = [10, 11, 12, 13, 14, 15];

  const adc = (r0: number, r1: number, r2: number): string =>
    hex([
      op("add", { rd: r0, rs1: r0, rs2: r1 }),
      op("sltu", { rd: r1, rs1: r0, rs2: r1 }),
      op("add", { rd: r0, rs1: r0, rs2: r2 }),
      op("sltu", { rd: r2, rs1: r0, rs2: r2 }),
      op("or", { rd: r1, rs1: r1, rs2: r2 }),
    ]);
  const add3a = (r0: number, r1: number, r2: number, r4: number): string =>
    hex([
      op("add", { rd: r0, rs1: r1, rs2: r0 }),
      op("sltu", { rd: r2, rs1: r0, rs2: r1 }),
      op("add", { rd: d, rs1: r2, rs2: r4 }),
    ]);
  const add3b = (r0: number, r1: number, r4: number): string =>
    hex([
      op("add", { rd: r0, rs1: r1, rs2: c }),
      op("sltu", { rd: r1, rs1: r0, rs2: r1 }),
      op("add", { rd: d, rs1: r1, rs2: r4 }),
    ]);
  const add3c = (r0: number, r1: number, r3: number, r4: number): string =>
    hex([
      op("add", { rd: r0, rs1: r1, rs2: f }),
      op("sltu", { rd: r3, rs1: r0, rs2: r1 }),
      op("add", { rd: r3, rs1: r3, rs2: r4 }),
    ]);
  const adcs = (r0: number, r1: number): string =>
    hex([op("add", { rd: r0, rs1: r1, rs2: c }), op("sltu", { rd: d, rs1: r0, rs2: r1 })]);
  /** The head names its own destination first. */
  const adcsOwn = (r0: number, r1: number): string =>
    hex([op("add", { rd: r0, rs1: r0, rs2: r1 }), op("sltu", { rd: d, rs1: r0, rs2: r1 })]);
  const sbb = (r0: number, r1: number, r2: number, r3: number): string =>
    hex([
      op("sub", { rd: r0, rs1: r3, rs2: r0 }),
      op("sltu", { rd: r2, rs1: r3, rs2: e }),
      op("sub", { rd: r3, rs1: r0, rs2: r1 }),
      op("sltu", { rd: r1, rs1: r0, rs2: r3 }),
      op("or", { rd: r0, rs1: r1, rs2: r2 }),
    ]);
  const sbbs = (r0: number, r1: number, r2: number): string =>
    hex([op("sub", { rd: r0, rs1: r1, rs2: r2 }), op("sltu", { rd: d, rs1: r1, rs2: r2 })]);
  const wide = (first: string, second: string) => {
    const code = (r0: number, r1: number, r2: number, r3: number): string =>
      hex([op(first, { rd: r0, rs1: r1, rs2: r2 }), op(second, { rd: r3, rs1: r1, rs2: r2 })]);
    return [code(a, b, c, d), [code(a, a, c, d), code(a, b, a, d), code(a, b, c, a)]] as const;
  };

  // Each of the others breaks one condition of the page.
  test.each([
    ["ADC/20", adc(a, b, c), [adc(a, a, c), adc(a, b, a), adc(a, b, b), adc(0, b, c), adc(a, 0, c), adc(a, b, 0)]],
    [
      "ADD3A/12",
      add3a(a, b, c, e),
      [add3a(a, a, c, e), add3a(a, b, c, a), add3a(a, b, c, c), add3a(0, b, c, e), add3a(a, b, 0, e)],
    ],
    ["ADD3B/12", add3b(a, b, e), [add3b(a, a, e), add3b(a, b, a), add3b(a, b, b), add3b(0, b, e), add3b(a, 0, e)]],
    [
      "ADD3C/12",
      add3c(a, b, d, e),
      [add3c(a, a, d, e), add3c(a, b, d, a), add3c(a, b, d, d), add3c(0, b, d, e), add3c(a, b, 0, e)],
    ],
    ["ADCS/8", adcs(a, b), [adcs(a, a), adcs(0, b)]],
    ["ADCS/8", adcsOwn(a, b), [adcsOwn(a, a), adcsOwn(0, b)]],
    [
      "SBB/20",
      sbb(a, b, c, d),
      [
        sbb(a, b, c, a),
        sbb(a, b, d, d),
        sbb(a, b, a, d),
        sbb(a, d, c, d),
        sbb(a, a, c, d),
        sbb(a, b, b, d),
        sbb(0, b, c, d),
        sbb(a, 0, c, d),
        sbb(a, b, 0, d),
        sbb(a, b, c, 0),
      ],
    ],
    ["SBBS/8", sbbs(a, b, c), [sbbs(b, b, c), sbbs(c, b, c)]],
    ["WIDE_MUL/8", ...wide("mulh", "mul")],
    ["WIDE_MULU/8", ...wide("mulhu", "mul")],
    ["WIDE_MULSU/8", ...wide("mulhsu", "mul")],
    ["WIDE_DIV/8", ...wide("div", "rem")],
    ["WIDE_DIVU/8", ...wide("divu", "remu")],
  ] as const)("%s", (name, fused, others) => {
    expect(grouping(fused, 2)).toBe(name);
    for (const code of others) expect([code, grouping(code, 2)]).toEqual([code, expect.not.stringContaining(name)]);
  });
});

test("auipc and addi are one where their sum, and that with pc, fit in 32 signed bits (mop.md 3)", () => {
  const sums = {
    "80000517 fff50513": "AUIPC ADDI", // -2^31 - 1
    "80000517 00050513": "CUSTOM_LOAD_IMM/8", // -2^31
    "7fff0517 fff50513": "CUSTOM_LOAD_IMM/8", // 2^31 - 1 with pc
    "7fff0517 00050513": "AUIPC ADDI", // 2^31 with pc
  };
  for (const [code, expected] of Object.entries(sums)) expect([code, grouping(code, 2)]).toEqual([code, expected]);
});

/** Runs one step of `code` with these registers. */
function stepped(code: string, version: 1 | 2, registers: Record<number, bigint> = {}): Machine {
  const machine = new Machine({ version, isa: ISA });
  initPages(machine.memory, BigInt(BASE), 0x1000n, 3, bytesOf(code));
  machine.updatePc(BigInt(BASE));
  machine.commitPc();
  for (const [r, value] of Object.entries(registers)) machine.setRegister(Number(r), value);
  machine.step();
  return machine;
}

describe("bugs of CKB-VM that chains depend on (mop.md 4 and 5.2)", () => {
  test.each([1, 2] as const)("SBB ignores the third register of its comparison, version %i", (version) => {
    const code = "40b505b3 014536b3 40c58533 00a5b633 00d665b3";
    const { registers, cycles } = stepped(code, version, { 10: 5n, 11: 3n, 12: 1n, 20: 100n });
    expect([registers[11], registers[13], cycles]).toEqual([0n, 0n, 1n]);
  });

  test.each([1, 2] as const)("SBB of 3 - 5 - 1 borrows, version %i", (version) => {
    const { registers } = stepped("40b505b3 00b536b3 40c58533 00a5b633 00d665b3", version, { 10: 3n, 11: 5n, 12: 1n });
    expect([10, 11, 12, 13].map((r) => BigInt.asIntN(64, registers[r]))).toEqual([-3n, 1n, 0n, 1n]);
  });

  test("in version 1 a far jump through x0 uses the upper immediate", () => {
    expect(stepped("00005037 008000e7", 1).pc).toBe(0x5008n);
    expect(stepped("00005037 008000e7", 2).pc).toBe(0x10004n);
  });

  test("in version 1 a relative far jump wraps in 32 bits", () => {
    expect(stepped("80000097 801080e7", 1).pc).toBe(0x8000f800n);
  });

  test.each([1, 2] as const)("an absolute far jump wraps in 32 bits, version %i", (version) => {
    expect(stepped("800000b7 800080e7", version).pc).toBe(0x7ffff800n);
  });

  test("in version 1 the register of the upper immediate is not written", () => {
    const { registers } = stepped("00012537 010500e7", 1);
    expect([registers[10], registers[1]]).toEqual([0n, 0x10008n]);
  });
});

test("a fused sequence is one step with its own cost", () => {
  const wide = stepped("02c59533 02c586b3", 2, { 11: 3n, 12: 5n });
  expect([wide.cycles, wide.pc, wide.registers[13]]).toEqual([5n, 0x10008n, 15n]);
  expect(stepped("02c5c533 02c5e6b3", 2, { 11: 7n, 12: 2n }).cycles).toBe(32n);
  expect(stepped("000120b7 010080e7", 2).cycles).toBe(3n);
});

test("a register that is x0 in one instruction of a rule is x0 in all of them", () => {
  // mulh x5, x0, x12; mul x13, x11, x12: were they one, they would multiply the same registers.
  const { pc, cycles } = stepped("02c012b3 02c586b3", 2, { 11: 3n, 12: 5n });
  expect([pc, cycles]).toEqual([0x10004n, 5n]);
});

test("a look-ahead that cannot be decoded only means that the rule does not match", () => {
  expect(grouping("00c58533 00b536b3", 2)).toBe("ADCS/8");
  expect(stepped("00b50533 00b535b3 ffffffff", 2, { 10: 1n, 11: 1n }).pc).toBe(0x10008n);
});

test("version 0 refuses fusion", () => {
  expect(new Machine({ version: 0, isa: ISA_MOP }).run()).toEqual({ kind: "fault", fault: { name: "InvalidVersion" } });
});
