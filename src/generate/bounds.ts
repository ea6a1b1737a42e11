import type { CostModel } from "../case/index.ts";
import type { Layout } from "./layout.ts";
import type { Op } from "./op.ts";
import type { Piece } from "./arrange.ts";

/** Cycles that a program can take; both are exact if they are equal. */
export interface CycleBounds {
  /** On the shortest way to the exit, each loop body once. */
  readonly least: number;
  /** All there is, each loop body as often as its counter says. */
  readonly most: number;
}

/** Cycles and instructions of a program that ends by exit, from its shape alone. */
export function cycleBounds(layout: Layout, cost: CostModel): CycleBounds {
  const { pieces, levels } = layout;
  const most = new Float64Array(pieces.length);
  const least = new Float64Array(pieces.length + 1);
  const times = timesOf(pieces);
  let ways = 0; // where the section that is being looked at ends
  const calledMost = new Map<number, number>();
  const calledLeast = new Map<number, number>();
  let sum = 0;
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { item, ops, target } = pieces[k];
    const own = costOf(ops, cost);
    const widened = levels[k] === 2 ? (cost === "real" ? 3 : 1) : 0;
    const calls = item?.kind === "call" && target >= 0;
    most[k] = own + widened + (item?.extraCycles ?? 0) + (calls ? (calledMost.get(target) ?? 0) : 0);
    sum += most[k] * times[k];
    const endsSection = item === undefined && k > 0;
    if (endsSection) {
      ways = k;
      least[k] = own;
      sum = most[k];
      continue;
    }
    const next = least[k + 1];
    const after = item?.kind === "branch" ? Math.min(next, least[Math.min(target, ways)]) : next;
    least[k] = own + after + (calls ? (calledLeast.get(target) ?? 0) : 0);
    if (item?.kind === "function") {
      calledMost.set(k, sum);
      calledLeast.set(k, least[k]);
    }
  }
  return { least: least[0], most: sum };
}

function costOf(ops: readonly Op[], cost: CostModel): number {
  if (cost === "constant") return ops.length;
  let sum = 0;
  for (const { instruction } of ops) sum += instruction?.cost ?? 0;
  return sum;
}

/** How often each piece is executed at most, in one call of its section. */
function timesOf(pieces: readonly Piece[]): Float64Array {
  const times = new Float64Array(pieces.length).fill(1);
  const open: { end: number; times: number }[] = [];
  for (let k = pieces.length - 1; k >= 0; k--) {
    // Backwards: a foot opens the loop, and its head, before which the loop is set up, closes it.
    while (open.length > 0 && k < open[open.length - 1].end) open.pop();
    const around = open.length > 0 ? open[open.length - 1].times : 1;
    const { item, target } = pieces[k];
    if (item?.kind === "end" && target >= 0) {
      open.push({ end: target, times: around * roundsOf(pieces[target - 1]) });
      times[k] = open[open.length - 1].times;
    } else times[k] = around;
  }
  return times;
}

/** The value that the head of a loop gives its counter. */
function roundsOf({ ops }: Piece): number {
  let rounds = 0;
  for (const { instruction, imm } of ops) rounds = instruction?.name === "lui" ? imm : rounds + imm;
  return rounds;
}
