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
  /** The most that one hunt took which found its fault, with any seed. */
  readonly longestSeconds?: number;
  /** Medians over all diagnoses. */
  readonly instructions?: number;
  /** What nine of ten diagnoses do not exceed, and the most. */
  readonly instructionsOfMost?: number;
  readonly instructionsMax?: number;
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

/** What an earlier run found: of each fault, with how many seeds, and whether with every one. */
export type FoundBefore = ReadonlyMap<string, { readonly found: boolean; readonly hits: number }>;

/** What a run of the museum came to. */
export interface Scoreboard {
  readonly scores: readonly ExhibitScore[];
  readonly absent: readonly Absent[];
  readonly totals: Totals;
  readonly categories: readonly { readonly category: Category; readonly totals: Totals }[];
  /** The simpler methods, and behind them the full harness with their one seed in their time. */
  readonly baselines: readonly MethodTotals[];
  readonly seeds: readonly bigint[];
  /** Limit of one hunt of the full harness, and of the simpler methods, in milliseconds. */
  readonly timeMs: number;
  readonly baselineTimeMs: number;
  /** Faults that an earlier run found with every seed and this one did not, or with some and this one with none. */
  readonly lost: readonly string[];
  /** Faults that were not found with every seed, but for those of which an earlier run says the same. */
  readonly missed: readonly string[];
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

/** The faults that were found before and are not now, also because they are gone, and those that are missed and were not before. */
export function comparedWith(
  before: FoundBefore,
  scores: readonly ExhibitScore[],
  gone: readonly string[] = [],
): Pick<Scoreboard, "lost" | "missed"> {
  const missed = scores.filter(({ found }) => !found);
  const isLost = ({ exhibit, attempts }: ExhibitScore): boolean => {
    const earlier = before.get(exhibit.id);
    return earlier !== undefined && (earlier.found || (earlier.hits > 0 && !attempts.some(({ found }) => found)));
  };
  return {
    lost: [...missed.filter(isLost).map(({ exhibit }) => exhibit.id), ...gone],
    missed: missed.filter(({ exhibit }) => before.get(exhibit.id)?.found !== false).map(({ exhibit }) => exhibit.id),
  };
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
    baselines: [
      ...baselines.map(({ name, about }) => {
        const hits = scores.flatMap((score) => score.baselines.get(name) ?? []).filter(({ found }) => found);
        const seconds = medianOf(hits.map((hit) => hit.seconds));
        return { name, about, found: hits.length, ...(seconds !== undefined && { seconds }) };
      }),
      ...(baselines.length > 0 ? [inSameTime(scores, rest.baselineTimeMs)] : []),
    ],
  };
}

/** What the full harness came to with the one seed and the time that simpler methods had. */
function inSameTime(scores: readonly ExhibitScore[], baselineTimeMs: number): MethodTotals {
  const limit = baselineTimeMs / 1000;
  const first = scores.flatMap(({ attempts }) => attempts.slice(0, 1));
  const hits = first.filter(({ found, seconds }) => found && seconds <= limit);
  const seconds = medianOf(hits.map((hit) => hit.seconds));
  const about = "what is described below, in the time that the methods above had, and with their one seed";
  return { name: "full harness, same time", about, found: hits.length, ...(seconds !== undefined && { seconds }) };
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
  const lengths = diagnoses.map((diagnosis) => diagnosis.instructions.length).toSorted((a, b) => a - b);
  const instructions = medianOf(lengths);
  const hits = scores.flatMap(({ attempts }) => attempts.filter((attempt) => attempt.found));
  const cuts = medianOf(diagnoses.map((diagnosis) => diagnosis.cuts));
  return {
    exhibits: scores.length,
    found: found.length,
    ...(seconds !== undefined && { seconds, slowestSeconds: Math.max(...times) }),
    ...(hits.length > 0 && { longestSeconds: Math.max(...hits.map((hit) => hit.seconds)) }),
    ...(instructions !== undefined && {
      instructions,
      instructionsOfMost: lengths[Math.ceil(0.9 * lengths.length) - 1],
      instructionsMax: lengths[lengths.length - 1],
    }),
    ...(cuts !== undefined && { cuts }),
    placed: judged.length + undiagnosed,
    undiagnosed,
    right: judged.filter(({ right }) => right).length,
    unplaced: scores.filter(({ exhibit }) => exhibit.whyNoPlace !== undefined).length,
  };
}
