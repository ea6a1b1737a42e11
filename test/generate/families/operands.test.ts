import { expect, test } from "vitest";
import { baseOp } from "../../../src/generate/op.ts";
import { INSTRUCTIONS } from "../../../src/isa/index.ts";
import { casesOf, eachStep } from "./steps.ts";

const SP = 2;
const MAX = (1n << 64n) - 1n;

function classOf(value: bigint): string {
  if (value === MAX) return "-1";
  if (value <= 1n) return String(value);
  return value === 1n << 63n ? "least" : "other";
}

test("every division and remainder is of the least number by -1, and of anything by 0, 1 and -1", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 200, { size: 300 })) {
    eachStep(generated, ({ op, machine: { registers } }) => {
      const name = op.instruction?.name ?? "";
      if (!/^(div|rem)/.test(name)) return;
      const [one, other] = [registers[op.rs1], registers[op.rs2]];
      met.add(`${name} by ${classOf(other)}`);
      if (classOf(one) === "least" && other === MAX) met.add(`${name}: least`);
      // Of the lower halves, which is all that these see.
      if (BigInt.asUintN(32, one) === 1n << 31n && BigInt.asIntN(32, other) === -1n) met.add(`${name}: least of 32`);
      if (BigInt.asUintN(32, other) === 0n && other !== 0n) met.add(`${name} by a lower half of 0`);
    });
  }
  const names = ["div", "divu", "rem", "remu"].flatMap((name) => [name, `${name}w`]);
  for (const name of names) {
    for (const what of [" by 0", " by 1", " by -1"]) expect(met).toContain(name + what);
    expect(met).toContain(name.endsWith("w") ? `${name}: least of 32` : `${name}: least`);
    if (name.endsWith("w")) expect(met).toContain(`${name} by a lower half of 0`);
  }
});

const SHIFTS = ["sll", "srl", "sra", "rol", "ror", "bclr", "bext", "binv", "bset"];
const WORD_SHIFTS = ["sllw", "srlw", "sraw", "rolw", "rorw"];
const SHIFTS_BY_IMMEDIATE = ["slli", "srli", "srai", "rori", "bclri", "bexti", "binvi", "bseti", "slli.uw"];
const WORD_SHIFTS_BY_IMMEDIATE = ["slliw", "srliw", "sraiw", "roriw"];
const COMPRESSED_SHIFTS = ["c.slli", "c.srli", "c.srai"];

test("everything is shifted by nothing, and by as much as there is", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 300, { size: 300 })) {
    eachStep(generated, ({ op: { instruction, rs2, imm }, machine: { registers } }) => {
      if (!instruction) return;
      const isImmediate = instruction.field.has("imm");
      const amount = isImmediate ? BigInt(imm) : registers[rs2] & 127n;
      met.add(`${instruction.name} by ${amount}`);
      if (!isImmediate && registers[rs2] > 127n) met.add(`${instruction.name} with more in its amount`);
    });
  }
  for (const name of [...SHIFTS, ...WORD_SHIFTS]) {
    for (const amount of [0, 1, 31, 32, 33, 63, 64]) expect(met).toContain(`${name} by ${amount}`);
    expect(met).toContain(`${name} with more in its amount`);
  }
  for (const name of SHIFTS_BY_IMMEDIATE)
    for (const n of [0, 1, 31, 32, 33, 63]) expect(met).toContain(`${name} by ${n}`);
  for (const name of WORD_SHIFTS_BY_IMMEDIATE) for (const n of [0, 1, 31]) expect(met).toContain(`${name} by ${n}`);
  // Their amount cannot be 0: such words are HINTs.
  for (const name of COMPRESSED_SHIFTS) for (const n of [1, 31, 32, 33, 63]) expect(met).toContain(`${name} by ${n}`);
});

