// Worlds, cut plans and cases, and the text they are kept in.
export type { Case, CutPlan } from "./case.ts";
export {
  DEFAULT_WORLD,
  PROGRAM_ID,
  SYSTEM_CALLS,
  type CostModel,
  type DataPiece,
  type World,
} from "./world.ts";
