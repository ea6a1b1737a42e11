/** One thing that a mutant is asked. */
export interface Check {
  /** Unique. */
  readonly name: string;
  /** @throws whatever it likes if the code is wrong */
  run(): Promise<void>;
}
