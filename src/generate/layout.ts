import { INSTRUCTIONS } from "../isa/index.ts";
import { arrange, JALR_REACH, type Piece } from "./arrange.ts";
import { oppositeOf } from "./opposites.ts";
import { reaches } from "./reaches.ts";
import { baseOp, op, opLength, row, withImmediate, type Op } from "./op.ts";
import { codeEnd, codeStart, type GeneratedProgram } from "./program.ts";

const JAL = row("jal");
const LUI = row("lui");
const RA = 1;
const PAGE = 4096;

/** Where the pieces of a program stand, and what they become there. */
export interface Layout extends Places {
  /** The instructions of each piece with all their numbers: what is executed. */
  readonly ops: readonly (readonly Op[])[];
  /** The executable segments, in the order of their program headers. */
  readonly segments: readonly CodeSegment[];
}

/** An executable segment: bytes that nothing executes, then runs of pieces. */
export interface CodeSegment {
  readonly address: number;
  readonly lead: Uint8Array;
  /** Which pieces stand here, in the order of memory. */
  readonly runs: readonly PieceRun[];
  /** Bytes of all of it. */
  readonly size: number;
}

/** Pieces `first` to `behind` - 1. */
export interface PieceRun {
  readonly first: number;
  readonly behind: number;
}

interface Placing extends Places {
  readonly offsets: number[];
  readonly levels: number[];
}

interface Places {
  /** Address of the code. */
  readonly base: number;
  readonly pieces: readonly Piece[];
  /** Offset of each piece from `base`, and at the end that of the end of all. The first is where the program is entered. */
  readonly offsets: readonly number[];
  /** How far each branch had to be widened: 0 as asked for, 1 in 32 bits, 2 as the opposite branch over a jump. */
  readonly levels: readonly number[];
}

/** What a number in an instruction stands for: an address of the program, or one half of it. */
export type Symbolic = "none" | "target" | "high" | "low";

/**
 * Gives every piece its place. Branches that do not reach are widened, as an assembler would do it.
 * @throws RangeError if the code is longer than its room, or a call is too far away
 */
export function layOut(program: GeneratedProgram): Layout {
  const { base, codeRoom } = program;
  const pieces = arrange(program);
  // Plain arrays: they are small, and typed arrays of that size take longer to make than to fill.
  const count = pieces.length;
  const offsets = new Array<number>(count + 1);
  const levels = new Array<number>(count);
  for (let k = 0; k < count; k++) levels[k] = 0;
  const places = { base, pieces, offsets, levels };
  const segments = segmentsOf(program, pieces);
  do for (const segment of segments) segment.size = place(places, segment);
  while (widen(places));
  let behind = codeEnd(base, codeRoom);
  for (let k = segments.length - 1; k >= 0; k--) {
    const { address, size } = segments[k];
    if (address + size > behind) throw new RangeError(`the program has ${size} bytes of code at ${address}, too many`);
    behind = codeStart(address);
  }
  const ops = new Array<readonly Op[]>(count);
  for (let k = 0; k < count; k++) ops[k] = finalOps(places, k);
  return { base, pieces, offsets, levels, segments, ops };
}

const NO_LEAD = new Uint8Array(0);

