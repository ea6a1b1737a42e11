import { expect, test } from "vitest";
import { generateCase } from "../../../src/generate/index.ts";
import type { Op } from "../../../src/generate/op.ts";
import { INSTRUCTIONS, type Field, type Instruction } from "../../../src/isa/index.ts";
import { eachStep } from "./steps.ts";

/** Register numbers that a field can hold. */
function registersOf(field: Field | undefined): number[] {
  const [low, count] = field?.compressedRegister ? [8, 8] : [0, 32];
  return Array.from({ length: field ? count : 0 }, (_, k) => low + k).filter((r) => !field?.forbidden.includes(r));
}

/** Which of its registers are the same, or x0. */
function* patternsOf({ field }: Instruction, { rd, rs1, rs2 }: Pick<Op, "rd" | "rs1" | "rs2">): Generator<string> {
  const [hasRd, has1, has2] = [field.has("rd"), field.has("rs1"), field.has("rs2")];
  if (hasRd && rd === 0) yield "rd = x0";
  if (hasRd && has1 && rd === rs1) yield "rd = rs1";
  if (hasRd && has2 && rd === rs2) yield "rd = rs2";
  if (has1 && has2 && rs1 === rs2) yield "rs1 = rs2";
  if (hasRd && has1 && has2 && rd === rs1 && rs1 === rs2) yield "rd = rs1 = rs2";
}

/** All patterns that an instruction can have, by trying all registers that its fields can hold. */
function possible(instruction: Instruction): Set<string> {
  const { field } = instruction;
  const [first, second, third] = (["rd", "rs1", "rs2"] as const).map((name) => registersOf(field.get(name)));
  const all = new Set<string>();
  for (const rd of first.length > 0 ? first.filter((r) => r === 0 || r === 9) : [0]) {
    for (const rs1 of second.length > 0 ? second.filter((r) => r === 9 || r === 10) : [0]) {
      for (const rs2 of third.length > 0 ? third.filter((r) => r === 9 || r === 10) : [0]) {
        for (const pattern of patternsOf(instruction, { rd, rs1, rs2 })) all.add(`${instruction.key}: ${pattern}`);
      }
    }
  }
  return all;
}

test("every instruction is executed with every pattern of registers that it can have", () => {
  const wanted = new Set(INSTRUCTIONS.flatMap((instruction) => [...possible(instruction)]));
  expect(wanted.size).toBeGreaterThan(450);
  const executed = new Set<string>();
  for (let k = 0; k < 6000; k++) {
    const generated = generateCase(41, k, { intents: { exit: 1 }, isa: 5, size: 200 });
    const seen = new Set<Op>();
    eachStep(generated, ({ op }) => {
      if (!op.instruction || seen.has(op)) return;
      seen.add(op);
      for (const pattern of patternsOf(op.instruction, op)) executed.add(`${op.instruction.key}: ${pattern}`);
    });
  }
  expect([...wanted].filter((pattern) => !executed.has(pattern))).toEqual([]);
});
