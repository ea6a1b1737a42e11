import type { PolicyEntry } from "../targets/index.ts";

/** How a target is opened. */
export interface OpenOptions {
  /** Policies that hold for targets by name; adapters bring their own as well. */
  readonly policy: readonly PolicyEntry[];
  readonly timeoutMs: number | undefined;
}
