import type { Law } from "../laws/index.ts";
import type { Tally } from "./tally.ts";

/** A least amount that a run must have reached before its green means anything. */
export interface Floor {
  readonly what: string;
  readonly atLeast: number;
  readonly reached: number;
}

/**
 * The floors of checking at least `cases` random cases: shares are those that the generator keeps with room to spare;
 * rows and kinds of stop count once there are enough cases to reach them all, and if a target counts instructions.
 */
export function randomFloors(tally: Tally, cases: number, laws: readonly Law[]): Floor[] {
  const floors: Floor[] = [{ what: "cases", atLeast: cases, reached: tally.cases }];
  for (const law of laws) {
    const { held = 0, broken = 0, withCuts = 0 } = tally.laws.get(law.name) ?? {};
    const what = `checks of law ${law.name}`;
    floors.push({ what, atLeast: Math.max(1, Math.ceil(tally.cases * CHECKED)), reached: held + broken });
    if (!law.cuts) continue;
    const atLeast = Math.max(1, Math.ceil(tally.cases * CUT));
    floors.push({ what: `really cut ${what}`, atLeast, reached: withCuts });
  }
  const exits = (tally.stops.get("exit 0") ?? 0) + (tally.stops.get("exit other") ?? 0);
  if (!tally.countsInstructions) return floors;
  floors.push({ what: "instructions executed", atLeast: tally.cases * 100, reached: tally.instructions });
  if (tally.cases >= ENOUGH_FOR_ALL_ROWS) {
    const rows = tally.byExtension();
    floors.push({
      what: "rows of the instruction table executed",
      atLeast: rows.reduce((sum, row) => sum + row.rows, 0),
      reached: rows.reduce((sum, row) => sum + row.rowsReached, 0),
    });
    floors.push({ what: "kinds of stop", atLeast: KINDS_OF_STOP, reached: tally.stops.size });
    floors.push({ what: "runs that exit", atLeast: Math.ceil(tally.cases * 0.5), reached: exits });
  }
  return floors;
}

/** Shares of the cases that must have been checked, and really cut, by each law. */
const CHECKED = 0.5;
const CUT = 0.3;
const ENOUGH_FOR_ALL_ROWS = 1000;
const KINDS_OF_STOP = 4;

/** The floors that were not reached. */
export function missed(floors: readonly Floor[]): Floor[] {
  return floors.filter(({ atLeast, reached }) => reached < atLeast);
}
