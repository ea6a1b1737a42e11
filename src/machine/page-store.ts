import { PAGE_SIZE } from "./page.ts";

/** A page nobody ever wrote: shared by all machines, never written. */
export const ZERO_PAGE = new DataView(new ArrayBuffer(PAGE_SIZE));

const FIRST_SLAB_PAGES = 4;
const LAST_SLAB_PAGES = 64;

/**
 * Gives out zeroed pages from slabs that double in size: an off-heap buffer of its own for each page would cost more
 * than filling it (reference/performance.md, "What made the difference" 5).
 */
export class PageStore {
  #slab = new ArrayBuffer(0);
  #used = 0;
  #pages = FIRST_SLAB_PAGES;

  allocate(): DataView {
    if (this.#used === this.#slab.byteLength) {
      this.#slab = new ArrayBuffer(this.#pages * PAGE_SIZE);
      this.#used = 0;
      this.#pages = Math.min(this.#pages * 2, LAST_SLAB_PAGES);
    }
    const page = new DataView(this.#slab, this.#used, PAGE_SIZE);
    this.#used += PAGE_SIZE;
    return page;
  }
}

/** The bytes of a page as an array over the same storage. */
export function pageBytes(page: DataView): Uint8Array {
  return new Uint8Array(page.buffer, page.byteOffset, PAGE_SIZE);
}
