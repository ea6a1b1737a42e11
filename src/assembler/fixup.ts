import type { FieldValues, Instruction } from "../isa/index.ts";
import type { Modifier } from "./instructions/operands.ts";
import type { Expression, Fragment } from "./model.ts";
import type { SourceLine } from "./source.ts";

/** Bytes that are written when all addresses are known. */
export type Fixup = {
  readonly fragment: Fragment;
  /** Offset among the fragment's fixed bytes. */
  readonly offset: number;
  readonly expression: Expression;
  readonly source: SourceLine;
  readonly column: number;
} & (DataFixup | InstructionFixup);

interface DataFixup {
  readonly kind: "data";
  readonly bytes: number;
}

interface InstructionFixup {
  readonly kind: "instruction";
  readonly instruction: Instruction;
  readonly values: FieldValues;
  readonly how: Part;
}

/** How the immediate follows from the expression: as it is, relative to the pc, shifted (`lui`), or by a modifier. */
export type Part = Modifier | "value" | "target" | "upper";
