import { ACCESS_STORES, ROW_ACCESSES } from "./access.ts";
import { productFamily, type CellFamily } from "./family.ts";
import { isWritten, OUTSIDE, PAGE_STATES } from "./page-state.ts";
import { ROW_COSTS, ROW_NAMES } from "./rows.ts";

const NO_PAGE = "no page";
const PAGES = [...PAGE_STATES, NO_PAGE];
/** Index of the page of an instruction that touches no memory. */
export const PAGE_NONE = PAGE_STATES.length;

const BEFORE = ["on the border", "one cycle short", "further inside"];
const AFTER = ["on the border", "cycles left over", "limit passed"];
const LIMIT_PASSED = 2;
const ECALL = ROW_NAMES.indexOf("ecall");

/** Instruction behind a cut x the page that it is about to touch x how much of its cost the budget covered. */
export const CUTS_BEFORE: CellFamily = productFamily(
  "cuts before",
  "a leg ends, or begins, right before an instruction; its budget covered nothing, nearly all or a part of its cost",
  [ROW_NAMES, PAGES, BEFORE],
  ([row, page, edge]) => ROW_ACCESSES[row] < 0 === (page === PAGE_NONE) && ROW_COSTS[row] > edge,
);

/** Instruction before a cut x the page that it touched, as it is now x what the budget had left over. */
export const CUTS_AFTER: CellFamily = productFamily(
  "cuts after",
  "a leg ends right behind an instruction; its budget is spent exactly or not",
  [ROW_NAMES, PAGES, AFTER],
  ([row, page, edge]) => {
    if (edge === LIMIT_PASSED && row !== ECALL) return false;
    const access = ROW_ACCESSES[row];
    if (access < 0) return page === PAGE_NONE;
    return page !== PAGE_NONE && page !== OUTSIDE && (!ACCESS_STORES[access] || isWritten(page));
  },
);

/**
 * @param page index of the state of the page, or `PAGE_NONE`
 * @param cost of the instruction, in cycles @param left of the budget; more than the cost counts as none of it
 */
export function cutBeforeCell(row: number, page: number, cost: number, left: number): number {
  const edge = left <= 0 || left >= cost ? 0 : left === cost - 1 ? 1 : 2;
  return (row * PAGES.length + page) * BEFORE.length + edge;
}

/** @param left of the budget, in cycles; negative if a system call went beyond the limit */
export function cutAfterCell(row: number, page: number, left: number): number {
  const edge = left === 0 ? 0 : left > 0 ? 1 : LIMIT_PASSED;
  return (row * PAGES.length + page) * AFTER.length + edge;
}

/** The row of ecall, which alone can pass the limit. */
export const ECALL_ROW = ECALL;
