import { fieldRange, INSTRUCTIONS, REGISTER_COUNT, type Field, type Instruction } from "../isa/index.ts";
import { op, type Op } from "./op.ts";
import type { Random } from "./random.ts";

const OPERANDS = ["rd", "rs1", "rs2", "imm"] as const;

/** A row of 16 bits as a way to write its base instruction. Operands and fields are numbers of `OPERANDS`. */
interface Form {
  readonly row: Instruction;
  /** Operands of the base that this row has as constants. */
  readonly fixed: readonly { readonly operand: number; readonly value: number }[];
  readonly fields: readonly FormField[];
}

/** What a field of the row takes. */
interface FormField {
  readonly field: number;
  /** The operands that it stands for: all of them have its value. */
  readonly operands: readonly number[];
  /** The smallest value that it can have where it stands for none. */
  readonly least: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly forbidden: readonly number[];
}

/** By `Instruction.index` of the base, in the order of the table. */
const FORMS: readonly Form[][] = INSTRUCTIONS.map(() => []);
for (const row of INSTRUCTIONS) if (row.base !== row) FORMS[row.base.index].push(makeForm(row));

function makeForm(row: Instruction): Form {
  const { base, binding } = row;
  const fixed = OPERANDS.flatMap((name, operand) => {
    const source = binding[name];
    // What the base has no field for may be anything.
    return typeof source === "number" && base.field.has(name) ? [{ operand, value: source % REGISTER_COUNT }] : [];
  });
  const fields = row.fields.map((field): FormField => {
    const { name, forbidden, compressedRegister, lowestBit } = field;
    const operands = OPERANDS.flatMap((wanted, operand) => (isFrom(binding[wanted], name) ? [operand] : []));
    const step = 2 ** lowestBit;
    const least = compressedRegister ? 8 : forbidden.includes(0) ? step : 0;
    return { field: OPERANDS.indexOf(name as "rd"), operands, least, ...fieldRange(field), step, forbidden };
  });
  return { row, fixed, fields };
}

function isFrom(source: Field | number, name: string): boolean {
  return typeof source !== "number" && source.name === name;
}

/**
 * A 16-bit instruction that does what `wide` does, a HINT perhaps where that is nothing (not in version 0); undefined if
 * there is none.
 */
export function compressedForm(random: Random, wide: Op, version: number): Op | undefined {
  const forms = wide.instruction ? FORMS[wide.instruction.index] : [];
  const start = random.below(forms.length);
  for (let k = 0; k < forms.length; k++) {
    const form = forms[(start + k) % forms.length];
    if (form.row.hint && version === 0) continue;
    if (isWrittenAs(form, wide)) return op(form.row, values[0], values[1], values[2], values[3]);
  }
  return undefined;
}

/** Values of the fields of a form, by number. One for all, as nothing is kept in it. */
const values = [0, 0, 0, 0];

/** True if `wide` can be written in a form; its fields are then in `values`. */
function isWrittenAs({ fixed, fields }: Form, wide: Op): boolean {
  for (const { operand, value } of fixed) if (operandOf(wide, operand) !== value) return false;
  for (let k = 0; k < values.length; k++) values[k] = 0;
  for (const { field, operands, least, min, max, step, forbidden } of fields) {
    const value = operands.length > 0 ? operandOf(wide, operands[0]) : least;
    if (operands.length > 1 && operandOf(wide, operands[1]) !== value) return false;
    if (value < min || value > max || value % step !== 0) return false;
    if (forbidden.length > 0 && forbidden.includes(value)) return false;
    values[field] = value;
  }
  return true;
}

function operandOf({ rd, rs1, rs2, imm }: Op, operand: number): number {
  return operand === 0 ? rd : operand === 1 ? rs1 : operand === 2 ? rs2 : imm;
}
