import { expect, test } from "vitest";
import { baseOp } from "../../../src/generate/op.ts";
import { FUSION_RULES, INSTRUCTIONS } from "../../../src/isa/index.ts";
import { casesOf, eachStep } from "./steps.ts";

const MAX = (1n << 64n) - 1n;
const LEAST = 1n << 63n;
const LOWER = (1n << 32n) - 1n;

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

test("instructions with an immediate have 0, 1, -1, the first and the last, on halves that are 0 or unlike in sign", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 900, { size: 300 })) {
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rs1, imm } = baseOp(op);
      if (!instruction?.field.has("imm") || !instruction.field.has("rs1")) return;
      const value = registers[rs1];
      met.add(`${instruction.name} ${imm}`);
      if ((value & LOWER) === 0n && value !== 0n) met.add(`${instruction.name} ${imm} of a lower half of 0`);
      if (value >> 31n === 1n) met.add(`${instruction.name} ${imm} of a word with zeros above its sign`);
    });
  }
  for (const name of ["addi", "addiw", "slti", "sltiu", "xori", "ori", "andi"]) {
    for (const imm of [0, 1, -1, -2048, 2047]) {
      expect(met).toContain(`${name} ${imm}`);
      expect(met).toContain(`${name} ${imm} of a lower half of 0`);
      expect(met).toContain(`${name} ${imm} of a word with zeros above its sign`);
    }
  }
});

test("instructions and branches of two registers have x0 as either, on a lower half of 0 and on anything else", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 900, { size: 300 })) {
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rs1, rs2 } = baseOp(op);
      if (!instruction?.field.has("rs2")) return;
      const add = (which: string, value: bigint): void => {
        met.add(`${instruction.name} ${which}`);
        if (value !== 0n && (value & LOWER) === 0n) met.add(`${instruction.name} ${which}, a lower half of 0`);
      };
      if (rs1 === 0 && rs2 !== 0) add("x0 first", registers[rs2]);
      if (rs2 === 0 && rs1 !== 0) add("x0 second", registers[rs1]);
    });
  }
  const base = ["add", "sub", "slt", "sltu", "xor", "or", "and", "beq", "bne", "blt", "bge", "bltu", "bgeu"];
  for (const name of base) {
    for (const which of ["x0 first", "x0 second"]) {
      expect(met).toContain(`${name} ${which}`);
      expect(met).toContain(`${name} ${which}, a lower half of 0`);
    }
  }
});

test("products, sums and comparisons are of pairs at which they turn over", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 900, { size: 300 })) {
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rs1, rs2 } = baseOp(op);
      if (!instruction?.field.has("rs2") || rs1 === rs2) return;
      const [one, other] = [registers[rs1], registers[rs2]];
      const add = (what: string): unknown => met.add(`${instruction.name} ${what}`);
      if (one === 0n || other === 0n) return;
      if (wrap(one * other) === 0n) add("of a product with a low half of 0");
      if (one === other) add("of equals");
      if (wrap(one + other) === 0n) add("of a sum of 0");
      if (one >> 32n === other >> 32n && (one ^ other) >> 31n === 1n) add("of lower halves unlike in sign");
    });
  }
  for (const name of ["mul", "mulh", "mulhu", "mulhsu"])
    expect(met).toContain(`${name} of a product with a low half of 0`);
  for (const name of ["add", "sub", "slt", "sltu", "beq", "bne", "blt", "bge", "bltu", "bgeu"]) {
    expect(met).toContain(`${name} of equals`);
    expect(met).toContain(`${name} of a sum of 0`);
    expect(met).toContain(`${name} of lower halves unlike in sign`);
  }
});

test("sequences of every rule with operands begin with equals, with a carry, and with what their rule turns over on", () => {
  const met = new Set<string>();
  const heads = new Map(FUSION_RULES.map(({ name, sequence }) => [name, sequence[0].split(" ")[0]]));
  for (const generated of casesOf("fusion", 1200, { size: 300, versions: [1, 2] })) {
    let last = -1;
    eachStep(generated, ({ item: { id, note }, op, machine: { registers } }) => {
      const { instruction, rs1, rs2 } = baseOp(op);
      const isHead = note !== undefined && heads.get(note) === instruction?.name && last !== id - 1;
      if (note !== undefined && heads.has(note)) last = id;
      if (!isHead || note === undefined || !instruction?.field.has("rs2")) return;
      const [one, other] = [registers[rs1], registers[rs2]];
      if (one === other && one !== 0n) met.add(`${note} of equals`);
      if (one + other > MAX) met.add(`${note} with a carry`);
      if (one < other) met.add(`${note} with a borrow`);
      if (one === LEAST && other === MAX) met.add(`${note} of the least number and -1`);
      if (other === 0n && one !== 0n) met.add(`${note} by 0`);
      if (one !== 0n && other !== 0n && wrap(one * other) === 0n) met.add(`${note} with a low half of 0`);
    });
  }
  const rules = new Set(
    FUSION_RULES.flatMap(({ name }) =>
      INSTRUCTIONS.some((row) => row.name === heads.get(name) && row.field.has("rs2")) ? [name] : [],
    ),
  );
  // ADC, three of ADD3, ADCS, SBB, SBBS, three products and two quotients.
  expect(rules.size).toBe(12);
  for (const name of rules) expect(met).toContain(`${name} of equals`);
  for (const name of ["ADC", "ADD3A", "ADD3B", "ADD3C", "ADCS"]) expect(met).toContain(`${name} with a carry`);
  for (const name of ["SBB", "SBBS"]) expect(met).toContain(`${name} with a borrow`);
  for (const name of ["WIDE_DIV", "WIDE_DIVU"]) {
    expect(met).toContain(`${name} of the least number and -1`);
    expect(met).toContain(`${name} by 0`);
  }
  for (const name of ["WIDE_MUL", "WIDE_MULU", "WIDE_MULSU"]) expect(met).toContain(`${name} with a low half of 0`);
});
