import type { PlantedPage } from "./planted-page.ts";

const PAGE = 4096;
const [FROZEN, EXECUTABLE, DIRTY] = [1, 2, 4];
/** Flags without a meaning. */
const NAMELESS = 0x90;
const ECALL = 0x73;
/** `jal zero, .`: a block ends behind it, and nothing is fused with it. */
const JUMP_TO_ITSELF = 0x6f;

/** Pages in a row that calls need. */
export const PAGES = 4;
/** The first has text in it and flags without a meaning; behind it is one that nobody has touched. */
export const TEXT_PAGE = 0;
/** What nobody has touched: bytes and flags are 0. */
export const UNTOUCHED_PAGE = 1;
/** The page of the ECALLs. */
export const CODE_PAGE = 2;
/** A frozen page with sizes in it, which forbids no store (reference/ckb-vm/memory.md 1). */
export const SIZES_PAGE = 3;

/** Where ECALLs stand in the page of code: in front of an instruction, of none, and of a page that cannot be executed. */
export const SITES: readonly number[] = [0, 16, PAGE - 4];
/** Offset in the page of text of the byte that is no text. */
export const NO_TEXT_AT = 3000;

/** Sizes that call 2092 is given: around those of pages, and such that are others in 32 bits or with a sign. */
export const SIZES = [
  1n,
  7n,
  100n,
  4095n,
  4096n,
  4097n,
  8191n,
  8192n,
  2n ** 32n + 1n,
  2n ** 63n,
  2n ** 64n - 1n,
] as const;
/** In front of them are zeroes: a fetch behind the page of code meets no instruction, and a size of 0 is there too. */
const SIZES_AT = 64;
/** No multiple of 8, so that most of them are not aligned. */
const SIZE_STEP = 17;

/** Where a size stands in the page of sizes. */
export function sizeAt(index: number): number {
  return SIZES_AT + index * SIZE_STEP;
}

/** The bytes of the data piece that calls copy, none of them 0: more than two pages. */
export const PIECE = Uint8Array.from({ length: 2 * PAGE + 77 }, (_, k) => 1 + ((k * 7 + (k >> 8)) % 255));

/** What stands in the pages, but for the one that nobody has touched. @param number decides the text */
export function callPages(page: number, number: number): PlantedPage[] {
  return [
    { page: page + TEXT_PAGE, flag: NAMELESS | DIRTY, content: text(number) },
    { page: page + CODE_PAGE, flag: EXECUTABLE | DIRTY, content: CODE },
    { page: page + SIZES_PAGE, flag: FROZEN | DIRTY, content: SIZES_CONTENT },
  ];
}

/** Letters and others, none of them 0, with one byte that no text has. */
function text(number: number): Uint8Array {
  const bytes = new Uint8Array(PAGE);
  for (let k = 0; k < PAGE; k++) bytes[k] = 0x20 + ((k * 11 + number) % 95);
  bytes[NO_TEXT_AT] = 0xff;
  return bytes;
}

const CODE = codePage();
const SIZES_CONTENT = sizesPage();

function codePage(): Uint8Array {
  const content = new Uint8Array(PAGE);
  const view = new DataView(content.buffer);
  for (const at of SITES) view.setUint32(at, ECALL, true);
  view.setUint32(SITES[0] + 4, JUMP_TO_ITSELF, true);
  return content;
}

function sizesPage(): Uint8Array {
  const content = new Uint8Array(PAGE);
  const view = new DataView(content.buffer);
  for (const [k, size] of SIZES.entries()) view.setBigUint64(sizeAt(k), size, true);
  return content;
}
