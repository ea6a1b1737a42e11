import {
  encodeUnchecked,
  encodingProblem,
  extractField,
  findInstruction,
  INSTRUCTIONS,
  instructionsNamed,
  type FieldName,
  type FieldValues,
  type Instruction,
} from "../../isa/index.ts";
import type { Compressed } from "../model.ts";

/** The compressed instructions that stand for a base instruction, in the table's order; HINTs are never chosen. */
const candidates = new Map<Instruction, Instruction[]>();
for (const instruction of INSTRUCTIONS) {
  if (instruction.length === 4 || instruction.hint) continue;
  const list = candidates.get(instruction.base);
  if (list) list.push(instruction);
  else candidates.set(instruction.base, [instruction]);
}

const [ADDI, ADD, AND, OR, XOR, ADDW, MV] = ["addi", "add", "and", "or", "xor", "addw", "c.mv"].map(
  (name) => instructionsNamed(name)[0],
);
const COMMUTATIVE = new Set([ADD, AND, OR, XOR, ADDW]);
const SLOTS = ["rd", "rs1", "rs2", "imm"] as const;

/**
 * Which spelling of an instruction is to be compressed. GNU as looks at each in its own way: jumps not where they are
 * written as `jal` and `jalr`, `mv` only between registers that are not zero, `add` with an immediate only in place or
 * from sp.
 */
export type Compression = "always" | "never" | "mv" | "add";

/** Whether GNU as tries to compress an instruction with these operands. */
export function mayCompress(compression: Compression, { rd, rs1, imm }: FieldValues): boolean {
  switch (compression) {
    case "always":
      return true;
    case "never":
      return false;
    case "mv":
      return rs1 !== 0;
    case "add":
      return rd === rs1 || (rs1 === 2 && imm !== 0);
  }
}

/** The 16-bit word that means the same as `instruction` with `values` and that GNU as would choose, or undefined. */
export function compress(instruction: Instruction, values: FieldValues): number | undefined {
  const found = findCompressed(instruction, values);
  return found && encodeUnchecked(found.instruction, found.values);
}

/** As `compress`, before encoding. */
export function findCompressed(instruction: Instruction, values: FieldValues): Compressed | undefined {
  const list = candidates.get(instruction);
  if (!list) return undefined;
  for (const candidate of list) {
    const bound = bind(candidate, values);
    if (bound && encodingProblem(candidate, bound) === undefined) return { instruction: candidate, values: bound };
  }
  const { rd = 0, rs1 = 0, rs2 = 0, imm = 0 } = values;
  if (COMMUTATIVE.has(instruction) && rs2 === rd && rs1 !== rd) {
    return findCompressed(instruction, { rd, rs1: rs2, rs2: rs1 });
  }
  // GNU as moves with C.MV where the source says `addi rd, rs1, 0`, though that is not what C.MV expands to.
  if (instruction === ADDI && imm === 0 && rd !== 0 && rs1 !== 0) return { instruction: MV, values: { rd, rs2: rs1 } };
  return undefined;
}

function bind(candidate: Instruction, values: FieldValues): FieldValues | undefined {
  const bound: Partial<Record<FieldName, number>> = {};
  for (const slot of SLOTS) {
    const source = candidate.binding[slot];
    const value = values[slot] ?? 0;
    if (typeof source === "number") {
      if ((source & 31) !== value && slot !== "imm") return undefined;
      if (slot === "imm" && source !== value) return undefined;
    } else if (bound[source.name] === undefined) bound[source.name] = value;
    else if (bound[source.name] !== value) return undefined;
  }
  return bound;
}

/** Whether GNU as would shorten the 32-bit instruction `word` where it is written as an instruction. */
export function isCompressible(word: number): boolean {
  const instruction = findInstruction(word);
  if (!instruction || instruction.length === 2) return false;
  const values: Partial<Record<FieldName, number>> = {};
  for (const field of instruction.fields) values[field.name] = extractField(field, word);
  return findCompressed(instruction, values) !== undefined;
}
