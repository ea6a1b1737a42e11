import { addNumber } from "./constant.ts";
import { baseOp, bytesOfOps, op, row, type Op } from "./op.ts";
import type { GeneratedProgram, Item } from "./program.ts";

const AUIPC = row("auipc");
const LUI = row("lui");
const JALR = row("jalr");
const ECALL = op(row("ecall"), 0, 0, 0, 0);
const A0 = 10;
const A7 = 17;
const EXIT = 93;

/**
 * How a piece comes by the address of its target: as its last instruction can, relative to pc, as a number, or as a small
 * number that is added to x0 by a jump.
 */
export type Loading = "no" | "relative" | "absolute" | "from zero";

/** The first address that a jump from x0 does not reach, from 0 up. */
export const JALR_REACH = 2048;

/** Instructions that stand together, with the place they go to. */
export interface Piece {
  /** The item it was made from; undefined for what every program has before and after its items. */
  readonly item: Item | undefined;
  readonly ops: readonly Op[];
  /** Bytes of these. */
  readonly bytes: number;
  /** The piece that its last instruction jumps to; -1 for none. */
  readonly target: number;
  /** Whether an address is loaded: the first instruction has its high 20 bits, and a later one the low 12. */
  readonly loading: Loading;
}

/**
 * The pieces of a program in memory order: set-up, the items of the main section, the exit, then each function with
 * its return. All targets are resolved; halves without the other half have no instructions.
 */
export function arrange(program: GeneratedProgram): Piece[] {
  const { items, pointers, exitCode } = program;
  const setUp: Op[] = [];
  for (const { register, address } of pointers) addNumber(setUp, register, address);
  const pieces: Piece[] = [fixed(setUp)];
  const heads = headsOf(items);
  let ending: readonly Op[] = exitOps(exitCode);
  let section = 0;
  let sectionEnd = heads[0];
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    if (item.kind === "function") {
      pieces.push(fixed(ending), piece(item, NO_OPS, -1, "no"));
      ending = item.ops;
      sectionEnd = heads[++section];
      continue;
    }
    const target = item.target < 0 ? -1 : targetOf(items, heads, k, sectionEnd);
    const dead = target < 0 && item.target >= 0 && item.kind !== "loop";
    pieces.push(piece(item, dead ? NO_OPS : item.ops, target, loadingOf(item, target)));
  }
  pieces.push(fixed(ending));
  return pieces;
}

const NO_OPS: readonly Op[] = [];

function fixed(ops: readonly Op[]): Piece {
  return piece(undefined, ops, -1, "no");
}

function piece(item: Item | undefined, ops: readonly Op[], target: number, loading: Loading): Piece {
  return { item, ops, bytes: bytesOfOps(ops), target, loading };
}

function loadingOf({ ops, loads, kind }: Item, target: number): Loading {
  if (loads !== undefined) return "relative";
  if (target < 0 || kind === "loop") return "no";
  if (ops.length === 1) return ops[0].instruction === JALR && ops[0].rs1 === 0 ? "from zero" : "no";
  if (ops.length < 2) return "no";
  const { instruction } = baseOp(ops[0]);
  return instruction === AUIPC ? "relative" : instruction === LUI ? "absolute" : "no";
}

function exitOps(code: number | undefined): Op[] {
  const ops: Op[] = [];
  if (code !== undefined) addNumber(ops, A0, code);
  addNumber(ops, A7, EXIT);
  ops.push(ECALL);
  return ops;
}

/** The indices of all heads of functions, and behind them the number of items. */
function headsOf(items: readonly Item[]): number[] {
  const heads: number[] = [];
  for (let k = 0; k < items.length; k++) if (items[k].kind === "function") heads.push(k);
  heads.push(items.length);
  return heads;
}

/** The index of the piece of item `k`: one is before all of them, and one more before each function. */
function placeOf(heads: readonly number[], k: number): number {
  let place = k + 1;
  for (let n = 0; heads[n] <= k; n++) place++;
  return place;
}

/** The piece item `k` goes to, or -1 if there is nothing to go to; its section ends before item `sectionEnd`. */
function targetOf(items: readonly Item[], heads: readonly number[], k: number, sectionEnd: number): number {
  const { kind, target } = items[k];
  if (kind === "branch") {
    const next = firstFrom(items, target, k + 1, sectionEnd);
    // Behind the last item of the section stands what ends it.
    return next < sectionEnd ? placeOf(heads, next) : placeOf(heads, next - 1) + 1;
  }
  if (kind === "end") {
    const head = firstFrom(items, target, 0, k);
    return head < k && items[head].id === target ? placeOf(heads, head) + 1 : -1;
  }
  if (kind === "call") {
    const callee = firstFrom(items, target, k + 1, items.length);
    return callee < items.length && items[callee].id === target ? placeOf(heads, callee) : -1;
  }
  if (kind === "fault") {
    const end = firstFrom(items, target, k + 1, items.length);
    // Behind the head, which leaves room before it.
    return end < items.length && items[end].id === target ? placeOf(heads, end) + 1 : -1;
  }
  return -1;
}

/** The first of the items `from` to `behind` - 1 whose id is at least `id`, or `behind`: ids ascend, so this halves. */
function firstFrom(items: readonly Item[], id: number, from: number, behind: number): number {
  while (from < behind) {
    const middle = (from + behind) >> 1;
    if (items[middle].id < id) from = middle + 1;
    else behind = middle;
  }
  return from;
}
