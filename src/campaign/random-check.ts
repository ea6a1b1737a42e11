import type { Law } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";
import { checkCase, type NamedCase, type Outcome } from "./check-case.ts";
import type { Tally } from "./tally.ts";

/** When to stop, and whom to tell. */
export interface RandomOptions {
  /** At most this many cases. */
  readonly cases: number;
  /** At most this long. */
  readonly timeMs: number;
  /** Stop after this many broken laws. */
  readonly findingsMax: number;
  /** Called now and then with the number of cases done. */
  progress?(cases: number): void;
  /** True once the run is to end early. */
  interrupted?(): boolean;
}

/** Cases between two looks at the clock. */
const BATCH = 32;

/** Checks generated cases one after another. */
export async function checkRandom(
  caseAt: (k: number) => NamedCase,
  laws: readonly Law[],
  targets: readonly Target[],
  tally: Tally,
  outcome: Outcome,
  options: RandomOptions,
): Promise<void> {
  const end = performance.now() + options.timeMs;
  for (let k = 0; k < options.cases; k++) {
    if (k % BATCH === 0) {
      options.progress?.(k);
      if (performance.now() >= end || options.interrupted?.()) return;
      await new Promise((resolve) => setImmediate(resolve)); // lets a signal in
    }
    await checkCase(caseAt(k), laws, targets, tally, outcome);
    if (outcome.findings.length + outcome.failures.length >= options.findingsMax) return;
  }
}
