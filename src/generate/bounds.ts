import type { Piece } from "./arrange.ts";
import type { Layout } from "./layout.ts";
import { stepsOf, type Charging, type Steps } from "./steps.ts";

/** Cycles that a program can take; both are exact if they are equal. */
export interface CycleBounds {
  /** On the shortest way to the exit, each loop body once. */
  readonly least: number;
  /** All there is, each loop body as often as its counter says. */
  readonly most: number;
  /** The same of one call of each function, by the piece it begins with. */
  readonly called: ReadonlyMap<number, { readonly least: number; readonly most: number }>;
}

/** Cycles of a program that ends by exit, from its shape alone. */
export function cycleBounds(layout: Layout, world: Charging, steps: Steps = stepsOf(layout, world)): CycleBounds {
  const { pieces } = layout;
  const { firsts } = steps;
  const own = mostOfPieces(layout, steps);
  const least = new Array<number>(firsts[pieces.length] + 1).fill(0);
  const times = timesOf(pieces);
  const called = new Map<number, { least: number; most: number }>();
  let ways = 0; // where the section that is being looked at ends
  let sum = 0;
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { item, target } = pieces[k];
    const callee = item?.kind === "call" ? called.get(target) : undefined;
    if (item === undefined && k > 0) {
      ways = k;
      sum = 0;
    }
    sum += (own[k] + (item?.extraCycles ?? 0) + (callee?.most ?? 0)) * times[k];
    const first = firsts[k];
    const behind = firsts[k + 1];
    const branchTo = item?.kind === "branch" ? least[firsts[Math.min(target, ways)]] : Infinity;
    for (let n = behind - 1; n >= first; n--) {
      const next = n + steps.lengths[n];
      let after = k === ways && next >= behind && k > 0 ? 0 : least[next];
      if (next >= behind) after = Math.min(after, branchTo) + (callee?.least ?? 0);
      // An opposite branch, over a jump to where the branch goes.
      else if (next === behind - 1 && layout.levels[k] === 2 && target >= 0) {
        after = Math.min(least[behind], steps.costs[next] + branchTo);
      }
      least[n] = steps.costs[n] + after;
    }
    if (item?.kind === "function") called.set(k, { least: least[first], most: sum });
  }
  return { least: least[0], most: sum, called };
}

/** Cycles that each piece takes at most when it is executed once. What is fused over its end counts where it begins. */
function mostOfPieces({ pieces }: Layout, { firsts, costs, lengths, fused }: Steps): number[] {
  const most = new Array<number>(pieces.length).fill(0);
  if (fused.length === 0) {
    for (let k = 0; k < pieces.length; k++) for (let n = firsts[k]; n < firsts[k + 1]; n++) most[k] += costs[n];
    return most;
  }
  const entered = new Array<number>(pieces.length).fill(0);
  for (const { target } of pieces) if (target >= 0) entered[target] = 1;
  /** Positions at which execution can come to a piece: its beginning, and where what is fused over it ends. */
  let entries = [0];
  for (let k = 0; k < pieces.length; k++) {
    const behind = firsts[k + 1];
    if (entered[k] === 1 && !entries.includes(firsts[k])) entries.push(firsts[k]);
    for (let entry = 0; entry < entries.length; entry++) {
      let sum = 0;
      let n = entries[entry];
      for (; n < behind; n += lengths[n]) sum += costs[n];
      if (sum > most[k]) most[k] = sum;
      entries[entry] = n;
    }
    if (entries.length > 1) entries = [...new Set(entries)];
  }
  return most;
}

/** How often each piece is executed at most, in one call of its section. */
function timesOf(pieces: readonly Piece[]): number[] {
  const times = new Array<number>(pieces.length).fill(1);
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
export function roundsOf({ ops }: Piece): number {
  let rounds = 0;
  for (const { instruction, imm } of ops) rounds = instruction?.name === "lui" ? imm : rounds + imm;
  return rounds;
}
