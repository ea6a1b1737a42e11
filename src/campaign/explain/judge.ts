import type { Case } from "../../case/index.ts";
import { isWithin, originOf, type Bounds, type Law, type Origin } from "../../laws/index.ts";
import { TargetError, type Target } from "../../targets/index.ts";

/** Tells whether a varied case fails in the same way: it breaks the same law, with the same origin. */
export interface Judge {
  readonly bounds: Bounds;
  isSame(varied: Case): Promise<boolean>;
}

/** A judge for failures of `origin`. A case that makes a target fail is none of them. */
export function judgeOf(law: Law, origin: Origin, targets: readonly Target[], bounds: Bounds): Judge {
  return {
    bounds,
    async isSame(varied) {
      try {
        const verdict = await law.check(varied, targets);
        if (verdict.kind !== "broken") return false;
        return isWithin(await originOf(varied, targets, verdict.divergence), origin);
      } catch (error) {
        if (!(error instanceof TargetError)) throw error;
        return false;
      }
    },
  };
}

/** What came of some variations of one part. */
export interface Tried {
  readonly tried: number;
  readonly same: number;
}

/** Tries each variation until time is over. */
export async function tryAll(judge: Judge, variations: readonly Case[]): Promise<Tried> {
  let [tried, same] = [0, 0];
  for (const varied of variations) {
    if (judge.bounds.isOver()) break;
    tried++;
    if (await judge.isSame(varied)) same++;
  }
  return { tried, same };
}

/** What the counts of one part say of it. */
export function freedomOf({ tried, same }: Tried): "free" | "some" | "needed" {
  if (same === 0) return "needed";
  return same === tried ? "free" : "some";
}

/** Counts of several tries of one part. */
export function together(all: readonly Tried[]): Tried {
  return {
    tried: all.reduce((sum, { tried }) => sum + tried, 0),
    same: all.reduce((sum, { same }) => sum + same, 0),
  };
}
