// Searches: the gate that CI runs, and what it counts.
export { isAsked } from "./asked.ts";
export { brokenLaw, type BrokenLaw } from "./broken-law.ts";
export { checkCanary, type CanaryResult } from "./canary-check.ts";
export {
  checkCase,
  FAILURES_MAX,
  stillTrusted,
  type Failure,
  type Finding,
  type NamedCase,
  type Outcome,
} from "./check-case.ts";
export { coverageFloors } from "./coverage-floors.ts";
export type { GrowthPoint } from "./coverage-growth.ts";
export { coverageReport, type CellCount, type FamilyCoverage, type LeftOut } from "./coverage-report.ts";
export { checkDirected, type DirectedResult } from "./directed-check.ts";
export { directedFindings } from "./directed-findings.ts";
export { commented } from "./explain/commented.ts";
export { explain, type ExplainOptions } from "./explain/explain.ts";
export { exercisedFloors } from "./exercised-floors.ts";
export { Faults, type Fault } from "./faults.ts";
export { partFloors } from "./target-floors.ts";
export { missed, randomFloors, type Floor } from "./floors.ts";
export { flakinessOf } from "./flakiness.ts";
export { runGate, type GatePlan, type GateResult } from "./gate.ts";
export { investigate, type InvestigateOptions } from "./investigate.ts";
export type * from "./investigation.ts";
export { repeatCheck, type Repeated } from "./repeated.ts";
export type { MissedGroup } from "./missed-cells.ts";
export { checkRandom, type RandomOptions } from "./random-check.ts";
export type { LawCount, Met } from "./law-count.ts";
export { plainestOf } from "./plainest.ts";
export { reduceFinding } from "./reduce-finding.ts";
export { Tally } from "./tally.ts";
export { VECTOR_VERSION, vectorOf, type Vector } from "./vector.ts";
export { gateCaseAt } from "./gate-case.ts";
export { worldKindsAt, worldKindsFor } from "./world-kinds.ts";
export { tookNoPart, type Part } from "./taking-part.ts";
