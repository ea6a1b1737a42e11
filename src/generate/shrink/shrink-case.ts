import type { GeneratedCase } from "../case.ts";
import { Deadline } from "./deadline.ts";
import { smallerCases, type Progress } from "./stream.ts";

/** When shrinking gives up. */
export interface ShrinkOptions {
  /** Most cases to try. Default 10,000. */
  readonly maxTries?: number;
  /** Longest time, in milliseconds. Default 5,000. */
  readonly timeMs?: number;
}

/** The smallest case found, and what it took. */
export interface ShrinkResult {
  readonly smallest: GeneratedCase;
  /** Cases that were tried. */
  readonly tries: number;
  /** Tries that led to a smaller case. */
  readonly steps: number;
  readonly milliseconds: number;
  /** True if nothing one step smaller fails any more; false if tries or time ran out. */
  readonly complete: boolean;
}

const TRIES_DEFAULT = 10_000;
const TIME_DEFAULT_MS = 5_000;

/**
 * Makes a failing case smaller as long as it fails: program, world and cuts together. Each step makes `measure`, a
 * natural number, smaller, so it ends even without the bounds. An answer that is still awaited when time is over counts
 * as no.
 */
export async function shrinkCase(
  original: GeneratedCase,
  stillFails: (smaller: GeneratedCase) => boolean | Promise<boolean>,
  { maxTries = TRIES_DEFAULT, timeMs = TIME_DEFAULT_MS }: ShrinkOptions = {},
): Promise<ShrinkResult> {
  const start = performance.now();
  const deadline = new Deadline(timeMs);
  let smallest = original;
  let progress: Progress | undefined;
  let tries = 0;
  let steps = 0;
  const result = (complete: boolean) => ({ smallest, tries, steps, milliseconds: performance.now() - start, complete });
  try {
    for (;;) {
      let found = false;
      for (const next of smallerCases(smallest, progress, () => deadline.isOver())) {
        if (tries >= maxTries || deadline.isOver()) return result(false);
        tries++;
        const answer = stillFails(next.smaller);
        if (!(typeof answer === "boolean" ? answer : await deadline.await(answer))) continue;
        ({ smaller: smallest, progress } = next);
        steps++;
        found = true;
        break;
      }
      if (!found) return result(!deadline.isOver());
    }
  } finally {
    deadline.end();
  }
}
