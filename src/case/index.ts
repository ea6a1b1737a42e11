// Worlds, cut plans and cases, and the text they are kept in.
export { CaseFileError } from "./case-file-error.ts";
export { readCase, type CaseFile } from "./case-file.ts";
export type { Case, Change, Counterpart, CutPlan, Moved } from "./case.ts";
export type { Found } from "./found.ts";
export { DEFAULT_BUDGET, readHeader, type Expectation, type Header } from "./header.ts";
export { sourceLines, type SourceLines } from "./source-lines.ts";
export type { RunEvent, RunEventKind, RunEvents } from "./run-events.ts";
export { isaText, readCost, readIsa, readMemorySize } from "./values.ts";
export {
  DEFAULT_WORLD,
  HOST_CALLS,
  ISA_ALL,
  PROGRAM_ID,
  SYSTEM_CALLS,
  type CostModel,
  type DataPiece,
  type World,
  type WorldKind,
} from "./world.ts";
export { writeCase, type CaseNotes } from "./write-case.ts";
