import { TargetError, type WorldSnapshot } from "../targets/target.ts";
import type { Bounds } from "./bounds.ts";
import type { Run } from "./relay.ts";

/** Where a side stood when both were equal: what it handed over under this limit, in cycles. */
export interface Common {
  readonly limit: bigint;
  readonly snapshot: WorldSnapshot;
}

/** Runs one side of a comparison under a limit, from the start or from where both were equal. @throws TargetError */
export type Side = (limit: bigint, from?: Common) => Promise<Run>;

/** Two sides that differ under some limits, and how to tell. */
export interface Comparing {
  readonly expected: Side;
  readonly actual: Side;
  /** True if the runs, both under `limit`, differ. @throws TargetError */
  readonly differ: (expected: Run, actual: Run, limit: bigint) => Promise<boolean>;
}

/** Limits between which two sides part. */
export interface Narrowed {
  /** Under this limit, in cycles, they are equal; -1 if under none. */
  readonly equal: bigint;
  /** Under this one they differ. It is one more, unless a bound ended the search. */
  readonly different: bigint;
  readonly legs: number;
}

/** Below this many cycles apart, limits are tried one after the other: the first difference is the one that counts. */
const STRETCH = 16n;

/**
 * Narrows down where two sides part: halves first, then the last stretch cycle by cycle.
 * @param resumes true: each probe begins at the last snapshots that both sides gave while they were equal. It adds resumes
 * to both runs, so that the caller must see for itself that they still part there.
 */
export async function narrow(
  { expected, actual, differ }: Comparing,
  between: { readonly equal: bigint; readonly different: bigint },
  resumes: boolean,
  bounds: Bounds,
): Promise<Narrowed> {
  let { equal, different } = between;
  let legs = 0;
  let common: readonly [Common, Common] | undefined;
  while (different - equal > 1n && !bounds.isOver()) {
    const middle = resumes && different - equal <= STRETCH ? equal + 1n : (equal + different) / 2n;
    try {
      const one = await expected(middle, common?.[0]);
      const other = await actual(middle, common?.[1]);
      legs += one.legs.length + other.legs.length;
      if (await differ(one, other, middle)) {
        different = middle;
        continue;
      }
      equal = middle;
      if (resumes) common = commonOf(one, other, middle) ?? common;
    } catch (error) {
      // A leg that was given up as the time is over: what was reached before it is known.
      if (!(error instanceof TargetError) || !bounds.isOver()) throw error;
    }
  }
  return { equal, different, legs };
}

function commonOf({ finish: one }: Run, { finish: other }: Run, limit: bigint): readonly [Common, Common] | undefined {
  if (one.stop.kind !== "budget" || other.stop.kind !== "budget" || !one.snapshot || !other.snapshot) return undefined;
  return [
    { limit, snapshot: one.snapshot },
    { limit, snapshot: other.snapshot },
  ];
}
