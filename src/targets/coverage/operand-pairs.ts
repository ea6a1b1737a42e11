import { productFamily, type CellFamily } from "./family.ts";
import { OPERAND_CLASSES } from "./operand-class.ts";
import { registerSource, ROW_INSTRUCTIONS, ROW_NAMES } from "./rows.ts";

/** Values at which instructions of two operands have their special cases, and all others. */
const BOUNDARIES = ["0", "1", "-1", "MIN32", "MAX32", "MIN64", "MAX64", "other"];
const MIN32 = 3;
const MAX32 = 4;
const MIN64 = 5;
const MAX64 = 6;
const OTHER = 7;

/** Of each class of values: which boundary all of them are, or `OTHER`; `ONE_OF_THEM` where only some are. */
const ONE_OF_THEM = 8;
const CLASS_BOUNDARIES = Int8Array.from(OPERAND_CLASSES, (name) => {
  if (name.startsWith("beside a ")) return ONE_OF_THEM;
  const index = BOUNDARIES.indexOf(name);
  return index < 0 ? OTHER : index;
});

const INT32_MAX = 0x7fff_ffff;
const INT32_MIN = -0x8000_0000;

/**
 * Instruction x value in rs1 x value in rs2, of which one at least is a boundary: faults like that of MIN64 / -1 need both
 * at once. Rows that access memory are not among them: of an address only its sum with the immediate matters.
 */
export const OPERAND_PAIRS: CellFamily = productFamily(
  "operand pairs",
  "an instruction reads two values from rs1 and rs2, of which one at least is a boundary value",
  [ROW_NAMES, BOUNDARIES.map((value) => `rs1 = ${value}`), BOUNDARIES.map((value) => `rs2 = ${value}`)],
  ([row, one, other]) => readsTwoValues(row) && (one !== OTHER || other !== OTHER),
);

function readsTwoValues(row: number): boolean {
  const instruction = ROW_INSTRUCTIONS[row];
  const [rs1, rs2] = [registerSource(instruction, "rs1"), registerSource(instruction, "rs2")];
  return rs1 !== undefined && rs2 !== undefined && !instruction.base.operands.includes("(");
}

/** The first cell of a row, to which `operandPair` is added; -1 for rows that have none. */
export function operandPairCells(row: number): number {
  return readsTwoValues(row) ? row * BOUNDARIES.length * BOUNDARIES.length : -1;
}

/** False for pairs of classes in which there are no boundary values: the most, and they have no cell. */
export function mayBePair(class1: number, class2: number): boolean {
  return CLASS_BOUNDARIES[class1] !== OTHER || CLASS_BOUNDARIES[class2] !== OTHER;
}

/**
 * The pair of two values, as an offset from `operandPairCells`; -1 if neither is a boundary value.
 * @param class1 @param class2 their classes, as `operandClass` gives them
 * @param w the registers' signed 32-bit halves @param rs1 @param rs2 the registers
 */
export function operandPair(class1: number, class2: number, w: Int32Array, rs1: number, rs2: number): number {
  const one = boundary(class1, w[2 * rs1], w[2 * rs1 + 1]);
  const other = boundary(class2, w[2 * rs2], w[2 * rs2 + 1]);
  return one === OTHER && other === OTHER ? -1 : one * BOUNDARIES.length + other;
}

function boundary(kind: number, low: number, high: number): number {
  const known = CLASS_BOUNDARIES[kind];
  if (known !== ONE_OF_THEM) return known;
  if (low === INT32_MIN) return high === -1 ? MIN32 : OTHER;
  if (low === INT32_MAX) return high === 0 ? MAX32 : OTHER;
  if (low === 0) return high === INT32_MIN ? MIN64 : OTHER;
  return low === -1 && high === INT32_MAX ? MAX64 : OTHER;
}
