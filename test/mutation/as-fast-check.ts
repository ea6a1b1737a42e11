// Stands in for fast-check where unit tests are bundled: few runs, the same each time.
import fc, { type Parameters } from "fast-check";

export * from "fast-check";

const RUNS_MAX = 25;

export const assert = (property: never, options: Parameters<unknown> = {}): unknown =>
  fc.assert(property, { ...options, seed: 1, numRuns: Math.min(options.numRuns ?? RUNS_MAX, RUNS_MAX) });

// oxlint-disable-next-line import/no-default-export -- fast-check has one
export default { ...fc, assert };
