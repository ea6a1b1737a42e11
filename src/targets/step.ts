/** The state before an instruction: one entry of a step log. */
export interface Step {
  readonly pc: bigint;
  /** 32 values. */
  readonly registers: BigUint64Array;
}

/** Steps that are logged at the most. */
export const STEPS_MAX = 50_000;
