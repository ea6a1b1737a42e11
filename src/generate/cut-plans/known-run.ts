import type { RunEvents } from "../../case/index.ts";
import type { FusedPlace } from "../places.ts";

/** What is known of a run that is to be cut. */
export interface KnownRun {
  /** Cycles of the whole run, or a guess. */
  readonly total: bigint;
  /** The limit of the run, in cycles. */
  readonly budget: bigint;
  /** What happens when, where it is known. */
  readonly events?: RunEvents | undefined;
  /** What the program's shape says of its fused sequences; not there if it has none. */
  readonly fused?: (() => readonly FusedPlace[]) | undefined;
}

/** Cuts of the densest plans. */
export const DENSE = 24;
