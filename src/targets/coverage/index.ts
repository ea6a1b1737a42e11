// The coverage space: what programs, states and cuts a run has met, as cells that are hit or not.
export { Coverage } from "./coverage.ts";
export { cellName, type CellFamily } from "./family.ts";
export { ROW_NAMES } from "./rows.ts";
export { LegRecorder } from "./leg-recorder.ts";
export { CELL_COUNT, CELL_FAMILIES, firstCell } from "./space.ts";
