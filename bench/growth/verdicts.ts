import type { GrowthSeries } from "../../src/report/growth-html.ts";
import { judgeGrowth, type Point } from "./judge.ts";
import { judgeMemory, LIMIT, SAMPLES_MIN } from "./judge-memory.ts";

type Told = Pick<GrowthSeries, "verdict" | "good" | "exponent">;

/** Points above 0 that show how a cost grows. */
const POINTS_MIN = 3;

/**
 * What the points of a cost say, in words; `good` is null where they cannot tell.
 * @param failed the process that measured them failed: then nothing is good
 */
export function growthVerdict(points: readonly Point[], failed: boolean): Told {
  if (points.filter(({ x }) => x > 0).length < POINTS_MIN) return untold("too few points", failed);
  const { exponent, tail, steepest, linear } = judgeGrowth(points);
  const [from, to] = [steepest.from, steepest.to].map((size) => size.toLocaleString("en-US"));
  const steps = `steepest step ${steepest.exponent.toFixed(2)} from ${from} to ${to}`;
  const said = `${linear ? "linear or better" : "worse than linear"}, ${tail.toFixed(2)} in the upper half, ${steps}`;
  return { exponent, verdict: afterFailure(said, failed), good: linear && !failed };
}

/**
 * What the memory of a campaign says, in words; `good` is null where the run was too short to tell.
 * @param failed the process of the campaign failed: then nothing is good
 */
export function memoryVerdict(points: readonly Point[], failed: boolean): Told {
  if (points.length < SAMPLES_MIN) return untold("too few samples", failed);
  const { slope, uncertainty, verdict } = judgeMemory(points);
  const change = `${slope < 0 ? "-" : "+"}${Math.abs(slope).toFixed(1)} ±${uncertainty.toFixed(1)} MiB an hour`;
  const said = Number.isNaN(slope) ? verdict : `${verdict}, ${change}, at most ${LIMIT} is flat`;
  const good = verdict === "too short to tell" ? null : verdict === "flat";
  return { verdict: afterFailure(said, failed), good: failed ? false : good };
}

function untold(verdict: string, failed: boolean): Told {
  return { verdict: afterFailure(verdict, failed), good: failed ? false : null };
}

function afterFailure(said: string, failed: boolean): string {
  return failed ? `failed; until then ${said}` : said;
}
