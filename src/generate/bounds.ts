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
  const { pieces, levels } = layout;
  const { firsts, costs, lengths } = steps;
  const fusedMost = steps.fused.length > 0 ? mostOfPieces(layout, steps) : undefined;
  const least = new Array<number>(firsts[pieces.length] + 1);
  least[firsts[pieces.length]] = 0;
  const called = new Map<number, { least: number; most: number }>();
  const loops: Loop[] = [];
  let ways = 0; // where the section that is being looked at ends
  let sum = 0;
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { item, target } = pieces[k];
    const callee = item?.kind === "call" ? called.get(target) : undefined;
    if (item === undefined && k > 0) {
      ways = k;
      sum = 0;
    }
    const first = firsts[k];
    const behind = firsts[k + 1];
    const branches = item?.kind === "branch";
    const branchTo = branches ? least[firsts[Math.min(target, ways)]] : 0;
    let own = 0;
    for (let n = behind - 1; n >= first; n--) {
      own += costs[n];
      const next = n + lengths[n];
      let after = k === ways && next >= behind && k > 0 ? 0 : least[next];
      if (next >= behind) {
        if (branches && branchTo < after) after = branchTo;
        if (callee) after += callee.least;
      } else if (next === behind - 1 && levels[k] === 2 && target >= 0) {
        // An opposite branch, over a jump to where the branch goes.
        after = least[behind];
        if (branches && costs[next] + branchTo < after) after = costs[next] + branchTo;
      }
      least[n] = costs[n] + after;
    }
    const once = (fusedMost?.[k] ?? own) + (item?.extraCycles ?? 0) + (callee?.most ?? 0);
    sum += once * timesOf(pieces, k, loops);
    if (item?.kind === "function") called.set(k, { least: least[first], most: sum });
  }
  return { least: least[0], most: sum, called };
}

/** Cycles that each piece takes at most when it is executed once. What is fused over its end counts where it begins. */
function mostOfPieces({ pieces }: Layout, { firsts, costs, lengths }: Steps): number[] {
  const most = new Array<number>(pieces.length);
  const entered = new Array<boolean>(pieces.length);
  for (let k = 0; k < pieces.length; k++) entered[k] = false;
  for (const { target } of pieces) if (target >= 0) entered[target] = true;
  /** Positions at which execution can come to a piece: its beginning, and where what is fused over it ends. */
  let entries = [0];
  for (let k = 0; k < pieces.length; k++) {
    const behind = firsts[k + 1];
    most[k] = 0;
    if (entered[k] && !entries.includes(firsts[k])) entries.push(firsts[k]);
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

/** A loop around what is looked at. */
interface Loop {
  /** The piece behind its head. */
  readonly start: number;
  readonly times: number;
}

/**
 * How often piece `k` is executed at most, in one call of its section; to be asked of all pieces from the last one on.
 * @param open the loops around the piece before, the outermost first, which are changed to those around this one
 */
function timesOf(pieces: readonly Piece[], k: number, open: Loop[]): number {
  // Backwards: a foot opens the loop, and its head, before which the loop is set up, closes it.
  while (open.length > 0 && k < open[open.length - 1].start) open.pop();
  const around = open.length > 0 ? open[open.length - 1].times : 1;
  const { item, target } = pieces[k];
  if (item?.kind !== "end" || target < 0) return around;
  const times = around * roundsOf(pieces[target - 1]);
  open.push({ start: target, times });
  return times;
}

/** The value that the head of a loop gives its counter. */
export function roundsOf({ ops }: Pick<Piece, "ops">): number {
  let rounds = 0;
  for (const { instruction, imm } of ops) rounds = instruction?.name === "lui" ? imm : rounds + imm;
  return rounds;
}
