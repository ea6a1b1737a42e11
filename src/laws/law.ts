import type { Case } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import type { Evidence } from "./evidence.ts";
import type { Needs } from "./needs.ts";
import type { Vote } from "./vote.ts";

export type { Evidence } from "./evidence.ts";

/** Two finishes that should be equal and are not. */
export interface Divergence {
  readonly law: string;
  /** The targets of each side, leg by leg. */
  readonly expectedFrom: string;
  readonly actualFrom: string;
  readonly expected: Finish;
  readonly actual: Finish;
  readonly differences: readonly Difference[];
  /** The target of each leg of the side that is wrong; where no target is, the name of what is. */
  readonly legs: readonly string[];
  /**
   * The case that the expected finish is of, with its counterpart, which the actual one is of, where they are other ones
   * than the case that is checked: they alone show the divergence again.
   */
  readonly pair?: Case;
  /**
   * True if neither side is a yardstick: a target that may be wrong ran both, and which of them is wrong the law cannot tell.
   */
  readonly peers?: true;
  /** The instruction that was asked about, where the law asked about one. */
  readonly at?: Place;
  /** True if nothing was executed and loading itself is wrong. */
  readonly loading?: true;
  /** True if the side that is wrong only resumed a snapshot: no instruction was executed. */
  readonly resumedOnly?: true;
  /** What all targets say together, where three or more ran the case. */
  readonly vote?: Vote;
}

/** An instruction at its address. */
export interface Place {
  readonly pc: bigint;
  /** As the disassembler writes it. */
  readonly text: string;
}

/** What a law says of one case. `unsupported` is never counted as held. */
export type Verdict =
  | { readonly kind: "held"; readonly evidence: Evidence }
  | { readonly kind: "broken"; readonly divergence: Divergence; readonly evidence: Evidence }
  | { readonly kind: "unsupported"; readonly reason: string };

/** One named sentence that must hold for a case on one or several targets. */
export interface Law {
  /** Short name for `--law`. */
  readonly name: string;
  readonly sentence: string;
  /** When the sentence is meant to hold. */
  readonly preconditions: string;
  /** Seeded faults known to break it; canaries are tried in every gate. Nothing here means that the law says nothing. */
  readonly brokenBy: readonly string[];
  /** True if checking it means cutting: a gate then wants to see real cuts. */
  readonly cuts: boolean;
  /** True if it compares every part of the state: then a gate damages each of them once, and wants it to be noticed. */
  readonly comparesState?: true;
  /** True if it needs the symbols of a generated case: of others it says nothing. */
  readonly generatedOnly?: true;
  /** True if nothing is executed where it holds: a run of such laws alone need not have executed anything. */
  readonly executesNothing?: true;
  /** What it needs of a target beside that it runs the world of the case. */
  readonly needs?: Needs;
  /** A gate asks it of one case in so many, 1 if left out: what costs more is asked less often. */
  readonly every?: number;
  /**
   * What a check must really meet, by names of `Evidence.exercised`, and in what part of the generated cases that it is
   * asked of, at least: a third or less of what is measured, of what is met in less than one of ten a quarter. A gate that
   * does not reach it is inconclusive.
   */
  readonly exercises?: Readonly<Record<string, number>>;
  /**
   * The law as far as it is about what a divergence is about: for shrinking, where a law that looks at a part of what it
   * could look at would look elsewhere in a smaller case. The law itself if left out.
   */
  narrowed?(divergence: Divergence): Law;
  /** Targets it needs, 1 if left out: with fewer there is nothing to check. */
  readonly targetsMin?: number;
  /**
   * @param targets at least one; the first is the yardstick and runs alone, legs of a relay take them as the case says.
   * Targets that cannot run the case are left out.
   * @throws TargetError if a target failed
   */
  check(checked: Case, targets: readonly Target[]): Promise<Verdict>;
}
