import type { Finish, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { EvidenceBook } from "./evidence.ts";
import type { Verdict } from "./law.ts";

/** Two finishes that should be equal, and where they come from. */
export interface Sides {
  readonly expectedFrom: string;
  readonly expected: Finish;
  readonly actualFrom: string;
  readonly actual: Finish;
  /** The targets of the side that is wrong, leg by leg; what is wrong by its name where that is no target. */
  readonly targets: readonly Pick<Target, "name">[];
  /** True if that side only resumed a snapshot: nothing was executed. */
  readonly resumedOnly?: true;
  /** True if neither side is a yardstick. */
  readonly peers?: true;
}

/** The verdict of a law on two finishes: broken if there are differences, held if there are none. */
export function verdictOf(
  law: string,
  { targets, ...sides }: Sides,
  differences: readonly Difference[],
  book: EvidenceBook,
): Verdict {
  const evidence = book.evidence();
  if (differences.length === 0) return { kind: "held", evidence };
  const divergence = { law, ...sides, differences, legs: targets.map(({ name }) => name) };
  return { kind: "broken", divergence, evidence };
}
