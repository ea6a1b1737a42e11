import { INSTRUCTIONS } from "../../isa/index.ts";
import { productFamily, type CellFamily } from "./family.ts";

/** Base instructions: they stand first in the table, and compressed ones count as the one they stand for. */
const BASES = INSTRUCTIONS.filter((instruction) => instruction.base === instruction);
const NAMES = BASES.map(({ name }) => name);

/** Two instructions one behind the other, of which the second reads what the first wrote. */
export const DEPENDENCIES: CellFamily = productFamily(
  "dependencies",
  "an instruction reads the register that the one executed right before it wrote",
  [NAMES.map((name) => `${name} writes`), NAMES.map((name) => `${name} reads`)],
  ([writer, reader]) =>
    BASES[writer].field.has("rd") && (BASES[reader].field.has("rs1") || BASES[reader].field.has("rs2")),
);

/** @param writer @param reader indices of base instructions */
export function dependencyCell(writer: number, reader: number): number {
  return writer * BASES.length + reader;
}
