import type { Law } from "../laws/index.ts";
import type { Tally } from "./tally.ts";

/** A least amount that a run must have reached before its green means anything. */
export interface Floor {
  readonly what: string;
  readonly atLeast: number;
  readonly reached: number;
  /** What both are a part of, where it is a share that matters. */
  readonly of?: number;
  /** The law, where it is something that its checks must meet. */
  readonly law?: string;
}

/**
 * The floors of checking at least `cases` random cases: shares are those that the generator keeps with room to spare;
 * rows and kinds of stop count once there are enough cases to reach them all, and if a target counts instructions.
 * Replayed cases are not among them.
 * @param ofAll false if the generator was told to make cases of some kinds only: then not every row and stop can be reached
 */
export function randomFloors(tally: Tally, cases: number, laws: readonly Law[], ofAll = true): Floor[] {
  const floors: Floor[] = [{ what: "cases", atLeast: cases, reached: tally.cases }];
  for (const law of laws) {
    const { asked = 0, held = 0, broken = 0, withCuts = 0 } = tally.laws.get(law.name) ?? {};
    const share = (part: number): number => leastOf(asked, part);
    const what = `checks of law ${law.name}`;
    // Where targets are compared, some cases are made for one that the others cannot run.
    const atLeastShare = (law.targetsMin ?? 1) > 1 ? LITTLE : CHECKED;
    floors.push({ what, atLeast: share(atLeastShare), reached: held + broken });
    if (!law.cuts) continue;
    const atLeast = share(CUT);
    floors.push({ what: `really cut ${what}`, atLeast, reached: withCuts });
  }
  const whole = tally.stops.size > 0; // a law that makes whole runs was among them
  if (whole) floors.push(...stopFloors(tally, ofAll));
  if (laws.every(({ executesNothing }) => executesNothing)) return floors;
  if (tally.showsCycles) {
    const atLeast = Math.max(1, Math.ceil(tally.checks * LITTLE));
    floors.push({ what: "legs that spent cycles", atLeast, reached: tally.spending });
  }
  if (!tally.countsInstructions) return floors;
  const wanted = tally.cases * (whole && ofAll ? INSTRUCTIONS_A_CASE : 1);
  floors.push({ what: "instructions executed", atLeast: wanted, reached: tally.instructions });
  if (whole && ofAll && tally.cases >= ENOUGH_FOR_ALL) {
    const rows = tally.byExtension();
    floors.push({
      what: "rows of the instruction table executed",
      atLeast: rows.reduce((sum, row) => sum + row.rows, 0),
      reached: rows.reduce((sum, row) => sum + row.rowsReached, 0),
    });
  }
  return floors;
}

/** A part of the cases that a law was asked of; at least one, also where it was not asked at all. */
function leastOf(asked: number, part: number): number {
  if (asked < ENOUGH_FOR_MORE) return 1;
  return Math.ceil(asked * (asked < ENOUGH_FOR_SHARES ? LITTLE : part));
}

/** Programs are made to end in a certain way: where they do not, the VM did not run what was written. */
function stopFloors(tally: Tally, ofAll: boolean): Floor[] {
  const { made, endedSo } = tally.intents;
  const floors: Floor[] = [
    { what: "programs that end as they were made to", atLeast: Math.ceil(made * AS_MADE), reached: endedSo },
  ];
  if (!ofAll || tally.cases < ENOUGH_FOR_ALL) return floors;
  const exits = (tally.stops.get("exit 0") ?? 0) + (tally.stops.get("exit other") ?? 0);
  const runs = [...tally.stops.values()].reduce((sum, count) => sum + count, 0);
  const atLeast = Math.ceil(runs * EXITS - DEVIATIONS * Math.sqrt(runs * EXITS * (1 - EXITS)));
  floors.push({ what: "programs that end by exit", atLeast, reached: exits, of: runs });
  for (const stop of tally.cases < ENOUGH_FOR_STOPS ? [] : STOPS) {
    const reached = [...tally.stops]
      .filter(([name]) => name.startsWith(stop))
      .reduce((sum, [, count]) => sum + count, 0);
    floors.push({ what: `runs that end by ${stop}`, atLeast: 1, reached });
  }
  return floors;
}

/** Shares of the cases asked of that must have been checked, and really cut, by each law; measured: 83 % and 84 % at least. */
const CHECKED = 0.65;
const CUT = 0.65;
/** Below so many cases, a law must have said something once; below the second number, shares say little. */
const ENOUGH_FOR_MORE = 10;
const ENOUGH_FOR_SHARES = 100;
const LITTLE = 0.3;
/** Share of programs that must end as they were made to; measured: all. */
const AS_MADE = 0.99;
/** Share of programs that must end by exit, but for so many deviations that chance may cost; measured: 95.6 %. */
const EXITS = 0.95;
const DEVIATIONS = 4;
const INSTRUCTIONS_A_CASE = 100;
const ENOUGH_FOR_ALL = 2000;
/** The rarest of the stops below is met about once in a thousand cases. */
const ENOUGH_FOR_STOPS = 10_000;
/** Every one of these must have been met once there are enough cases. */
const STOPS = [
  "exit 0",
  "exit other",
  "budget",
  "fault InvalidInstruction",
  "fault MemOutOfBound",
  "fault MemWriteOnExecutablePage",
  "fault InvalidEcall",
];

/** The floors that were not reached. */
export function missed(floors: readonly Floor[]): Floor[] {
  return floors.filter(({ atLeast, reached }) => reached < atLeast);
}
