import type { Finding, Flaky, Investigation } from "../campaign/index.ts";

/** A finding with what a person needs to go on. */
export interface ReportedFinding extends Finding {
  /** The file its case is kept in. */
  readonly file: string;
  /** Every law that the same fault broke, first the one of this case. */
  readonly laws: readonly string[];
  /** How many cases showed the fault. */
  readonly cases: number;
  /**
   * Instructions at which it was seen, by name, where it is one fault of a family of instructions: a check that all of them
   * lack, or have too many.
   */
  readonly instructions?: readonly string[];
  /** The one command that shows it again. */
  readonly repeat: string;
  /** The command that goes to where the sides part, on the reference; none where that is not known. */
  readonly debug?: string;
  /** The first differing instruction, in a line; empty where the law has none. */
  readonly where: string;
  /** The line of `file`, counted from 1, that has the instruction where the sides part. */
  readonly line?: number;
  /** All that was found out about it, where somebody looked. */
  readonly investigation?: Investigation;
  /** Present if its case does not always come to the same. */
  readonly flaky?: Flaky;
}
