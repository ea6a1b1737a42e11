import { productFamily, type CellFamily } from "./family.ts";
import { OPERAND_CLASSES } from "./operand-class.ts";
import { registerSource, ROW_INSTRUCTIONS, ROW_NAMES } from "./rows.ts";

const SOURCES = ["rs1", "rs2"] as const;

/** Instruction x source register x class of the value in it. A fused sequence counts with its first instruction's. */
export const OPERANDS: CellFamily = productFamily(
  "operands",
  "an instruction reads a value of a class from rs1 or rs2",
  [ROW_NAMES, SOURCES, OPERAND_CLASSES],
  ([row, source]) => registerSource(ROW_INSTRUCTIONS[row], SOURCES[source]) !== undefined,
);

/** The cell of class 0 of a row's rs1 (`source` 0) or rs2 (1); the other classes follow. -1 if it has no such register. */
export function operandCells(row: number, source: 0 | 1): number {
  const cell = (row * SOURCES.length + source) * OPERAND_CLASSES.length;
  return OPERANDS.possible(cell) ? cell : -1;
}
