import { medianDeviation, robustSlope } from "../statistics.ts";
import type { Point } from "./judge.ts";

/** What memory over time says. */
export interface MemoryJudgement {
  /**
   * How fast it grows in the last two thirds of the time, in MiB an hour; NaN where the run ended while caches were filling.
   */
  readonly slope: number;
  /** So much the slope may be off, in MiB an hour: the same noise is less of a slope the longer the run. */
  readonly uncertainty: number;
  readonly verdict: "flat" | "growing" | "too short to tell";
}

/**
 * MiB an hour that are no growth. A campaign of a week ends 1.6 GiB higher by it, which is still below the smallest heap
 * that Node gives itself on a machine with 64 bits (2 GiB).
 */
export const LIMIT = 10;
/** Fewer samples show no slope, and no noise either. */
export const SAMPLES_MIN = 9;

/**
 * MiB by which the ends of a flat run may differ: a campaign that was flat over 11 minutes moved by 0.09 MiB (0.3 % of 30.8)
 * from one third to the next, and this is twice as much.
 */
const NOISE_MIN = 0.2;
/**
 * Median deviations of the samples from their line that its two ends may be off together. For samples that are independent of
 * each other two would do (95 % of forty of them); what a collection leaves over stays for several.
 */
const DEVIATIONS = 4;
const MINUTES_AN_HOUR = 60;
/** However short a run is, caches fill and code is compiled so long: flat campaigns gain several MiB meanwhile. */
const FILLING_MINUTES = 0.5;

/**
 * Whether memory grows while nothing should: by a slope that single wild samples do not move, against `LIMIT`. The first third,
 * and half a minute at least, does not count, as caches fill and code is compiled. *Growing* needs the last third to say so alone as well, since what
 * is still filling is slower there; where the noise hides the limit, the run was too short to tell.
 * @param points minutes and MiB
 * @throws RangeError for fewer than `SAMPLES_MIN` points
 */
export function judgeMemory(points: readonly Point[]): MemoryJudgement {
  if (points.length < SAMPLES_MIN) throw new RangeError(`${points.length} samples show no growth`);
  const whole = slopeBehind(points, 1 / 3);
  const last = slopeBehind(points, 2 / 3);
  const isFlat = whole.slope + whole.uncertainty <= LIMIT;
  const isGrowing = [whole, last].every(({ slope, uncertainty }) => slope - uncertainty > LIMIT);
  return { ...whole, verdict: isFlat ? "flat" : isGrowing ? "growing" : "too short to tell" };
}

/** The slope behind this share of the time, and how far it may be off. */
function slopeBehind(points: readonly Point[], share: number): { slope: number; uncertainty: number } {
  const end = Math.max(...points.map(({ x }) => x));
  const from = Math.max(share * end, FILLING_MINUTES);
  const counted = points.filter(({ x }) => x >= from);
  const hours = (end - from) / MINUTES_AN_HOUR;
  if (new Set(counted.map(({ x }) => x)).size < 2) return { slope: NaN, uncertainty: Infinity };
  const slope = robustSlope(counted.map(({ x, y }) => ({ x: x / MINUTES_AN_HOUR, y })));
  const deviation = medianDeviation(counted.map(({ x, y }) => y - (slope * x) / MINUTES_AN_HOUR));
  return { slope, uncertainty: Math.max(NOISE_MIN, DEVIATIONS * deviation) / hours };
}
