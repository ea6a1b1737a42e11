import { PAGE_SIZE } from "./page.ts";

/** A page nobody ever wrote: shared by all machines, never written. */
export const ZERO_PAGE = new DataView(new ArrayBuffer(PAGE_SIZE));

/** Pages that are asked of the system at once. */
const SLAB_PAGES = 64;

let slab = new ArrayBuffer(0);
let used = 0;

/**
 * A zeroed page that nobody else is given. Machines share slabs of them: a buffer for each page, or some for each machine,
 * would cost more than filling them (reference/performance.md, "What made the difference" 5).
 */
export function newPage(): DataView {
  if (used === slab.byteLength) {
    slab = new ArrayBuffer(SLAB_PAGES * PAGE_SIZE);
    used = 0;
  }
  const page = new DataView(slab, used, PAGE_SIZE);
  used += PAGE_SIZE;
  return page;
}

/** The bytes of a page as an array over the same storage. */
export function pageBytes(page: DataView): Uint8Array {
  return new Uint8Array(page.buffer, page.byteOffset, PAGE_SIZE);
}
