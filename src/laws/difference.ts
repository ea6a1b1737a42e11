/** One thing that differs: what it is, and both values as text. */
export interface Difference {
  /** `stop`, `pc`, `a0`, `cycles`, `flags of page 16`, `memory at 0x10008`, … */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}
