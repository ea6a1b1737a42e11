import { FLAG_DIRTY, FLAG_EXECUTABLE, PAGE_SHIFT, type Memory } from "../../machine/index.ts";

/** The pages that memory has of `length` bytes from `address`, an address as instructions give it. */
export function pagesOf({ pageCount }: Memory, address: number, length: number): readonly number[] {
  if (address < 0 || length <= 0) return [];
  const first = address >>> PAGE_SHIFT;
  const end = Math.min(pageCount, ((address + length - 1) >>> PAGE_SHIFT) + 1);
  return Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k);
}

/** Those of `pages` that have one of the flags. */
export function withFlag(memory: Memory, pages: readonly number[], flags: number): readonly number[] {
  return pages.filter((page) => (memory.fetchFlag(page) & flags) !== 0);
}

/** Does something while none of `pages` is executable; those that were are so again afterwards, whatever comes of it. */
export function withoutPermission(memory: Memory, pages: readonly number[], access: () => void): void {
  const executable = memory.writeXorExecute ? withFlag(memory, pages, FLAG_EXECUTABLE) : [];
  for (const page of executable) memory.clearFlag(page, FLAG_EXECUTABLE);
  try {
    access();
  } finally {
    for (const page of executable) memory.setFlag(page, FLAG_EXECUTABLE);
  }
}

/** Does something; those of `pages` that were not dirty before are not dirty afterwards, whatever comes of it. */
export function withoutMarking(memory: Memory, pages: readonly number[], access: () => void): void {
  const clean = pages.filter((page) => (memory.fetchFlag(page) & FLAG_DIRTY) === 0);
  try {
    access();
  } finally {
    for (const page of withFlag(memory, clean, FLAG_DIRTY)) memory.clearFlag(page, FLAG_DIRTY);
  }
}
