// The instruction set as a table, and what is derived from it.
export { decode, findInstruction, instructionLength, type Decoded } from "./decode.ts";
export { disassemble, rawText } from "./disassemble.ts";
export { encode, encodeUnchecked, encodingProblem, type FieldValues } from "./encode.ts";
export { fuse, type Fusion } from "./fuse.ts";
export { FUSION_RULES, type FusedPart, type FusionRule } from "./fusion.ts";
export type { Hart, Operands } from "./hart.ts";
export type { Extension, InstructionBlock, Meaning } from "./instruction.ts";
export { ISA_A, ISA_B, ISA_IMC, ISA_MOP, isEnabled, type IsaSet, type VmVersion } from "./isa-set.ts";
export { extractField, fieldProblem, fieldRange, insertField, type Field, type FieldName } from "./pattern.ts";
export {
  a0,
  a7,
  DISCARD,
  REGISTER_COUNT,
  REGISTER_NAMES,
  registerNumber,
  SCRATCH,
  SLOT_COUNT,
  sp,
} from "./registers.ts";
export { INSTRUCTIONS, instructionsNamed, operandField, type Instruction } from "./table.ts";
export { signed, unsigned, XLEN, XLEN_MAX } from "./xlen.ts";
