import type { Case } from "../case/index.ts";
import type { Finish, Stop, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";

/** What a check really did, so that a run that checked nothing cannot look like one that held. */
export interface Evidence {
  /** Legs that were run. */
  readonly legs: number;
  /** Cuts at which a leg really ended and another went on. */
  readonly cuts: number;
  /** Finishes or snapshots that were compared in full. */
  readonly comparisons: number;
  /** How the uninterrupted run ended, where the law makes one. */
  readonly stop?: Stop;
  /** Instructions executed, by index in the instruction table, where targets count them. */
  readonly retired: readonly Float64Array[];
}

/** Two finishes that should be equal and are not. */
export interface Divergence {
  readonly law: string;
  /** The targets of each side, leg by leg. */
  readonly expectedFrom: string;
  readonly actualFrom: string;
  readonly expected: Finish;
  readonly actual: Finish;
  readonly differences: readonly Difference[];
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
  /** Seeded faults known to break it; `canary` is tried in every gate. Nothing here means that the law says nothing. */
  readonly brokenBy: readonly string[];
  /** True if checking it means cutting: a gate then wants to see real cuts. */
  readonly cuts: boolean;
  /**
   * @param targets at least one; the first runs alone, legs of a relay take them in turn
   * @throws TargetError if a target failed
   */
  check(checked: Case, targets: readonly Target[]): Promise<Verdict>;
}
