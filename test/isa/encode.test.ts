import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decode,
  encode,
  encodeUnchecked,
  encodingProblem,
  extractField,
  fieldRange,
  findInstruction,
  INSTRUCTIONS,
  instructionsNamed,
  ISA_A,
  ISA_B,
  type Field,
  type FieldValues,
  type Instruction,
} from "../../src/isa/index.ts";

/** Every value a field may have, its edges more often. */
function valueOf(field: Field): fc.Arbitrary<number> {
  const { min, max } = fieldRange(field);
  const step = field.compressedRegister ? 1 : 2 ** field.lowestBit;
  const edges = [min, max, 0, step, min + step, max - step].filter((value) => value >= min && value <= max);
  return fc
    .oneof(
      fc.constantFrom(...edges),
      fc.integer({ min: min / step, max: max / step }).map((value) => value * step),
    )
    .filter((value) => !field.forbidden.includes(value));
}

function valuesOf({ fields }: Instruction): fc.Arbitrary<FieldValues> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])));
}

const rowAndValues = fc
  .constantFrom(...INSTRUCTIONS)
  .chain((instruction) => fc.record({ instruction: fc.constant(instruction), values: valuesOf(instruction) }));

test("what was encoded is found again, field for field", () => {
  fc.assert(
    fc.property(rowAndValues, ({ instruction, values }) => {
      const word = encode(instruction, values);
      return (
        findInstruction(word) === instruction &&
        decode(word, ISA_A | ISA_B, 2)?.instruction === instruction &&
        instruction.fields.every((field) => extractField(field, word) === (values[field.name] ?? NaN)) &&
        word === encodeUnchecked(instruction, values)
      );
    }),
    { numRuns: 5000, seed: 1 },
  );
});

test("every row takes the edges of every field", () => {
  const wrong = INSTRUCTIONS.flatMap((instruction) =>
    instruction.fields.flatMap((field) => {
      const { min, max } = fieldRange(field);
      return [min, max]
        .filter((value) => !field.forbidden.includes(value))
        .map((value) => ({ ...someValues(instruction), [field.name]: value }))
        .filter((values) => extractField(field, encode(instruction, values)) !== values[field.name])
        .map((values) => ({ name: instruction.name, values }));
    }),
  );
  expect(wrong).toEqual([]);
});

/** Some values that can be encoded: each field's smallest but one. */
function someValues({ fields }: Instruction): FieldValues {
  return Object.fromEntries(
    fields.map((field) => {
      const step = field.compressedRegister ? 1 : 2 ** field.lowestBit;
      const allowed = [1, 2, 3].map((k) => fieldRange(field).min + k * step);
      const value = allowed.find((candidate) => !field.forbidden.includes(candidate)) ?? 1;
      return [field.name, Math.min(value, fieldRange(field).max)];
    }),
  );
}

test("every row refuses values outside the field, between its steps and forbidden ones, and names the field", () => {
  const silent = INSTRUCTIONS.flatMap((instruction) =>
    instruction.fields.flatMap((field) => {
      const { min, max } = fieldRange(field);
      const step = field.compressedRegister ? 1 : 2 ** field.lowestBit;
      const between = step > 1 ? [min + 1, max - 1] : [];
      return [min - step, max + step, min + 0.5, NaN, Infinity, ...between, ...field.forbidden]
        .map((value) => encodingProblem(instruction, { ...someValues(instruction), [field.name]: value }))
        .filter((problem) => !problem?.startsWith(`${field.name} `))
        .map((problem) => `${instruction.key} ${field.name}: ${problem}`);
    }),
  );
  expect(silent).toEqual([]);
});

describe("known words (unprivileged manual)", () => {
  test.each<[name: string, values: FieldValues, word: number]>([
    ["addi", { rd: 10, rs1: 11, imm: -1 }, 0xfff58513],
    ["lui", { rd: 5, imm: -2147483648 }, 0x800002b7],
    ["auipc", { rd: 5, imm: 0x7ffff000 }, 0x7ffff297],
    ["jal", { rd: 1, imm: -2 }, 0xfffff0ef],
    ["jal", { rd: 0, imm: 0x800 }, 0x0010006f],
    ["beq", { rs1: 1, rs2: 2, imm: -4096 }, 0x80208063],
    ["bgeu", { rs1: 1, rs2: 2, imm: 4094 }, 0x7e20ffe3],
    ["sd", { rs1: 2, rs2: 8, imm: -8 }, 0xfe813c23],
    ["srai", { rd: 1, rs1: 1, imm: 63 }, 0x43f0d093],
    ["lr.d", { rd: 6, rs1: 10, aq: 1, rl: 1 }, 0x1605332f],
    ["amoadd.d", { rd: 6, rs1: 10, rs2: 11 }, 0x00b5332f],
    ["fence", { pred: 15, succ: 15 }, 0x0ff0000f],
    ["fence", { fm: 8, pred: 3, succ: 3 }, 0x8330000f],
    ["c.addi16sp", { imm: -512 }, 0x7101],
    ["c.j", { imm: -2048 }, 0xb001],
    ["c.ebreak", {}, 0x9002],
  ])("%s %o", (name, values, word) => {
    const [instruction] = instructionsNamed(name);
    expect(encode(instruction, values).toString(16)).toBe(word.toString(16));
  });
});

test("the error names the instruction, the field and what it takes", () => {
  const [addi] = instructionsNamed("addi");
  const [beq] = instructionsNamed("beq");
  const [cLui] = instructionsNamed("c.lui");
  expect(() => encode(addi, { rd: 32 })).toThrow(new RangeError("addi: rd must be 0 to 31"));
  expect(() => encode(addi, { imm: 2048 })).toThrow(new RangeError("addi: imm must be -2048 to 2047"));
  expect(() => encode(beq, { imm: 3 })).toThrow(new RangeError("beq: imm must be a multiple of 2"));
  expect(() => encode(cLui, { rd: 2, imm: 4096 })).toThrow(new RangeError("c.lui: rd may not be 2"));
  expect(() => encode(cLui, { rd: 3 })).toThrow(new RangeError("c.lui: imm may not be 0"));
});
