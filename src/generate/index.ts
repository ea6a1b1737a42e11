// Generated worlds, programs and cut plans, and their shrinking.
export { generateCase, type CaseOptions, type GeneratedCase, type Intent } from "./case.ts";
export type { ProgramOptions } from "./grow.ts";
export type { DataSegment, GeneratedProgram, Item, ItemKind, Patch, Pointer } from "./program.ts";
export type { Op } from "./op.ts";
export type { WorldOptions } from "./world.ts";
