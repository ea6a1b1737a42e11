import { arrange, type Piece } from "./arrange.ts";
import { baseOp, op, opLength, row, wordOf, type Op } from "./op.ts";
import { codeEnd, type GeneratedProgram } from "./program.ts";

const JAL = row("jal");
/** Turns the bits of a conditional branch into those of its opposite. */
const OPPOSITE = 0x1000;

/** Where the pieces of a program stand. */
export interface Layout {
  readonly pieces: readonly Piece[];
  /** Offset of each piece from the start of the code, and at the end the size of all. */
  readonly offsets: Int32Array;
  /** How far each branch had to be widened: 0 as asked for, 1 in 32 bits, 2 as the opposite branch over a jump. */
  readonly levels: Uint8Array;
}

/** Takes the instructions of a laid out piece one by one. */
export type Put = (word: number, length: number, symbol: "none" | "target" | "high" | "low") => void;

/**
 * Gives every piece its place. Branches that do not reach are widened, as an assembler would do it.
 * @throws RangeError if the code is longer than its room
 */
export function layOut(program: GeneratedProgram): Layout {
  const pieces = arrange(program);
  const levels = new Uint8Array(pieces.length);
  const offsets = new Int32Array(pieces.length + 1);
  for (;;) {
    let at = 0;
    for (let k = 0; k < pieces.length; k++) {
      offsets[k] = at;
      at += pieceLength(pieces[k], levels[k]);
    }
    offsets[pieces.length] = at;
    if (program.base + at > codeEnd(program.base))
      throw new RangeError(`the program has ${at} bytes of code, too many`);
    if (!widen(pieces, offsets, levels)) return { pieces, offsets, levels };
  }
}

/** Instructions beside the branch itself that a piece of this level has. */
function pieceLength({ ops, target }: Piece, level: number): number {
  let length = 0;
  for (const each of ops) length += opLength(each);
  if (target < 0 || level === 0) return length;
  return length - opLength(ops[ops.length - 1]) + 4 * level;
}

function widen(pieces: readonly Piece[], offsets: Int32Array, levels: Uint8Array): boolean {
  let changed = false;
  for (let k = 0; k < pieces.length; k++) {
    const { ops, target, relative } = pieces[k];
    if (target < 0 || relative) continue;
    const distance = offsets[target] - (offsets[k] + pieceLength(pieces[k], levels[k]));
    while (levels[k] < 2 && !reaches(formOf(ops[ops.length - 1], levels[k]), distance)) {
      levels[k]++;
      changed = true;
    }
  }
  return changed;
}

function formOf(branch: Op, level: number): Op {
  return level === 0 ? branch : baseOp(branch);
}

/** True if a branch with this many bytes between its end and its target fits, with room for changes of length. */
function reaches({ instruction }: Op, distance: number): boolean {
  const reach = 2 ** ((instruction?.field.get("imm")?.bits ?? 1) - 1);
  return distance >= 8 - reach && distance < reach - 8;
}

/** Puts the instructions of piece `k`. */
export function putPiece({ pieces, offsets, levels }: Layout, k: number, put: Put): void {
  const { ops, target, relative } = pieces[k];
  if (target < 0) {
    for (const each of ops) put(wordOf(each), opLength(each), "none");
  } else if (relative) {
    const distance = offsets[target] - offsets[k];
    const low = (distance << 20) >> 20;
    put(wordOf({ ...ops[0], imm: distance - low }), 4, "high");
    put(wordOf({ ...ops[1], imm: low }), 4, "low");
    for (let n = 2; n < ops.length; n++) put(wordOf(ops[n]), opLength(ops[n]), "none");
  } else {
    for (let n = 0; n < ops.length - 1; n++) put(wordOf(ops[n]), opLength(ops[n]), "none");
    const branch = formOf(ops[ops.length - 1], levels[k]);
    const end = offsets[k] + pieceLength(pieces[k], levels[k]);
    if (levels[k] === 2) {
      put(wordOf({ ...branch, imm: 8 }) ^ OPPOSITE, 4, "none");
      put(wordOf(op(JAL, 0, 0, 0, offsets[target] - end + 4)), 4, "target");
    } else {
      const length = opLength(branch);
      put(wordOf({ ...branch, imm: offsets[target] - end + length }), length, "target");
    }
  }
}

const C_NOP = 0x0001;

/** The code of a laid out program, filled up to a multiple of 4 bytes: whether an assembler does so depends on its options. */
export function encodeLayout(layout: Layout): Uint8Array {
  const count = layout.offsets[layout.pieces.length] / 2;
  const halves = new Uint16Array(count + (count % 2));
  if (count % 2 === 1) halves[count] = C_NOP;
  let at = 0;
  const put = (word: number, length: number) => {
    halves[at++] = word;
    if (length === 4) halves[at++] = word >>> 16;
  };
  for (let k = 0; k < layout.pieces.length; k++) putPiece(layout, k, put);
  return new Uint8Array(halves.buffer);
}
