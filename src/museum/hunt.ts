import type { CaseFile } from "../case/index.ts";
import type { Finding } from "../campaign/index.ts";
import type { Target } from "../targets/index.ts";

/** What a hunt is given; it is never told which fault it is after. */
export interface HuntOptions {
  readonly seed: bigint;
  /** Ends the hunt, in milliseconds. */
  readonly timeMs: number;
  /** Directed programs: the corpus, and others. */
  readonly directed: readonly CaseFile[];
  /** True once it is to end early. */
  readonly interrupted?: () => boolean;
}

/** What came of a hunt. */
export interface Hunt {
  readonly found: boolean;
  /** What told it: a law, or `directed` with the name of the program. */
  readonly by?: string;
  /** Cases until then, or all that were tried. */
  readonly cases: number;
  readonly seconds: number;
  /** Every law that the case broke. */
  readonly findings: readonly Finding[];
}

/** What tells of a target that gave no answer: `check` names it, and the case, and is not green. */
export const NO_ANSWER = "no answer";

/** A way to look for a fault. */
export interface Method {
  readonly name: string;
  /** One sentence. */
  readonly about: string;
  /** False: every seed does the same. */
  readonly seeded: boolean;
  readonly hunt: (target: Target, options: HuntOptions) => Promise<Hunt>;
}

/** Seconds since `started`, a time of `performance.now()`. */
export function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
