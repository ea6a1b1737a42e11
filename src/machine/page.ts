/** Bytes in a page. */
export const PAGE_SIZE = 4096;
export const PAGE_SHIFT = 12;
export const OFFSET_MASK = PAGE_SIZE - 1;

/** `init_pages` must not touch the page again; nothing else looks at it. */
export const FLAG_FREEZED = 1;
/** Can be executed and cannot be stored to; clear: the other way round. */
export const FLAG_EXECUTABLE = 2;
/** Written since it was last tracked; set by every successful write. */
export const FLAG_DIRTY = 4;

/** The largest memory: addresses inside memory then fit a positive 32-bit number. */
export const MEMORY_SIZE_MAX = 2 ** 31;

/** CKB-VM's default memory size, 4 MiB. */
export const MEMORY_SIZE_DEFAULT = 4 * 1024 * 1024;

/** `value` rounded up to a page boundary, modulo 2^64. */
export function roundUpToPage(value: bigint): bigint {
  return BigInt.asUintN(64, value + BigInt(OFFSET_MASK)) & ~BigInt(OFFSET_MASK);
}