test("what sees only a word of an operand gets operands whose upper half is not the sign of the lower one", () => {
  const met = new Set<string>();
  for (const generated of casesOf("operands", 300, { size: 300 })) {
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rs1, rs2 } = baseOp(op);
      for (const [field, register] of [
        ["rs1", rs1],
        ["rs2", rs2],
      ] as const) {
        if (!instruction?.field.has(field)) continue;
        const value = BigInt.asIntN(64, registers[register]);
        if (BigInt.asIntN(32, value) !== value) met.add(`${instruction.name} ${field}`);
      }
    });
  }
  const words = INSTRUCTIONS.filter(({ base, name, endsBlock, operands }) => {
    return base.name === name && /(w|ext\.[bh])$/.test(name) && !endsBlock && !operands.includes("(");
  });
  // RV64I has 9 (ADDIW, three shifts by an immediate, five of two registers) and RV64M 5. RV64 Zba and Zbb: 5 and 6, and
  // SEXT.B, SEXT.H and ZEXT.H.
  expect(words).toHaveLength(9 + 5 + 5 + 6 + 3);
  for (const { name, field } of words) {
    expect(met).toContain(`${name} rs1`);
    if (field.has("rs2")) expect(met).toContain(`${name} rs2`);
  }
});

test("sp holds 0, 1, -1 and the least number, for c.addi16sp and c.addi4spn too", () => {
  const met = new Set<string>();
  for (const generated of casesOf("constants", 400, { families: ["constants", "compute"], size: 200 })) {
    eachStep(generated, ({ op: { instruction }, machine: { registers } }) => {
      const name = instruction?.name ?? "";
      if (name === "c.addi16sp" || name === "c.addi4spn") met.add(`${name} of ${classOf(registers[SP])}`);
    });
  }
  for (const value of ["0", "1", "-1", "least"]) {
    for (const name of ["c.addi16sp", "c.addi4spn"]) expect(met).toContain(`${name} of ${value}`);
  }
});

test("base registers hold 1, -1 and small numbers of either sign; AMOs are at 0 and 1", () => {
  const met = new Set<string>();
  for (const generated of casesOf("pages", 600, { size: 300 })) {
    eachStep(generated, ({ op, item: { note } }) => {
      if (note !== "from a small number" || !op.instruction) return;
      met.add(op.instruction.base.name);
    });
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rs1 } = baseOp(op);
      if (!instruction?.operands.includes("(") || instruction.endsBlock) return;
      met.add(`${instruction.name} from ${classOf(registers[rs1])}`);
    });
  }
  const accesses = INSTRUCTIONS.filter(({ base, operands, endsBlock, ...instruction }) => {
    return base.name === instruction.name && operands.includes("(") && !endsBlock;
  });
  expect(accesses).toHaveLength(33); // 7 loads, 4 stores, 22 atomics
  for (const { name, extension } of accesses) {
    expect(met).toContain(`${name} from 1`);
    expect(met).toContain(`${name} from ${extension === "A" ? "0" : "-1"}`);
  }
});

test("what every AMO gives is read by the next instruction, and its operand is an end of 32 or 64 bits at times", () => {
  const met = new Set<string>();
  for (const generated of casesOf("atomics", 500, { families: ["atomics", "chains"], size: 300 })) {
    let last: { name: string; rd: number } | undefined;
    eachStep(generated, ({ op, machine: { registers } }) => {
      const { instruction, rd, rs1, rs2 } = baseOp(op);
      const reads = (field: "rs1" | "rs2", register: number) => instruction?.field.has(field) && register === last?.rd;
      if (last && last.rd !== 0 && (reads("rs1", rs1) || reads("rs2", rs2))) met.add(`${last.name} read`);
      const isUpdate = instruction?.name.startsWith("amo") ?? false;
      last = isUpdate ? { name: instruction?.name ?? "", rd } : undefined;
      const value = registers[rs2];
      if (isUpdate && (value === 1n << 63n || value === (1n << 63n) - 1n)) met.add(`${last?.name} of an end of 64`);
      if (isUpdate && (value === 1n << 31n || value === (1n << 31n) - 1n)) met.add(`${last?.name} of an end of 32`);
    });
  }
  const updates = INSTRUCTIONS.filter(({ name }) => name.startsWith("amo"));
  expect(updates).toHaveLength(18);
  for (const { name } of updates) {
    for (const what of ["read", "of an end of 64", "of an end of 32"]) expect(met).toContain(`${name} ${what}`);
  }
});
