import {
  fieldProblem,
  fieldRange,
  type Field,
  type Instruction,
  operandField,
  REGISTER_NAMES,
} from "../../../src/isa/index.ts";
import type { Random } from "./random.ts";

const FENCE_SETS = ["i", "o", "r", "w", "rw", "iorw", "ir", "ow", "io"];

/** The text of `instruction` with random operands, as the manual writes them. */
export function randomText(instruction: Instruction, random: Random): string {
  const operands = instruction.operands.replaceAll(/[a-z][a-z0-9]*/g, (token) => {
    if (token === "pred" || token === "succ") return random.pick(FENCE_SETS);
    const field = instruction.field.get(operandField(token));
    if (!field) return token;
    const value = randomValue(field, random);
    if (field.name !== "imm") return REGISTER_NAMES[value];
    if (token === "upper") return `0x${((value >>> 12) & 0xfffff).toString(16)}`;
    return token === "target" ? `. + ${value}` : String(value);
  });
  const suffix = instruction.field.has("aq") ? random.pick(["", ".aq", ".rl", ".aqrl"]) : "";
  return `${instruction.name}${suffix} ${operands}`.trimEnd();
}

function randomValue(field: Field, random: Random): number {
  const { min, max } = fieldRange(field);
  const step = 2 ** (field.compressedRegister ? 0 : field.lowestBit);
  for (;;) {
    const value = Math.floor(random.between(min, max) / step) * step;
    if (fieldProblem(field, value) === undefined) return value;
  }
}
