import { INSTRUCTIONS } from "../../isa/index.ts";
import { productFamily, type CellFamily } from "./family.ts";
import { ROW_COUNT } from "./rows.ts";

/** Conditional branches: a target, and nothing written. */
const BRANCHES = INSTRUCTIONS.filter(({ base, operands }) => operands.includes("target") && !base.field.has("rd"));
const DIRECTIONS = ["forward", "backward"];
const OUTCOMES = ["taken", "not taken"];

/** Conditional branch x where its target is x whether it was taken. */
export const BRANCH_OUTCOMES: CellFamily = productFamily(
  "branches",
  "a conditional branch to a target behind or before it is taken, or not",
  [BRANCHES.map(({ key }) => key), DIRECTIONS, OUTCOMES],
  () => true,
);

/** The position of a row among the branches; -1 for all other rows. */
export const ROW_BRANCHES: readonly number[] = Array.from({ length: ROW_COUNT }, (_, row) =>
  BRANCHES.findIndex(({ index }) => index === row),
);

/** @param branch its position among the branches */
export function branchCell(branch: number, backward: boolean, taken: boolean): number {
  return (branch * DIRECTIONS.length + (backward ? 1 : 0)) * OUTCOMES.length + (taken ? 0 : 1);
}
