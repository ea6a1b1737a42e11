import type { Case } from "../case/index.ts";
import type { Finish } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { EvidenceBook } from "./evidence.ts";
import type { Place, Verdict } from "./law.ts";

/** What one target did that its law does not allow. */
export interface Breach {
  readonly expectedFrom: string;
  readonly actualFrom: string;
  readonly expected: Finish;
  readonly actual: Finish;
  /** At least one. */
  readonly differences: readonly Difference[];
  /** The case that `expected` is of, with its counterpart, where they are other ones. */
  readonly pair?: Case;
  /** The instruction that was asked about, if it was about one. */
  readonly at?: Place;
  /** True if nothing was executed and loading itself is wrong. */
  readonly loading?: true;
  /** True if a leg that was resumed and executed nothing is wrong. */
  readonly resumedOnly?: true;
}

/** The verdict of a law whose side that is wrong is one leg of the target called `target`. */
export function brokenOn(law: string, target: string, breach: Breach, book: EvidenceBook): Verdict {
  return { kind: "broken", divergence: { law, ...breach, legs: [target] }, evidence: book.evidence() };
}
