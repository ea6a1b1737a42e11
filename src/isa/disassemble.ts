import { findInstruction } from "./decode.ts";
import { extractField } from "./pattern.ts";
import { REGISTER_NAMES } from "./registers.ts";
import { operandField, type Instruction } from "./table.ts";

/**
 * The text of one instruction word, in GNU as syntax. Jumps are written relative to the instruction (`.+16`). A word
 * that is no instruction, or whose bits no syntax can state, becomes `.half 0x…` or `.word 0x…`: assembling the text
 * gives the same bytes again.
 */
export function disassemble(word: number): string {
  const instruction = findInstruction(word);
  if (!instruction) return rawText(word);
  if (instruction.name === "fence") return fenceText(word);
  const operands = instruction.operands.replaceAll(/[a-z][a-z0-9]*/g, (token) => operandText(instruction, token, word));
  return `${instruction.name}${orderingSuffix(instruction, word)} ${operands}`.trimEnd();
}

/** A word as data: `.half` for a 16-bit unit, `.word` otherwise. */
export function rawText(word: number): string {
  const wide = (word & 3) === 3;
  return `${wide ? ".word" : ".half"} 0x${word.toString(16).padStart(wide ? 8 : 4, "0")}`;
}

function operandText(instruction: Instruction, token: string, word: number): string {
  const field = instruction.field.get(operandField(token));
  if (!field) return token; // a register or constant that the syntax spells out
  const value = extractField(field, word);
  if (field.name !== "imm") return REGISTER_NAMES[value] ?? String(value);
  if (token === "upper") return `0x${((value >>> 12) & 0xfffff).toString(16)}`;
  if (token === "target") return value < 0 ? `.-${-value}` : `.+${value}`;
  return String(value);
}

function orderingSuffix(instruction: Instruction, word: number): string {
  const bits = (["aq", "rl"] as const).map((name) => {
    const field = instruction.field.get(name);
    return field && extractField(field, word) ? name : "";
  });
  return bits.some(Boolean) ? `.${bits.join("")}` : "";
}

const FENCE_TSO = 0x8330000f;

function fenceText(word: number): string {
  if (word >>> 0 === FENCE_TSO) return "fence.tso";
  const pred = fenceSet((word >>> 24) & 15);
  const succ = fenceSet((word >>> 20) & 15);
  return word >>> 28 === 0 && pred && succ ? `fence ${pred}, ${succ}` : rawText(word);
}

/** The letters of a fence set; empty for the set that no syntax names. */
export function fenceSet(bits: number): string {
  return [..."iorw"].filter((_, k) => bits & (8 >> k)).join("");
}
