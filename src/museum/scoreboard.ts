import type { Absent, Category, Exhibit } from "./exhibit.ts";

/** How one fault was found by one method with one seed. */
export interface Attempt {
  readonly seed: bigint;
  readonly found: boolean;
  /** The law, or the directed program. */
  readonly by?: string;
  readonly cases: number;
  readonly seconds: number;
}

/** What was left of a finding of the full harness when it was shrunk, and what it was said to be. */
export interface Diagnosis {
  /** Instructions that are left, the call of exit left aside. */
  readonly instructions: readonly string[];
  readonly cuts: number;
  /** The first differing instruction by name, or another place; missing where none was told. */
  readonly place?: string;
  /** Whether that is where the fault is; missing where no single place is at fault. */
  readonly right?: boolean;
  readonly seconds: number;
}

/** What the harness made of one fault. */
export interface ExhibitScore {
  readonly exhibit: Exhibit;
  /** One for each seed. */
  readonly attempts: readonly Attempt[];
  /** One for each seed whose finding could be shrunk; none where nothing was shrunk. */
  readonly diagnoses: readonly Diagnosis[];
  /** What simpler methods did, by their names. */
  readonly baselines: ReadonlyMap<string, Attempt>;
  /** Found with every seed. */
  readonly found: boolean;
  /** Medians over the seeds, of those with which it was found. */
  readonly seconds?: number;
  readonly cases?: number;
}

/** Figures of many faults. */
export interface Totals {
  readonly exhibits: number;
  readonly found: number;
  /** Median over the faults that were found, and the most. */
  readonly seconds?: number;
  readonly slowestSeconds?: number;
  /** Medians over all diagnoses. */
  readonly instructions?: number;
  readonly cuts?: number;
  /** Findings of faults that have a place which could not be diagnosed. */
  readonly undiagnosed: number;
  /** Those, and diagnoses of faults that have a place; and those of them that name it. */
  readonly placed: number;
  readonly right: number;
  /** Faults that have no single place. */
  readonly unplaced: number;
}

/** What a method came to. */
export interface MethodTotals {
  readonly name: string;
  readonly about: string;
  readonly found: number;
  /** Median over the faults that it found. */
  readonly seconds?: number;
}

/** What a run of the museum came to. */
export interface Scoreboard {
  readonly scores: readonly ExhibitScore[];
  readonly absent: readonly Absent[];
  readonly totals: Totals;
  readonly categories: readonly { readonly category: Category; readonly totals: Totals }[];
  /** The simpler methods. */
  readonly baselines: readonly MethodTotals[];
  readonly seeds: readonly bigint[];
  /** Limit of one hunt of the full harness, and of the simpler methods, in milliseconds. */
  readonly timeMs: number;
  readonly baselineTimeMs: number;
  /** Faults that an earlier run found and this one did not. */
  readonly lost: readonly string[];
  readonly seconds: number;
  readonly interrupted: boolean;
}

/** The middle of the values; of an even number of them, the lower of the two. Undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1];
}

/** The score of a fault from what was tried. */
export function scoreOf(
  exhibit: Exhibit,
  attempts: readonly Attempt[],
  diagnoses: readonly Diagnosis[],
  baselines: ReadonlyMap<string, Attempt>,
): ExhibitScore {
  const hits = attempts.filter(({ found }) => found);
  const [seconds, cases] = [medianOf(hits.map((hit) => hit.seconds)), medianOf(hits.map((hit) => hit.cases))];
  const medians = seconds !== undefined && cases !== undefined ? { seconds, cases } : {};
  const found = attempts.length > 0 && hits.length === attempts.length;
  return { exhibit, attempts, diagnoses, baselines, found, ...medians };
}

/** The scoreboard with all its figures. */
export function scoreboardOf(
  scores: readonly ExhibitScore[],
  baselines: readonly Pick<MethodTotals, "name" | "about">[],
  rest: Omit<Scoreboard, "scores" | "totals" | "categories" | "baselines">,
): Scoreboard {
  const byCategory = Map.groupBy(scores, ({ exhibit }) => exhibit.category);
  return {
    ...rest,
    scores,
    totals: totalsOf(scores),
    categories: [...byCategory].map(([category, some]) => ({ category, totals: totalsOf(some) })),
    baselines: baselines.map(({ name, about }) => {
      const hits = scores.flatMap((score) => score.baselines.get(name) ?? []).filter(({ found }) => found);
      const seconds = medianOf(hits.map((hit) => hit.seconds));
      return { name, about, found: hits.length, ...(seconds !== undefined && { seconds }) };
    }),
  };
}

function totalsOf(scores: readonly ExhibitScore[]): Totals {
  const found = scores.filter((score) => score.found);
  const times = found.flatMap(({ seconds }) => seconds ?? []);
  const diagnoses = scores.flatMap((score) => score.diagnoses);
  const judged = diagnoses.filter(({ right }) => right !== undefined);
  // What was found and could not be diagnosed is not named rightly; of a run that diagnoses nothing, nothing is judged.
  const placed = scores.filter(({ exhibit }) => exhibit.places.length > 0);
  const findings = placed.reduce((sum, { attempts }) => sum + attempts.filter((each) => each.found).length, 0);
  const undiagnosed = diagnoses.length > 0 ? findings - judged.length : 0;
  const seconds = medianOf(times);
  const instructions = medianOf(diagnoses.map((diagnosis) => diagnosis.instructions.length));
  const cuts = medianOf(diagnoses.map((diagnosis) => diagnosis.cuts));
  return {
    exhibits: scores.length,
    found: found.length,
    ...(seconds !== undefined && { seconds, slowestSeconds: Math.max(...times) }),
    ...(instructions !== undefined && { instructions }),
    ...(cuts !== undefined && { cuts }),
    placed: judged.length + undiagnosed,
    undiagnosed,
    right: judged.filter(({ right }) => right).length,
    unplaced: scores.filter(({ exhibit }) => exhibit.whyNoPlace !== undefined).length,
  };
}
