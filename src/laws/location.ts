import type { Case } from "../case/index.ts";
import type { Finish } from "../targets/target.ts";
import type { Difference } from "./difference.ts";

/** The text of an instruction in memory that the target does not show. */
export const UNKNOWN_TEXT = "unknown: the target shows no memory";

/** Where solo and relay part. */
export interface Location {
  /** The smallest budget, in cycles, under which they differ; missing where step logs told. */
  readonly cycles?: bigint;
  /**
   * The cycle at which that instruction begins, up to which both sides agree: where one stands in front of it, as a debugger
   * counts. Right after a resume, its cut. Missing where step logs told, and behind a call that charged beyond a limit.
   */
  readonly begins?: bigint;
  /** The number of the step, counted from 0, behind which step logs differ. */
  readonly step?: number;
  /** The instruction that was executed last under that budget, or in that step, in the solo run. */
  readonly pc: bigint;
  readonly text: string;
  /** The names of the instructions of the fused sequence that begins at `pc`, if one does. */
  readonly fused?: readonly string[];
  /** The cut after which the state was wrong before any instruction ran, if that is so. */
  readonly wrongAfterCut?: bigint;
  /** What was wrong there: `max cycles` is a limit other than the one asked for; a stop is why nothing was resumed. */
  readonly wrongAfterResume?: readonly Difference[];
  /** What was wrong before any instruction ran, if that is so: the program was loaded otherwise. */
  readonly wrongAfterLoading?: readonly Difference[];
  /** True if nothing can be fetched at `pc`, and the two sides take that in different ways. */
  readonly inFetch?: true;
  /**
   * Present if a bound ended the search: the largest budget under which the sides are known to be equal (-1 if under none),
   * and the smallest under which they differ. `pc` is then where the run stands at the first one.
   */
  readonly reached?: { readonly equal: bigint; readonly different: bigint };
  /** Legs that were run to find it. */
  readonly legs: number;
  /** Where the two sides stand there; missing where step logs told. */
  readonly there?: Sides;
}

/** Two runs that part, and where each stands behind the place where they do. */
export interface Sides {
  /** The case of both runs: perhaps another one than the law was asked of, with the same program. */
  readonly located: Case;
  readonly expectedFrom: string;
  readonly actualFrom: string;
  /** The names of the targets that were at work there: of a relay, the one of the last leg. */
  readonly expectedOn: string;
  readonly actualOn: string;
  /** Where both stand before; missing where they have nothing in common. */
  readonly before?: Finish;
  readonly expected: Finish;
  readonly actual: Finish;
}

/** One line for a location. */
export function locationText(location: Location): string {
  const { cycles, begins, step, pc, text, wrongAfterCut, wrongAfterLoading, inFetch, reached } = location;
  const instruction = `0x${pc.toString(16)}: ${text}`;
  if (reached) {
    const from = text === UNKNOWN_TEXT ? "" : `, from ${instruction} on`;
    return `not found in time: ${reachedText(reached)}${from}`;
  }
  if (inFetch) return fetchText(pc);
  if (step !== undefined) return `${instruction} (step ${step})`;
  if (wrongAfterLoading) return `none: the state is wrong right after loading, before ${instruction}`;
  if (wrongAfterCut === undefined) {
    return `${instruction} (${begins === undefined ? `at cycle ${cycles}` : `begins at cycle ${begins}`})`;
  }
  return `none: the state is wrong right after the resume at cut ${wrongAfterCut}, before ${instruction}`;
}

/** Where a search that a bound ended knows that the sides part. */
export function reachedText({ equal, different }: NonNullable<Location["reached"]>): string {
  // Where they are equal under no limit, the first is before any instruction.
  return `between cycle ${equal < 0n ? 0n : equal} and ${different}`;
}

/** One line for a place at which nothing can be fetched. */
export function fetchText(pc: bigint): string {
  return `none: nothing can be fetched at 0x${pc.toString(16)}`;
}
