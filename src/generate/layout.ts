import { INSTRUCTIONS, type Instruction } from "../isa/index.ts";
import { arrange, type Piece } from "./arrange.ts";
import { baseOp, op, opLength, row, wordOf, type Op } from "./op.ts";
import { codeEnd, type GeneratedProgram } from "./program.ts";

const JAL = row("jal");
const LUI = row("lui");
const PAGE = 4096;
/** Turns the bits of a conditional branch into those of its opposite. */
const OPPOSITE = 0x1000;

/** Where the pieces of a program stand, and what they become there. */
export interface Layout extends Places {
  /** The instructions of each piece with all their numbers: what is executed. */
  readonly ops: readonly (readonly Op[])[];
}

interface Places {
  /** Address of the code. */
  readonly base: number;
  readonly pieces: readonly Piece[];
  /** Offset of each piece from the start of the code, and at the end the size of all. */
  readonly offsets: Int32Array;
  /** How far each branch had to be widened: 0 as asked for, 1 in 32 bits, 2 as the opposite branch over a jump. */
  readonly levels: Uint8Array;
}

/** What a number in an instruction stands for: an address of the program, or one half of it. */
export type Symbolic = "none" | "target" | "high" | "low";

/**
 * Gives every piece its place. Branches that do not reach are widened, as an assembler would do it.
 * @throws RangeError if the code is longer than its room
 */
export function layOut(program: GeneratedProgram): Layout {
  const { base } = program;
  const pieces = arrange(program);
  const levels = new Uint8Array(pieces.length);
  const offsets = new Int32Array(pieces.length + 1);
  const layout = { base, pieces, offsets, levels };
  for (;;) {
    let at = 0;
    for (let k = 0; k < pieces.length; k++) {
      offsets[k] = at;
      at += pieceLength(pieces[k], levels[k]);
      const { item } = pieces[k];
      if (item?.endsAt !== undefined) at += roomBehind(base + offsets[k], base + at, item.endsAt);
    }
    offsets[pieces.length] = at;
    if (base + at > codeEnd(base)) throw new RangeError(`the program has ${at} bytes of code, too many`);
    if (!widen(layout)) return { ...layout, ops: pieces.map((_, k) => finalOps(layout, k)) };
  }
}

/** Bytes between the end of a piece and where the next one is to begin. */
function roomBehind(start: number, end: number, endsAt: number): number {
  if (endsAt < 0) return start + PAGE - end;
  return (endsAt - (end % PAGE) + PAGE) % PAGE;
}

/** Bytes of the instructions of a piece. */
function pieceLength({ ops, target, loading }: Piece, level: number): number {
  let length = 0;
  for (const each of ops) length += opLength(each);
  if (target < 0 || level === 0) return length;
  const widened = loading === "no" ? ops[ops.length - 1] : ops[0];
  return length - opLength(widened) + 4 * level;
}

function widen({ base, pieces, offsets, levels }: Places): boolean {
  let changed = false;
  for (let k = 0; k < pieces.length; k++) {
    const { ops, target, loading } = pieces[k];
    if (target < 0 || loading === "relative") continue;
    if (loading === "absolute") {
      if (levels[k] > 0 || fits(ops[0], highPart(base + offsets[target]))) continue;
      levels[k] = 1;
      changed = true;
      continue;
    }
    const distance = offsets[target] - (offsets[k] + pieceLength(pieces[k], levels[k]));
    while (levels[k] < 2 && !reaches(formOf(ops[ops.length - 1], levels[k]), distance)) {
      levels[k]++;
      changed = true;
    }
  }
  return changed;
}

/** The low 12 bits of `value`, which are signed. */
function lowPart(value: number): number {
  return (value << 20) >> 20;
}

/** What is left of `value` without them. */
function highPart(value: number): number {
  return value - lowPart(value);
}

/** True if `lui` or `c.lui` can load `high`. */
function fits({ instruction }: Op, high: number): boolean {
  return instruction === LUI || (high !== 0 && high >= -0x20000 && high < 0x20000);
}

function formOf(branch: Op, level: number): Op {
  return level === 0 ? branch : baseOp(branch);
}

/** True if a branch with this many bytes between its end and its target fits, with room for changes of length. */
function reaches({ instruction }: Op, distance: number): boolean {
  const reach = 2 ** ((instruction?.field.get("imm")?.bits ?? 1) - 1);
  return distance >= 8 - reach && distance < reach - 8;
}

function finalOps(layout: Places, k: number): readonly Op[] {
  const { pieces, offsets, levels } = layout;
  const { ops, target, loading } = pieces[k];
  if (loading !== "no") return loadingOps(layout, k);
  if (target < 0) return ops;
  const final = ops.slice();
  const branch = formOf(final.pop() as Op, levels[k]);
  const end = offsets[k] + pieceLength(pieces[k], levels[k]);
  if (levels[k] === 2) {
    final.push({ ...branch, instruction: oppositeOf(branch.instruction), imm: 8 });
    final.push(op(JAL, 0, 0, 0, offsets[target] - end + 4));
  } else {
    final.push({ ...branch, imm: offsets[target] - end + opLength(branch) });
  }
  return final;
}

/** What the number in instruction `n` of piece `k` stands for. */
export function symbolOf({ pieces, levels }: Layout, k: number, n: number): Symbolic {
  const { ops, target, loading } = pieces[k];
  if (target < 0) return "none";
  if (loading === "no") return n === ops.length - 1 + (levels[k] === 2 ? 1 : 0) ? "target" : "none";
  return n === 0 ? "high" : n === lowIndex(ops) ? "low" : "none";
}

function loadingOps({ base, pieces, offsets, levels }: Places, k: number): Op[] {
  const { ops, target, loading, item } = pieces[k];
  const address = item?.loads ?? base + offsets[target];
  const value = loading === "relative" ? address - base - offsets[k] : address;
  const final = ops.slice();
  final[0] = { ...formOf(ops[0], levels[k]), imm: highPart(value) | 0 };
  const low = lowIndex(ops);
  if (low > 0) final[low] = { ...ops[low], imm: lowPart(value) };
  return final;
}

/** The instruction that adds the low 12 bits to what the first one loads; -1 if there is none. */
function lowIndex(ops: readonly Op[]): number {
  const [{ rd }] = ops;
  for (let n = 1; n < ops.length; n++) {
    const { instruction, rs1 } = ops[n];
    if (rs1 === rd && instruction?.length === 4 && instruction.field.has("rs1") && instruction.field.has("imm"))
      return n;
  }
  return -1;
}

function oppositeOf(branch: Instruction | undefined): Instruction | undefined {
  return INSTRUCTIONS.find(({ match, mask }) => match === ((branch?.match ?? 0) ^ OPPOSITE) && mask === branch?.mask);
}

const C_NOP = 0x0001;

/** The code of a laid out program, filled up to a multiple of 4 bytes: whether an assembler does so depends on its options. */
export function encodeLayout(layout: Layout): Uint8Array {
  const { pieces, offsets, ops } = layout;
  const count = offsets[pieces.length] / 2;
  const halves = new Uint16Array(count + (count % 2));
  if (count % 2 === 1) halves[count] = C_NOP;
  for (let k = 0; k < pieces.length; k++) {
    let at = offsets[k] / 2;
    for (const each of ops[k]) {
      const word = wordOf(each);
      halves[at++] = word;
      if (opLength(each) === 4) halves[at++] = word >>> 16;
    }
  }
  return new Uint8Array(halves.buffer);
}
