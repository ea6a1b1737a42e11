import { fieldProblem, insertField, type FieldName } from "./pattern.ts";
import type { Instruction } from "./table.ts";

/** Values of an instruction's fields by name: register numbers, the immediate's value, ordering bits. */
export type FieldValues = Partial<Record<FieldName, number>>;

/**
 * Why these values cannot be encoded in `instruction`, or undefined if they can.
 * Fields that are left out count as 0.
 */
export function encodingProblem(instruction: Instruction, values: FieldValues): string | undefined {
  for (const field of instruction.fields) {
    const problem = fieldProblem(field, values[field.name] ?? 0);
    if (problem) return problem;
  }
  return undefined;
}

/**
 * The instruction word with these fields, as an unsigned number of 16 or 32 bits.
 * @throws RangeError naming the field if a value does not fit.
 */
export function encode(instruction: Instruction, values: FieldValues): number {
  const problem = encodingProblem(instruction, values);
  if (problem) throw new RangeError(`${instruction.name}: ${problem}`);
  return encodeUnchecked(instruction, values);
}

/** `encode` for values already known to fit. */
export function encodeUnchecked(instruction: Instruction, values: FieldValues): number {
  let word = instruction.match;
  for (const field of instruction.fields) word |= insertField(field, values[field.name] ?? 0);
  return word >>> 0;
}
