import type { Case } from "../../case/index.ts";
import type { Explanation } from "../investigation.ts";
import type { Judge } from "./judge.ts";

/** Cuts that are looked at. */
const CUTS_MAX = 16;

/**
 * How much each cut has to do with the failure: without it, and at other cycles between its neighbours.
 * @param end cycles of the whole run
 */
export async function explainCuts(whole: Case, end: bigint, judge: Judge): Promise<Explanation[]> {
  const explained: Explanation[] = [];
  const { cuts } = whole;
  for (const [k, cut] of cuts.slice(0, CUTS_MAX).entries()) {
    if (judge.bounds.isOver()) break;
    let [tried, same] = [0, 0];
    const isSame = async (varied: readonly bigint[]): Promise<boolean> => {
      tried++;
      const found = await judge.isSame({ ...whole, cuts: varied });
      if (found) same++;
      return found;
    };
    const isGone = await isSame(cuts.toSpliced(k, 1));
    const bounds = [cuts[k - 1] ?? 0n, cuts[k + 1] ?? (end > cut ? end : cut)] as const;
    const at = async (cycle: bigint): Promise<boolean> => !judge.bounds.isOver() && isSame(cuts.with(k, cycle));
    const low = await furthest(cut, bounds[0], at);
    const high = await furthest(cut, bounds[1], at);
    const isAny = low === bounds[0] && high === bounds[1];
    const range = low === high ? `must be at cycle ${cut}` : `can be at any cycle from ${low} to ${high}`;
    explained.push({
      kind: "cut",
      part: `cut ${cut}`,
      freedom: isGone ? "free" : low === high ? "needed" : "some",
      text: isGone
        ? "can be left out"
        : `this cut ${range}${isAny ? ", which is all there is between its neighbours" : ""}`,
      tried,
      same,
    });
  }
  return explained;
}

/**
 * The last cycle from `from` on towards `to` at which the failure stays the same, as far as steps that double and then halve
 * tell: where it stays again further on, behind a gap, that is not seen.
 */
async function furthest(from: bigint, to: bigint, isSame: (cycle: bigint) => Promise<boolean>): Promise<bigint> {
  const sign = to < from ? -1n : 1n;
  const distance = (to - from) * sign;
  let [good, step] = [0n, 1n];
  let bad = distance + 1n;
  while (good < distance && bad > distance) {
    const next = good + step < distance ? good + step : distance;
    if (await isSame(from + sign * next)) good = next;
    else bad = next;
    step *= 2n;
  }
  while (bad - good > 1n) {
    const middle = (good + bad) / 2n;
    if (await isSame(from + sign * middle)) good = middle;
    else bad = middle;
  }
  return from + sign * good;
}
