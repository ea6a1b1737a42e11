import { INSTRUCTIONS, type Instruction } from "../isa/index.ts";
import { moreFields } from "./op.ts";

const SP = 2;

/** What a register field takes. */
export interface RegisterField {
  /** Only x8 to x15. */
  readonly near: boolean;
  /** x0 too. */
  readonly zero: boolean;
  /** x2 too. */
  readonly stackPointer: boolean;
}

/** The register fields of an instruction; undefined where it has none. */
export interface RegisterFields {
  readonly rd: RegisterField | undefined;
  readonly rs1: RegisterField | undefined;
  readonly rs2: RegisterField | undefined;
  /** True if there is an immediate. */
  readonly imm: boolean;
  /** True if there are other fields beside the immediate. */
  readonly more: boolean;
}

/** By `Instruction.index`. */
const FIELDS = INSTRUCTIONS.map((instruction): RegisterFields => ({
  rd: registerField(instruction, "rd"),
  rs1: registerField(instruction, "rs1"),
  rs2: registerField(instruction, "rs2"),
  imm: instruction.field.has("imm"),
  more: moreFields(instruction).length > 0,
}));

/** The register fields of `instruction`, prepared for drawing. */
export function registerFields(instruction: Instruction): RegisterFields {
  return FIELDS[instruction.index];
}

function registerField(instruction: Instruction, name: "rd" | "rs1" | "rs2"): RegisterField | undefined {
  const field = instruction.field.get(name);
  if (!field) return undefined;
  const { compressedRegister: near, forbidden } = field;
  return { near, zero: !near && !forbidden.includes(0), stackPointer: !forbidden.includes(SP) };
}

/** True if `register` can stand in the field. */
export function takes({ near, zero, stackPointer }: RegisterField, register: number): boolean {
  if (near) return register >= 8 && register < 16;
  return (register !== 0 || zero) && (register !== SP || stackPointer);
}
