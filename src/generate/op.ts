import {
  encodeUnchecked,
  INSTRUCTIONS,
  instructionsNamed,
  type Field,
  type FieldName,
  type Instruction,
} from "../isa/index.ts";

/** One instruction of a generated program: a row of the table with its fields, or raw bits. */
export interface Op {
  /** Undefined for raw bits, which `imm` then holds as a signed number of 32 bits. */
  readonly instruction: Instruction | undefined;
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  readonly imm: number;
  /** The fields beside these (aq, rl; fm, pred, succ), in the order of the pattern, each above the one before. */
  readonly more: number;
}

/** An instruction with its fields; those it does not have are ignored. */
export function op(instruction: Instruction, rd: number, rs1: number, rs2: number, imm: number, more = 0): Op {
  return { instruction, rd, rs1, rs2, imm, more };
}

/** The same instruction with another immediate. */
export function withImmediate({ instruction, rd, rs1, rs2, more }: Op, imm: number): Op {
  return { instruction, rd, rs1, rs2, imm, more };
}

/** Bits as they are: 16 if the low two are not 11, otherwise 32. */
export function rawOp(word: number): Op {
  return { instruction: undefined, rd: 0, rs1: 0, rs2: 0, imm: word | 0, more: 0 };
}

/** The row called `name` (the first, where a HINT shares the name). @throws Error if there is none */
export function row(name: string): Instruction {
  const [instruction] = instructionsNamed(name);
  if (!instruction) throw new Error(`the table has no ${name}`);
  return instruction;
}

/** Bytes: 2 or 4. */
export function opLength({ instruction, imm }: Op): number {
  if (instruction) return instruction.length;
  return (imm & 3) === 3 ? 4 : 2;
}

/** Bytes of some instructions, one behind the other. */
export function bytesOfOps(ops: readonly Op[]): number {
  let bytes = 0;
  for (let k = 0; k < ops.length; k++) bytes += opLength(ops[k]);
  return bytes;
}

const REGISTERS: readonly FieldName[] = ["rd", "rs1", "rs2"];

/**
 * How each instruction is encoded: what its pattern says, flat in one array, so that encoding is a few shifts. For
 * instruction number k, from k * `ROW` on: the fixed bits; shift and mask of rd, rs1 and rs2 (mask 0 where there is no
 * such field); how many pieces the immediate and `Op.more` have; then for each piece the bit of the value, its mask, and the
 * bit of the word.
 */
const ROW = 7 + 2 + 3 * 8;
const IMMEDIATE_PIECES = 7;
const MORE_PIECES = 8;
const PIECES = 9;
const encoding = new Int32Array(ROW * INSTRUCTIONS.length);
for (const instruction of INSTRUCTIONS) {
  const imm = pieces(instruction.field.get("imm"), 0);
  let from = 0;
  const more: number[] = [];
  for (const field of moreFields(instruction)) {
    more.push(...pieces(field, from));
    from += field.bits;
  }
  const registers = REGISTERS.flatMap((name) => registerPlace(instruction.field.get(name)));
  const row = [instruction.match, ...registers, imm.length / 3, more.length / 3, ...imm, ...more];
  if (row.length > ROW) throw new Error(`${instruction.name} has more pieces than there is room for`);
  encoding.set(row, ROW * instruction.index);
}

/** The fields that `Op.more` holds. */
export function moreFields(instruction: Instruction): Field[] {
  return instruction.fields.filter(({ name }) => name !== "imm" && !REGISTERS.includes(name));
}

function registerPlace(field: Field | undefined): [at: number, mask: number] {
  if (!field) return [0, 0];
  const [{ at, width }] = field.pieces;
  return [at, 2 ** width - 1]; // a three-bit field holds x8 to x15: their low three bits
}

function pieces(field: Field | undefined, from: number): number[] {
  return (field?.pieces ?? []).flatMap(({ at, width, to }) => [to + from, 2 ** width - 1, at]);
}

/** The bits of `op`, unsigned; its fields must fit. Gives what the table's encoder gives, faster. */
export function wordOf({ instruction, rd, rs1, rs2, imm, more }: Op): number {
  if (!instruction) return imm >>> 0;
  const row = ROW * instruction.index;
  let word =
    encoding[row] |
    ((rd & encoding[row + 2]) << encoding[row + 1]) |
    ((rs1 & encoding[row + 4]) << encoding[row + 3]) |
    ((rs2 & encoding[row + 6]) << encoding[row + 5]);
  let at = row + PIECES;
  for (const end = at + 3 * encoding[row + IMMEDIATE_PIECES]; at < end; at += 3) {
    word |= ((imm >>> encoding[at]) & encoding[at + 1]) << encoding[at + 2];
  }
  for (const end = at + 3 * encoding[row + MORE_PIECES]; at < end; at += 3) {
    word |= ((more >>> encoding[at]) & encoding[at + 1]) << encoding[at + 2];
  }
  return word >>> 0;
}

/** The same through the table's encoder, for tests. */
export function slowWordOf(op: Op): number {
  if (!op.instruction) return op.imm >>> 0;
  let from = 0;
  const values: Partial<Record<FieldName, number>> = { rd: op.rd, rs1: op.rs1, rs2: op.rs2, imm: op.imm };
  for (const field of moreFields(op.instruction)) {
    values[field.name] = (op.more >>> from) & (2 ** field.bits - 1);
    from += field.bits;
  }
  return encodeUnchecked(op.instruction, values);
}

/** A compressed instruction written as the base instruction it stands for; others as they are. */
export function baseOp(compressed: Op): Op {
  const { instruction } = compressed;
  if (!instruction || instruction.base === instruction) return compressed;
  const { rd, rs1, rs2, imm } = instruction.binding;
  const value = (source: Field | number): number => {
    if (typeof source === "number") return source & 31; // slot 32 stands for x0
    return compressed[source.name as "rd" | "rs1" | "rs2" | "imm"];
  };
  return op(instruction.base, value(rd), value(rs1), value(rs2), typeof imm === "number" ? imm : compressed.imm);
}
