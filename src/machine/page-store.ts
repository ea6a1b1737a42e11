import { PAGE_SIZE } from "./page.ts";
import { zeroedPage } from "./storage.ts";

/** A page nobody ever wrote: shared by all machines, never written. */
export const ZERO_PAGE = new DataView(new ArrayBuffer(PAGE_SIZE));

/** A zeroed page that nobody else is given. */
export function newPage(): DataView {
  const { buffer, byteOffset } = zeroedPage(PAGE_SIZE);
  return new DataView(buffer, byteOffset, PAGE_SIZE);
}

/** The bytes of a page as an array over the same storage. */
export function pageBytes(page: DataView): Uint8Array {
  return new Uint8Array(page.buffer, page.byteOffset, PAGE_SIZE);
}

let template: DataView[] = [];

/** `count` references to the zero page. Copying a ready array is several times faster than filling a new one. */
export function emptyPages(count: number): DataView[] {
  if (template.length !== count) template = new Array<DataView>(count).fill(ZERO_PAGE);
  return template.slice();
}
