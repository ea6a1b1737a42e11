import { ACCESSES, ACCESS_WIDTHS } from "./access.ts";
import { productFamily, type CellFamily } from "./family.ts";
import { OUTSIDE, PAGE_STATES } from "./page-state.ts";

const PLACES = ["aligned", "misaligned"];

/** Access of one page x alignment x what the page was before. */
export const PAGE_ACCESSES: CellFamily = productFamily(
  "accesses",
  "an access falls, aligned or not, into a page of a state",
  [ACCESSES, PLACES, PAGE_STATES],
  ([access, place]) => place === 0 || ACCESS_WIDTHS[access] > 1,
);

/** Access over a page border x what both pages were before. */
export const BORDER_ACCESSES: CellFamily = productFamily(
  "border accesses",
  "an access begins in a page of a state and ends in the next one, of a state",
  [ACCESSES, PAGE_STATES.map((state) => `from ${state}`), PAGE_STATES.map((state) => `to ${state}`)],
  ([access, from]) => ACCESS_WIDTHS[access] > 1 && from !== OUTSIDE,
);

/** The cell of an access that does not go over the border of a page. */
export function pageAccessCell(access: number, misaligned: boolean, state: number): number {
  return (access * PLACES.length + (misaligned ? 1 : 0)) * PAGE_STATES.length + state;
}

/** The cell of one that does. */
export function borderAccessCell(access: number, from: number, to: number): number {
  return (access * PAGE_STATES.length + from) * PAGE_STATES.length + to;
}
