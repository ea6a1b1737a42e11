import { loadNumber } from "./constant.ts";
import { baseOp, op, row, type Op } from "./op.ts";
import type { GeneratedProgram, Item } from "./program.ts";

const AUIPC = row("auipc");
const LUI = row("lui");
const ECALL = op(row("ecall"), 0, 0, 0, 0);
const A0 = 10;
const A7 = 17;
const EXIT = 93;

/** How a piece comes by the address of its target: as its last instruction can, relative to pc, or as a number. */
export type Loading = "no" | "relative" | "absolute";

/** Instructions that stand together, with the place they go to. */
export interface Piece {
  /** The item it was made from; undefined for what every program has before and after its items. */
  readonly item: Item | undefined;
  readonly ops: readonly Op[];
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
  const pieces: Piece[] = [fixed(pointers.flatMap(({ register, address }) => loadNumber(register, address)))];
  const places = placesOf(items);
  let ending = exitOps(exitCode);
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    if (item.kind === "function") {
      pieces.push(fixed(ending), { item, ops: [], target: -1, loading: "no" });
      ending = [...item.ops];
      continue;
    }
    const target = item.target < 0 ? -1 : targetOf(items, places, k);
    const dead = target < 0 && item.target >= 0 && item.kind !== "loop";
    pieces.push({ item, ops: dead ? [] : item.ops, target, loading: loadingOf(item, target) });
  }
  pieces.push(fixed(ending));
  return pieces;
}

function fixed(ops: readonly Op[]): Piece {
  return { item: undefined, ops, target: -1, loading: "no" };
}

function loadingOf({ ops, loads, kind }: Item, target: number): Loading {
  if (loads !== undefined) return "relative";
  if (target < 0 || kind === "loop" || ops.length < 2) return "no";
  const { instruction } = baseOp(ops[0]);
  return instruction === AUIPC ? "relative" : instruction === LUI ? "absolute" : "no";
}

function exitOps(code: number | undefined): Op[] {
  return [...(code === undefined ? [] : loadNumber(A0, code)), ...loadNumber(A7, EXIT), ECALL];
}

/** The index of each item's piece: one is before all of them, and one more before each function. */
function placesOf(items: readonly Item[]): Int32Array {
  const places = new Int32Array(items.length);
  let before = 1;
  for (let k = 0; k < items.length; k++) {
    if (items[k].kind === "function") before++;
    places[k] = k + before;
  }
  return places;
}

/** The piece item `k` goes to, or -1 if there is nothing to go to. */
function targetOf(items: readonly Item[], places: Int32Array, k: number): number {
  const { kind, target } = items[k];
  if (kind === "branch") {
    let next = k + 1;
    while (next < items.length && items[next].id < target && items[next].kind !== "function") next++;
    // Behind the last item of the section stands what ends it.
    return next < items.length && items[next].kind !== "function" ? places[next] : places[next - 1] + 1;
  }
  if (kind === "end") {
    for (let head = k - 1; head >= 0 && items[head].id >= target; head--) {
      if (items[head].id === target) return places[head] + 1;
    }
    return -1;
  }
  if (kind === "call") {
    for (let callee = k + 1; callee < items.length; callee++) {
      if (items[callee].id === target) return places[callee];
    }
  }
  return -1;
}
