import { encodeUnchecked, instructionsNamed, type Field, type FieldName, type Instruction } from "../isa/index.ts";

/** One instruction of a generated program: a row of the table with its fields, or raw bits. */
export interface Op {
  /** Undefined for raw bits, which `imm` then holds. */
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

/** Bits as they are: 16 if the low two are not 11, otherwise 32. */
export function rawOp(word: number): Op {
  return { instruction: undefined, rd: 0, rs1: 0, rs2: 0, imm: word >>> 0, more: 0 };
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

const REGISTERS: readonly FieldName[] = ["rd", "rs1", "rs2"];

/** Where the fields of one instruction go, flat, so that encoding is a few shifts. */
class Encoder {
  readonly match: number;
  /** Shift and mask of rd, rs1 and rs2; mask 0 where there is no such field. */
  readonly rdAt: number;
  readonly rdMask: number;
  readonly rs1At: number;
  readonly rs1Mask: number;
  readonly rs2At: number;
  readonly rs2Mask: number;
  /** Triples: bit of the value, mask, bit of the word. */
  readonly imm: readonly number[];
  readonly more: readonly number[];

  constructor(instruction: Instruction) {
    this.match = instruction.match;
    const [rd, rs1, rs2] = REGISTERS.map((name) => registerPlace(instruction.field.get(name)));
    [this.rdAt, this.rdMask] = rd;
    [this.rs1At, this.rs1Mask] = rs1;
    [this.rs2At, this.rs2Mask] = rs2;
    this.imm = pieces(instruction.field.get("imm"), 0);
    let from = 0;
    const more: number[] = [];
    for (const field of moreFields(instruction)) {
      more.push(...pieces(field, from));
      from += field.bits;
    }
    this.more = more;
  }
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

const encoders: (Encoder | undefined)[] = [];

/** The bits of `op`, unsigned; its fields must fit. Gives what the table's encoder gives, faster. */
export function wordOf({ instruction, rd, rs1, rs2, imm, more }: Op): number {
  if (!instruction) return imm;
  const encoder = (encoders[instruction.index] ??= new Encoder(instruction));
  let word =
    encoder.match |
    ((rd & encoder.rdMask) << encoder.rdAt) |
    ((rs1 & encoder.rs1Mask) << encoder.rs1At) |
    ((rs2 & encoder.rs2Mask) << encoder.rs2At);
  const places = encoder.imm;
  for (let k = 0; k < places.length; k += 3) word |= ((imm >>> places[k]) & places[k + 1]) << places[k + 2];
  const others = encoder.more;
  for (let k = 0; k < others.length; k += 3) word |= ((more >>> others[k]) & others[k + 1]) << others[k + 2];
  return word >>> 0;
}

/** The same through the table's encoder, for tests. */
export function slowWordOf(op: Op): number {
  if (!op.instruction) return op.imm;
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
