import { PAGE_SIZE } from "./page.ts";

/** A page nobody ever wrote: shared by all machines, never written. */
export const ZERO_PAGE = new DataView(new ArrayBuffer(PAGE_SIZE));

const FIRST_SLAB_PAGES = 4;
const LAST_SLAB_PAGES = 64;
const EXPECTED_PAGES_MAX = 256;

/**
 * Gives out zeroed pages from slabs that double in size: an off-heap buffer of its own for each page would cost more
 * than filling it (reference/performance.md, "What made the difference" 5).
 */
export class PageStore {
  #slab = new ArrayBuffer(0);
  #used = 0;
  #pages = FIRST_SLAB_PAGES;

  /** Makes room for `count` pages that will be asked for at once. */
  expect(count: number): void {
    if (count > this.#pages && this.#used + count * PAGE_SIZE > this.#slab.byteLength) {
      this.#newSlab(Math.min(count, EXPECTED_PAGES_MAX));
    }
  }

  allocate(): DataView {
    if (this.#used === this.#slab.byteLength) {
      this.#newSlab(this.#pages);
      this.#pages = Math.min(this.#pages * 2, LAST_SLAB_PAGES);
    }
    const page = new DataView(this.#slab, this.#used, PAGE_SIZE);
    this.#used += PAGE_SIZE;
    return page;
  }

  #newSlab(pages: number): void {
    this.#slab = new ArrayBuffer(pages * PAGE_SIZE);
    this.#used = 0;
  }
}

/** The bytes of a page as an array over the same storage. */
export function pageBytes(page: DataView): Uint8Array {
  return new Uint8Array(page.buffer, page.byteOffset, PAGE_SIZE);
}
