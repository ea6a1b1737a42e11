import type { GeneratedCase } from "../case.ts";
import type { Random } from "../random.ts";

/** Another program that must mean the same, with exactly what may differ. */
export interface Rewritten {
  readonly rewritten: GeneratedCase;
  /** Where each register of the original is now: `registers[r]` for register r. */
  readonly registers: readonly number[];
  /** Cycles that the rewritten program takes more. */
  readonly moreCycles: bigint;
}

/** A way to rewrite programs that changes nothing but what it says. */
export interface Rewriting {
  readonly name: string;
  /** What it does and what must stay the same. */
  readonly sentence: string;
  /**
   * True if it changes how many instructions are executed: how often depends on branches, so the program must have none for
   * the difference to be exact.
   */
  readonly withoutBranches: boolean;
  /** @returns undefined if there is nothing to rewrite in this program */
  rewrite(random: Random, original: GeneratedCase): Rewritten | undefined;
}

/** Every register where it was. */
export const SAME_REGISTERS: readonly number[] = Array.from({ length: 32 }, (_, register) => register);
