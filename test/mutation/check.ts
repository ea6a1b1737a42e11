/** One thing that a mutant is asked. */
export interface Check {
  /** Unique. */
  readonly name: string;
  /** True if it takes more than a few tenths of a second by itself: what makes code slow alone must not look like a hang. */
  readonly isSlow?: boolean;
  /** @throws whatever it likes if the code is wrong */
  run(): Promise<void>;
}
