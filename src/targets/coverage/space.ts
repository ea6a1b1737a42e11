import { BORDER_ACCESSES, PAGE_ACCESSES } from "./accesses.ts";
import { BRANCH_OUTCOMES } from "./branches.ts";
import { CUTS_AFTER, CUTS_BEFORE } from "./cuts.ts";
import { DEPENDENCIES } from "./dependencies.ts";
import type { CellFamily } from "./family.ts";
import { OPERAND_PAIRS } from "./operand-pairs.ts";
import { OPERANDS } from "./operands.ts";
import { REGISTER_PATTERNS } from "./register-patterns.ts";
import { STOP_KINDS } from "./stops.ts";
import { STORE_CONDITIONALS } from "./store-conditionals.ts";
import { SYSTEM_CALL_RESULTS } from "./system-calls.ts";

/** Every family of cells. Their cells are numbered one family behind the other. */
export const CELL_FAMILIES: readonly CellFamily[] = [
  OPERANDS,
  OPERAND_PAIRS,
  REGISTER_PATTERNS,
  DEPENDENCIES,
  PAGE_ACCESSES,
  BORDER_ACCESSES,
  STOP_KINDS,
  BRANCH_OUTCOMES,
  STORE_CONDITIONALS,
  SYSTEM_CALL_RESULTS,
  CUTS_BEFORE,
  CUTS_AFTER,
];

/** The number of the first cell of a family in the whole space. @throws Error for a family that is not in it */
export function firstCell(family: CellFamily): number {
  const position = CELL_FAMILIES.indexOf(family);
  if (position < 0) throw new Error(`${family.name} is no family of the coverage space`);
  return CELL_FAMILIES.slice(0, position).reduce((sum, { cells }) => sum + cells, 0);
}

/** Cells of all families. */
export const CELL_COUNT = CELL_FAMILIES.reduce((sum, { cells }) => sum + cells, 0);
