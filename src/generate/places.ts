import { roundsOf, type CycleBounds } from "./bounds.ts";
import type { Layout } from "./layout.ts";
import type { Steps } from "./steps.ts";

/** When a run comes to a fused sequence for the first time. */
export interface FusedPlace {
  /** The position of its rule in `FUSION_RULES`. */
  readonly rule: number;
  /** Cycles before it, at least and at most; exact if they are equal. */
  readonly least: number;
  readonly most: number;
  /** Cycles that it takes. */
  readonly cost: number;
  /** Cycles that its instructions take one by one. */
  readonly apart: number;
}

/** Cycles at which a run can come to each instruction for the first time. */
class Arrivals {
  readonly least: number[];
  readonly most: number[];

  constructor(count: number) {
    this.least = new Array<number>(count + 1).fill(Infinity);
    this.most = new Array<number>(count + 1).fill(-Infinity);
  }

  merge(position: number, least: number, most: number): void {
    this.least[position] = Math.min(this.least[position], least);
    this.most[position] = Math.max(this.most[position], most);
  }
}

/** The fused sequences of the main section that a run can come to, in the order of their addresses. */
export function fusedPlaces(layout: Layout, steps: Steps, { called }: CycleBounds): FusedPlace[] {
  const { pieces, ops, levels } = layout;
  const { firsts, costs, lengths } = steps;
  const end = pieces.findIndex(({ item }, k) => item === undefined && k > 0);
  const arrivals = new Arrivals(firsts[pieces.length]);
  arrivals.merge(0, 0, 0);
  for (let k = 0; k <= end; k++) {
    const { item, target } = pieces[k];
    const behind = firsts[k + 1];
    for (let n = firsts[k]; n < behind; n++) {
      if (arrivals.least[n] === Infinity) continue;
      const next = n + lengths[n];
      let least = arrivals.least[n] + costs[n];
      let most = arrivals.most[n] + costs[n];
      const widened = levels[k] === 2 && target >= 0 && next === behind - 1;
      if (next < behind && !widened) arrivals.merge(next, least, most);
      else if (item?.kind === "branch") {
        const conditional = widened || ops[k][n - firsts[k]].instruction?.base.field.has("rd") !== true;
        const over = widened ? costs[next] : 0;
        arrivals.merge(firsts[target], least + over, most + over);
        if (conditional && lengths[n] === 1) arrivals.merge(widened ? behind : next, least, most);
      } else {
        if (item?.kind === "end" && target >= 0) {
          const back = widened ? costs[next] : 0;
          const rounds = roundsOf(pieces[target - 1]) - 1;
          least += rounds * (least + back - arrivals.least[firsts[target]]);
          most += rounds * (most + back - arrivals.most[firsts[target]]);
        }
        const callee = item?.kind === "call" ? called.get(target) : undefined;
        const after = widened ? behind : next;
        arrivals.merge(after, least + (callee?.least ?? 0), most + (item?.extraCycles ?? 0) + (callee?.most ?? 0));
      }
    }
  }
  const places: FusedPlace[] = [];
  for (const { at, rule, cost, apart } of steps.fused) {
    const least = arrivals.least[at];
    if (least < Infinity && at < firsts[end + 1]) places.push({ rule, least, most: arrivals.most[at], cost, apart });
  }
  return places;
}
