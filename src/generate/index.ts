// Generated worlds, programs and cut plans, and their shrinking. The arbitraries stand in arbitrary.ts alone: no command draws
// from them, and fast-check takes a while to load.
export { generateCase, type CaseOptions, type GeneratedCase, type Intent } from "./case.ts";
export { assemblyOf, caseForFile, isGenerated, type CaseForFile } from "./case-file.ts";
export { FAMILY_NAMES } from "./families/index.ts";
export { programElf } from "./elf.ts";
export { MEMORY_SIZE_LARGE_MAX } from "./memory-sizes.ts";
export type { ProgramOptions } from "./grow.ts";
export { Random } from "./random.ts";
export type { Surroundings } from "./surroundings.ts";
export type { Op } from "./op.ts";
export type { DataSegment, GeneratedProgram, Item, ItemKind, Patch, Pointer } from "./program.ts";
export { instructionsOf } from "./instructions-of.ts";
export { mutateCase } from "./mutate/mutate-case.ts";
export {
  plainCase,
  rewriteCase,
  REWRITINGS,
  SAME_REGISTERS,
  type PlainOptions,
  type RewritingStep,
  type Rewriting,
  type Rewritten,
  type RewrittenCase,
} from "./rewrite/index.ts";
export { measure } from "./shrink/measure.ts";
export { codeUnits, dataPages, overwrite, type CodeUnit, type DataPage } from "./mutate/code-units.ts";
export { instructionsInPlace, shrinkInPlace } from "./shrink/in-place.ts";
export { shrinkLines, type LinesOptions } from "./shrink/lines.ts";
export { shrinkCase, type ShrinkOptions, type ShrinkResult } from "./shrink/shrink-case.ts";
export { toAssembly, type ProgramText } from "./text.ts";
export type { WorldOptions } from "./world.ts";
