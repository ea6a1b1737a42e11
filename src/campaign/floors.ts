import type { Tally } from "./tally.ts";

/** A least amount that a run must have reached before its green means anything. */
export interface Floor {
  readonly what: string;
  readonly atLeast: number;
  readonly reached: number;
}

/**
 * The floors of checking at least `cases` random cases: shares are those that the generator keeps with room to spare;
 * rows and kinds of stop count once there are enough cases to reach them all.
 */
export function randomFloors(tally: Tally, cases: number): Floor[] {
  const floors: Floor[] = [{ what: "cases", atLeast: cases, reached: tally.cases }];
  if (cases === 0) return floors;
  for (const [law, { held, broken, withCuts }] of tally.laws) {
    const checks = held + broken;
    floors.push({ what: `checks of law ${law}`, atLeast: Math.ceil(tally.cases * 0.5), reached: checks });
    if (law !== "version") {
      floors.push({
        what: `really cut checks of law ${law}`,
        atLeast: Math.ceil(tally.cases * 0.3),
        reached: withCuts,
      });
    }
  }
  const exits = (tally.stops.get("exit 0") ?? 0) + (tally.stops.get("exit other") ?? 0);
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

const ENOUGH_FOR_ALL_ROWS = 1000;
const KINDS_OF_STOP = 4;

/** The floors that were not reached. */
export function missed(floors: readonly Floor[]): Floor[] {
  return floors.filter(({ atLeast, reached }) => reached < atLeast);
}
