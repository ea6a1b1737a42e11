import { encodingProblem, INSTRUCTIONS, REGISTER_COUNT, type Field, type Instruction } from "../isa/index.ts";
import { op, type Op } from "./op.ts";
import type { Random } from "./random.ts";

const COMPRESSED = Map.groupBy(
  INSTRUCTIONS.filter((instruction) => instruction.base !== instruction),
  ({ base }) => base,
);
const NONE: readonly Instruction[] = [];
const OPERANDS = ["rd", "rs1", "rs2", "imm"] as const;

/**
 * A 16-bit instruction that does what `wide` does, a HINT perhaps where that is nothing (not in version 0); undefined if
 * there is none.
 */
export function compressedForm(random: Random, wide: Op, version: number): Op | undefined {
  const rows = (wide.instruction && COMPRESSED.get(wide.instruction)) ?? NONE;
  const start = random.below(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[(start + k) % rows.length];
    const form = row.hint && version === 0 ? undefined : formOf(row, wide);
    if (form) return form;
  }
  return undefined;
}

/** `wide` as an instruction of this row, with the smallest values in fields that mean nothing; undefined if it is none. */
function formOf(row: Instruction, wide: Op): Op | undefined {
  const values: { rd?: number; rs1?: number; rs2?: number; imm?: number } = {};
  for (const operand of OPERANDS) {
    const source: Field | number = row.binding[operand];
    const wanted = wide[operand];
    if (typeof source === "number") {
      if (source % REGISTER_COUNT !== wanted && !isUnused(wide, operand)) return undefined;
      continue;
    }
    const name = source.name as (typeof OPERANDS)[number];
    if (values[name] !== undefined && values[name] !== wanted) return undefined;
    values[name] = wanted;
  }
  for (const { name, forbidden, compressedRegister, lowestBit } of row.fields) {
    if (name === "rd" || name === "rs1" || name === "rs2" || name === "imm") {
      values[name] ??= compressedRegister ? 8 : forbidden.includes(0) ? 2 ** lowestBit : 0;
    }
  }
  if (encodingProblem(row, values)) return undefined;
  const { rd = 0, rs1 = 0, rs2 = 0, imm = 0 } = values;
  return op(row, rd, rs1, rs2, imm);
}

function isUnused({ instruction }: Op, operand: (typeof OPERANDS)[number]): boolean {
  return instruction?.field.has(operand) === false;
}