/** Which pieces stand in which segment. */
function segmentsOf({ base, lead, functions }: GeneratedProgram, pieces: readonly Piece[]): Mutable<CodeSegment>[] {
  const all = { first: 0, behind: pieces.length };
  const first = functions === "behind" ? -1 : pieces.findIndex(({ item }) => item?.kind === "function");
  if (first < 0) return [{ address: base, lead, runs: [all], size: 0 }];
  const main = { first: 0, behind: first };
  const others = { first, behind: pieces.length };
  if (functions === "before") return [{ address: base, lead, runs: [others, main], size: 0 }];
  return [
    { address: base, lead, runs: [main], size: 0 },
    { address: functions as number, lead: NO_LEAD, runs: [others], size: 0 },
  ];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Gives the pieces of a segment their offsets. @returns its size in bytes */
function place({ base, pieces, offsets, levels }: Placing, { address, lead, runs }: CodeSegment): number {
  const start = address - base;
  let at = start + lead.length;
  for (const { first, behind } of runs) {
    for (let k = first; k < behind; k++) {
      offsets[k] = at;
      const piece = pieces[k];
      at += pieceLength(piece, levels[k]);
      if (piece.item?.endsAt !== undefined) at += roomBehind(piece, base + offsets[k], levels[k]);
    }
  }
  offsets[pieces.length] = at;
  return at - start;
}

/** Bytes between the end of a piece that begins at `start` and where the next one is to begin. */
function roomBehind(piece: Piece, start: number, level: number): number {
  const endsAt = piece.item?.endsAt;
  if (endsAt === undefined) return 0;
  const end = start + pieceLength(piece, level);
  return endsAt < 0 ? start + PAGE - end : (endsAt - (end % PAGE) + PAGE) % PAGE;
}

/** Bytes of zeros that stand behind piece `k`. */
export function zerosBehind({ base, pieces, offsets, levels }: Layout, k: number): number {
  return roomBehind(pieces[k], base + offsets[k], levels[k]);
}

/** Bytes of the instructions of a piece. */
function pieceLength({ ops, bytes, target, loading }: Piece, level: number): number {
  if (target < 0 || level === 0) return bytes;
  const widened = loading === "no" ? ops[ops.length - 1] : ops[0];
  return bytes - opLength(widened) + 4 * level;
}

function widen({ base, pieces, offsets, levels }: Placing): boolean {
  let changed = false;
  for (let k = 0; k < pieces.length; k++) {
    const { ops, target, loading } = pieces[k];
    if (target < 0 || loading === "relative" || loading === "from zero") continue;
    if (loading === "absolute") {
      if (levels[k] > 0 || fits(ops[0], highPart(base + offsets[target]))) continue;
      levels[k] = 1;
      changed = true;
      continue;
    }
    const distance = offsets[target] - (offsets[k] + pieceLength(pieces[k], levels[k]));
    while (levels[k] < 2 && !reaches(ops[ops.length - 1], levels[k], distance)) {
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

function finalOps(layout: Places, k: number): readonly Op[] {
  const { pieces, offsets, levels } = layout;
  const { ops, target, loading } = pieces[k];
  if (loading === "from zero") return [fromZero(layout, k)];
  if (loading !== "no") return loadingOps(layout, k);
  if (target < 0) return ops;
  const last = ops.length - 1;
  const branch = formOf(ops[last], levels[k]);
  const distance = offsets[target] - offsets[k] - pieceLength(pieces[k], levels[k]);
  const final = ops.slice();
  if (levels[k] === 2) {
    final[last] = { ...branch, instruction: oppositeOf(branch.instruction), imm: 8 };
    final.push(op(JAL, 0, 0, 0, distance + 4));
  } else {
    final[last] = withImmediate(branch, distance + opLength(branch));
  }
  return final;
}

/** The jump of a piece that jumps from x0, or, where that does not reach, one that is relative to pc and as long. */
function fromZero({ base, pieces, offsets }: Places, k: number): Op {
  const { ops, target } = pieces[k];
  const [{ rd }] = ops;
  const address = base + offsets[target];
  // Behind `lui` or `auipc` of x0, a jump from it that links ra would be the other half of a fused far jump.
  if (address < JALR_REACH && rd !== RA) return withImmediate(ops[0], address);
  return op(JAL, rd, 0, 0, offsets[target] - offsets[k]);
}

/** What the number in instruction `n` of piece `k` stands for. */
export function symbolOf({ pieces, levels, ops: final }: Layout, k: number, n: number): Symbolic {
  const { ops, target, loading } = pieces[k];
  if (target < 0) return "none";
  if (loading === "from zero") return final[k][0].instruction === JAL ? "target" : "low";
  if (loading === "no") return n === ops.length - 1 + (levels[k] === 2 ? 1 : 0) ? "target" : "none";
  return n === 0 ? "high" : n === lowIndex(ops) ? "low" : "none";
}

function loadingOps({ base, pieces, offsets, levels }: Places, k: number): Op[] {
  const { ops, target, loading, item } = pieces[k];
  const address = item?.loads ?? base + offsets[target];
  const value = loading === "relative" ? address - base - offsets[k] : address;
  const final = ops.slice();
  final[0] = withImmediate(formOf(ops[0], levels[k]), highPart(value) | 0);
  const low = lowIndex(ops);
  if (low > 0) final[low] = withImmediate(ops[low], lowPart(value));
  return final;
}

/** By `Instruction.index`: whether it can add the low 12 bits to a register. */
const ADDS_LOW = INSTRUCTIONS.map(({ field }) => field.has("rs1") && field.has("imm"));

/** The instruction that adds the low 12 bits to what the first one loads; -1 if there is none. */
function lowIndex(ops: readonly Op[]): number {
  const [{ rd }] = ops;
  for (let n = 1; n < ops.length; n++) {
    const { instruction, rs1 } = ops[n];
    if (rs1 === rd && instruction?.length === 4 && ADDS_LOW[instruction.index]) return n;
  }
  return -1;
}
