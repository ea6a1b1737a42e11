// Assembly text to programs, and programs to text.
export { assemble, type AssembleOptions, type Program, type Source } from "./assemble.ts";
export { type DisassembleOptions, disassembleProgram } from "./disassemble/program.ts";
export { type ElfImage, readElf } from "./elf/read.ts";
export {
  type ElfContents,
  type ElfSymbol,
  type Segment,
  type Writing,
  type WrittenSegment,
  writeElf,
} from "./elf/write.ts";
export { AssemblyError, type Diagnostic } from "./error.ts";
export type { PreprocessOptions } from "./preprocess/options.ts";
export { preprocess } from "./preprocess/preprocess.ts";
