import type { World } from "./world.ts";

/** Cycle counts at which one leg of a relay ends and the next begins, ascending. */
export type CutPlan = readonly bigint[];

/** All that is needed to repeat a check anywhere, without the generator. */
export interface Case {
  readonly world: World;
  readonly cuts: CutPlan;
  /** The limit of the whole run, in cycles. */
  readonly budget: bigint;
  /**
   * Which target takes each leg of a relay, where there are several: leg k runs on number
   * `legTargets[k % legTargets.length] % (number of targets)` of them. 1 to 64 numbers from 0 to 255. In turn if left out.
   */
  readonly legTargets?: readonly number[];
  /** One line about where the case comes from (seed and number, a bug report, a hand). */
  readonly provenance?: string;
  /** The program as assembly text, where it was written or generated as such. */
  readonly assembly?: string;
}
