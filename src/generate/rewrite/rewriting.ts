import type { Change } from "../../case/index.ts";
import type { GeneratedProgram } from "../program.ts";
import type { Random } from "../random.ts";
import type { Surroundings } from "../surroundings.ts";

/** Another program that must mean the same, with exactly what may differ. */
export interface Rewritten extends Change {
  readonly program: GeneratedProgram;
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
  /** True if the program must not see where its data stands. */
  readonly blind: boolean;
  /**
   * @param program the program of a plain case (`plainCase`), without what the two marks above ask to be without
   * @returns undefined if there is nothing to rewrite in this program
   */
  rewrite(random: Random, program: GeneratedProgram, world: Surroundings): Rewritten | undefined;
}

/** Every register where it was. */
export const SAME_REGISTERS: readonly number[] = Array.from({ length: 32 }, (_, register) => register);
