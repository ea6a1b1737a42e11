import { disassemble, extractField, findInstruction } from "../../isa/index.ts";
import type { Unit } from "./units.ts";

/** The text of a unit: assembling it gives its bytes again. */
export function unitText({ length, word }: Unit): string {
  if (length === 1) return `.byte 0x${word.toString(16).padStart(2, "0")}`;
  // The first half of a word that the segment cuts off.
  if (length === 2 && (word & 3) === 3) return `.half 0x${word.toString(16).padStart(4, "0")}`;
  return disassemble(word);
}

/** How far from the unit its jump goes, or undefined if it is no jump with a fixed target. */
export function jumpDistance({ length, word }: Unit): number | undefined {
  if (length === 1 || (length === 2 && (word & 3) === 3)) return undefined;
  const instruction = findInstruction(word);
  const imm = instruction?.field.get("imm");
  return imm && instruction?.operands.endsWith("target") ? extractField(imm, word) : undefined;
}
