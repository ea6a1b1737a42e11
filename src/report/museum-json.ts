import type { Scoreboard } from "../museum/index.ts";
import { SCHEMA_VERSION } from "./gate-json.ts";

/** A scoreboard as one JSON document; what a later run is compared with. */
export function museumJson(board: Scoreboard): object {
  const { totals, lost, missed, interrupted } = board;
  const held = !interrupted && lost.length === 0 && missed.length === 0;
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: held ? "held" : interrupted ? "inconclusive" : "broken",
    seconds: rounded(board.seconds),
    seeds: board.seeds.map(String),
    timeMs: board.timeMs,
    baselineTimeMs: board.baselineTimeMs,
    totals,
    categories: board.categories.map(({ category, totals: some }) => ({ category, ...some })),
    baselines: board.baselines,
    lost,
    missed,
    faults: board.scores.map(({ exhibit, found, seconds, cases, attempts, diagnoses, baselines }) => ({
      id: exhibit.id,
      category: exhibit.category,
      ...(exhibit.whyNoPlace !== undefined && { whyNoPlace: exhibit.whyNoPlace }),
      found,
      seconds: seconds === undefined ? undefined : rounded(seconds),
      cases,
      attempts: attempts.map((attempt) => ({
        ...attempt,
        seed: String(attempt.seed),
        seconds: rounded(attempt.seconds),
      })),
      diagnoses: diagnoses.map((diagnosis) => ({ ...diagnosis, seconds: rounded(diagnosis.seconds) })),
      baselines: Object.fromEntries(
        [...baselines].map(([name, { found: there, seconds: taken }]) => [
          name,
          { found: there, seconds: rounded(taken) },
        ]),
      ),
    })),
    absent: board.absent.map(({ id, category, kind, reason }) => ({ id, category, kind, reason })),
  };
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(3));
}
