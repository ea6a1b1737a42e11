import type { Random } from "./random.ts";

const PAGE = 4096;
const MIB = 1024 * 1024;
const MEMORY_STEP = 256 * 1024;
/** Bytes of memory that CKB-VM has, and so most worlds. */
export const MEMORY_SIZE_USUAL = 4 * MIB;
/** Of worlds that have another size, one in so many has more than that: about one in 130 of all. */
const LARGE_EVERY = 45;
/** MiB, and pages beside them: 24-bit addresses end at 16 MiB, and no size is a power of two by necessity. */
const LARGE_MIB = [8, 16, 16, 32, 32, 64];
const PAGES_BESIDE = [0, 0, 0, 1, 1, -1, 3, 250];
/** Bytes of the largest of these. */
export const MEMORY_SIZE_LARGE_MAX = 64 * MIB + 250 * PAGE;
/** Pages of memories whose quarter for the stack is filled by arguments: up to 128 KiB of them. */
const FILLED_PAGES = [4, 5, 7, 8, 16, 31, 32, 33, 64, 64, 65, 127, 128];

/** How much memory a world has, in bytes, where nobody asks for a certain size; more than usual only if `large` is true. */
export function pickMemorySize(random: Random, large: boolean): number {
  if (random.chance(65)) return MEMORY_SIZE_USUAL;
  if (large && random.below(LARGE_EVERY) === 0) {
    // A few bytes more than usual is the nearest that is too large for what has 4 MiB.
    if (random.chance(15)) return MEMORY_SIZE_USUAL + PAGE * random.between(1, 3);
    return MIB * random.pick(LARGE_MIB) + PAGE * random.pick(PAGES_BESIDE);
  }
  // Some have a number of pages that no power of two divides, which not every target has.
  if (random.chance(15)) return PAGE * random.between(MEMORY_STEP / PAGE, (MEMORY_STEP / PAGE) * 16 - 1);
  return MEMORY_STEP * random.between(1, 16);
}

/** A memory whose stack is small enough to be filled by arguments, in bytes. */
export function pickFilledMemorySize(random: Random): number {
  return PAGE * random.pick(FILLED_PAGES);
}
