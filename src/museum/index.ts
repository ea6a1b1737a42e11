// The museum: faults of the history of VMs, and how well they are found.
export type { Absent, Category, Exhibit, Provenance, Row } from "./exhibit.ts";
export { CATALOGUE, EXHIBITS } from "./exhibits/index.ts";
export { FaultyTarget, type FaultOptions } from "./faulty-target.ts";
export { meaning } from "./meanings.ts";
export { GATE } from "./gate.ts";
export type { Hunt, HuntOptions, Method } from "./hunt.ts";
export { BASELINES, full } from "./methods/index.ts";
export { scoreExhibit, type ScoreOptions } from "./score.ts";
export {
  comparedWith,
  scoreboardOf,
  scoreOf,
  type Attempt,
  type Diagnosis,
  type ExhibitScore,
  type FoundBefore,
  type MethodTotals,
  type Scoreboard,
  type Totals,
} from "./scoreboard.ts";
