import type { Verdict } from "../laws/index.ts";
import { addParts, type Part } from "./taking-part.ts";

/** How often something that a law is about was met. */
export interface Met {
  /** Checks in which it was. */
  checks: number;
  /** Times in all of them. */
  times: number;
}

/** What was checked of one law. */
export interface LawCount {
  /** Cases it was asked of: verdicts of each kind, and checks in which a target failed. */
  asked: number;
  held: number;
  broken: number;
  unsupported: number;
  /** Checks in which at least one leg was really cut. */
  withCuts: number;
  comparisons: number;
  /** Time that its checks took; where targets are processes, the time that they waited for each other is in it. */
  seconds: number;
  /** By `Evidence.exercised`. */
  readonly exercised: Map<string, Met>;
  /** How many snapshots were how large, in bytes of bincode, where the law looks at that. */
  readonly snapshotBytes: Map<number, number>;
  /** By the name of the target, where there was more than one. */
  readonly byTarget: Map<string, Part>;
}

/** The count of a law that was not asked yet. */
export function noCount(): LawCount {
  return {
    asked: 0,
    held: 0,
    broken: 0,
    unsupported: 0,
    withCuts: 0,
    comparisons: 0,
    seconds: 0,
    exercised: new Map(),
    snapshotBytes: new Map(),
    byTarget: new Map(),
  };
}

/** Counts a verdict that took `seconds`; without one a target failed. */
export function countVerdict(count: LawCount, verdict: Verdict | undefined, seconds: number): void {
  count.asked++;
  count.seconds += seconds;
  if (!verdict) return;
  count[verdict.kind]++;
  if (verdict.kind === "unsupported") return;
  const { cuts, comparisons, exercised, snapshotBytes } = verdict.evidence;
  count.comparisons += comparisons;
  if (cuts > 0) count.withCuts++;
  for (const [what, times] of exercised ?? []) addMet(count, what, { checks: 1, times });
  for (const bytes of snapshotBytes ?? []) addSize(count, bytes, 1);
}

/** Adds all that `more` has counted to `count`. */
export function addCount(count: LawCount, { exercised, byTarget, snapshotBytes, ...more }: LawCount): void {
  for (const key of Object.keys(more) as (keyof typeof more)[]) count[key] += more[key];
  for (const [what, met] of exercised) addMet(count, what, met);
  for (const [bytes, times] of snapshotBytes) addSize(count, bytes, times);
  addParts(count.byTarget, byTarget);
}

function addSize({ snapshotBytes }: LawCount, bytes: number, times: number): void {
  snapshotBytes.set(bytes, (snapshotBytes.get(bytes) ?? 0) + times);
}

function addMet({ exercised }: LawCount, what: string, { checks, times }: Met): void {
  const met = exercised.get(what);
  if (!met) {
    exercised.set(what, { checks, times });
    return;
  }
  met.checks += checks;
  met.times += times;
}
