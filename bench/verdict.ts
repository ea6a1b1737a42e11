import type { Figure } from "./rounds.ts";
import { median, medianDeviation } from "./statistics.ts";

/** What a comparison says of one row. */
export interface Comparison {
  /** Now against before, as a share: 0.1 is 10 % more. */
  readonly change: number;
  /** How large a change has to be to count, as a share. */
  readonly noise: number;
  readonly verdict: "faster" | "slower" | "within noise";
}

/** Below this, where code happens to lie decides. */
const NOISE_MIN = 0.01;

/**
 * Compares figures that were taken at different times: a change counts only beyond the noise of both together.
 * @param less true where less is better
 */
export function compareFigures(before: Figure, now: Figure, less: boolean): Comparison {
  return judged(now.median / before.median - 1, before.noise + now.noise, less);
}

/**
 * Compares figures that were taken in turn, round by round: what makes the machine slow for a while falls on both, so the
 * ratios of the rounds count. A change counts beyond twice their median deviation.
 * @param less true where less is better
 */
export function comparePaired(before: Figure, now: Figure, less: boolean): Comparison {
  const ratios = before.samples.slice(0, now.samples.length).map((value, round) => now.samples[round] / value);
  return judged(median(ratios) - 1, 2 * medianDeviation(ratios), less);
}

function judged(change: number, noise: number, less: boolean): Comparison {
  const beyond = Math.max(noise, NOISE_MIN);
  if (!(Math.abs(change) > beyond)) return { change, noise: beyond, verdict: "within noise" };
  return { change, noise: beyond, verdict: change > 0 === less ? "slower" : "faster" };
}
