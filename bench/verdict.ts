import { pairedP, pairedPMin, SAMPLES_MAX, unpairedP, unpairedPMin } from "./rank-tests.ts";
import type { Figure } from "./rounds.ts";
import { median, noiseOf } from "./statistics.ts";

/** What a comparison says of one row. */
export interface Comparison {
  /** Now against before, as a share: 0.1 is 10 % more. */
  readonly change: number;
  /** Median deviation as a share: of both figures together, or of the ratios of the rounds; missing for a single round. */
  readonly noise?: number;
  /** How probable ranks like these are where nothing has changed; missing where there are too few rounds. */
  readonly p?: number;
  readonly verdict: "faster" | "slower" | "within noise" | "too few rounds to say";
  /** Rounds of now that would do, where there are too few and a number that can be measured would. */
  readonly roundsNeeded?: number;
}

/** Below this, where code happens to lie decides. */
const CHANGE_MIN = 0.01;
/** Forty-odd rows are compared in a run: with this, less than one of them is wrong on average where nothing has changed. */
export const P_MAX = 0.02;

/**
 * Rounds of both sides where the figures were taken at different times: five would do if the sides hardly overlap, six find a
 * change of four times the scatter nearly always, and each side comes first equally often.
 */
export const ROUNDS_UNPAIRED = 6;
/**
 * Rounds that are enough where the sides are measured in turn: seven would do if all of them agree, eight let one small
 * difference say otherwise, and each side comes first equally often.
 */
export const ROUNDS_PAIRED = 8;

/**
 * Compares figures that were taken at different times: a change counts if the ranks of the samples show it (Mann-Whitney).
 * @param less true where less is better
 */
export function compareFigures(before: Figure, now: Figure, less: boolean): Comparison {
  const [old, young] = [before.samples, now.samples];
  const change = now.median / before.median - 1;
  const noise = old.length > 1 && young.length > 1 ? noiseOf(old) + noiseOf(young) : undefined;
  if (unpairedPMin(old.length, young.length) >= P_MAX) {
    return tooFew(change, noise, (rounds) => unpairedPMin(old.length, rounds));
  }
  return judged(change, noise, unpairedP(old, young), less);
}

/**
 * Compares figures that were taken in turn, round by round: what makes the machine slow for a while falls on both, so the
 * ratios of the rounds count, by their signed ranks (Wilcoxon).
 * @param less true where less is better
 */
export function comparePaired(before: Figure, now: Figure, less: boolean): Comparison {
  const pairs = before.samples.slice(0, now.samples.length).map((value, round) => [value, now.samples[round]] as const);
  const ratios = pairs.map(([old, young]) => young / old);
  const change = median(ratios) - 1;
  const noise = ratios.length > 1 ? noiseOf(ratios) : undefined;
  if (pairedPMin(ratios.length) >= P_MAX) return tooFew(change, noise, pairedPMin);
  // A ratio and its inverse are equally far from no change as logarithms, which what is 0 or below does not have.
  const canDivide = ratios.every((ratio) => ratio > 0 && ratio < Infinity);
  const differences = canDivide ? ratios.map(Math.log) : pairs.map(([old, young]) => young - old);
  return judged(change, noise, pairedP(differences), less);
}

function tooFew(change: number, noise: number | undefined, pMin: (rounds: number) => number): Comparison {
  const enough = Array.from({ length: SAMPLES_MAX }, (_, k) => k + 1).find((rounds) => pMin(rounds) < P_MAX);
  return {
    change,
    ...(noise !== undefined && { noise }),
    verdict: "too few rounds to say",
    ...(enough !== undefined && { roundsNeeded: enough }),
  };
}

function judged(change: number, noise: number | undefined, p: number, less: boolean): Comparison {
  const told = { change, ...(noise !== undefined && { noise }), p };
  if (!(p < P_MAX && Math.abs(change) > CHANGE_MIN)) return { ...told, verdict: "within noise" };
  return { ...told, verdict: change > 0 === less ? "slower" : "faster" };
}
