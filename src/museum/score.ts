import { plainestOf, reduceFinding, type Finding } from "../campaign/index.ts";
import { instructionsInPlace, instructionsOf, isGenerated } from "../generate/index.ts";
import { causeOf } from "../laws/index.ts";
import { ReferenceTarget, TargetError, type Target } from "../targets/index.ts";
import type { CaseFile } from "../case/index.ts";
import type { Exhibit } from "./exhibit.ts";
import { secondsSince, type Hunt, type Method } from "./hunt.ts";
import { full } from "./methods/index.ts";
import { scoreOf, type Attempt, type Diagnosis, type ExhibitScore } from "./scoreboard.ts";

/** How faults are scored. */
export interface ScoreOptions {
  readonly seeds: readonly bigint[];
  /** Limit of one hunt of the full harness, and of the simpler methods, in milliseconds. */
  readonly timeMs: number;
  readonly baselineTimeMs: number;
  /** Simpler methods to compare with. */
  readonly baselines: readonly Method[];
  /** Directed programs. */
  readonly directed: readonly CaseFile[];
  /** False: what is found is not shrunk. */
  readonly diagnose: boolean;
  readonly interrupted?: () => boolean;
}

/** Looks for one fault with every seed and by every method. */
export async function scoreExhibit(exhibit: Exhibit, options: ScoreOptions): Promise<ExhibitScore> {
  const attempts: Attempt[] = [];
  const diagnoses: Diagnosis[] = [];
  const hunt = async (method: Method, seed: bigint, timeMs: number): Promise<Hunt> =>
    method.hunt(exhibit.open(), { ...options, seed, timeMs });
  for (const seed of options.seeds) {
    const found = await hunt(full, seed, options.timeMs);
    attempts.push(attemptOf(seed, found));
    const diagnosis = options.diagnose ? await diagnose(exhibit, found) : undefined;
    if (diagnosis) diagnoses.push(diagnosis);
    if (options.interrupted?.()) break;
  }
  const baselines = new Map<string, Attempt>();
  for (const method of options.baselines) {
    const [seed] = options.seeds;
    baselines.set(method.name, attemptOf(seed, await hunt(method, seed, options.baselineTimeMs)));
  }
  return scoreOf(exhibit, attempts, diagnoses, baselines);
}

function attemptOf(seed: bigint, { found, by, cases, seconds }: Hunt): Attempt {
  return { seed, found, ...(by !== undefined && { by }), cases, seconds };
}

/** Shrinks what was found as `check` does, and looks where the two sides part. What is found first by a directed program, too. */
async function diagnose({ places, open }: Exhibit, { findings }: Hunt): Promise<Diagnosis | undefined> {
  if (findings.length === 0) return undefined;
  const started = performance.now();
  const targets = [new ReferenceTarget(), open()];
  const [smallest] = await reduceFinding(plainestOf(findings), targets, { othersMax: 0 });
  const { checked } = smallest;
  const place = await placeOf(smallest, targets);
  return {
    instructions: isGenerated(checked) ? instructionsOf(checked) : instructionsInPlace(checked),
    cuts: checked.cuts.length,
    ...(place !== undefined && { place }),
    ...(places.length > 0 && { right: place !== undefined && places.includes(place) }),
    seconds: secondsSince(started),
  };
}

/** Where the sides part; not known where the target fails while it is looked at. */
async function placeOf({ checked, divergence }: Finding, targets: readonly Target[]): Promise<string | undefined> {
  try {
    return (await causeOf(checked, targets, divergence)).origin.place;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return undefined;
  }
}
