import { FaultError, outOfBound } from "./fault.ts";
import type { Memory } from "./memory.ts";
import { FLAG_FREEZED, OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE, roundUpToPage } from "./page.ts";

const EMPTY = new Uint8Array(0);

/**
 * Fills whole pages: zeroes, then `source` from `offset` on, zeroes to the end; adds `flags` (and DIRTY) to each page.
 * Ignores write permission, respects FREEZED; when a frozen page is met, the pages before it keep the new flags
 * (reference/ckb-vm/memory.md 6, in that order of checks).
 *
 * @param address first byte, page-aligned
 * @param size bytes, a multiple of the page size; all 64-bit arithmetic wraps
 * @param offset bytes of zeroes before `source`
 * @throws FaultError MemPageUnalignedAccess, MemOutOfBound or MemWriteOnFreezedPage
 */
export function initPages(
  memory: Memory,
  address: bigint,
  size: bigint,
  flags: number,
  source: Uint8Array = EMPTY,
  offset = 0n,
): void {
  const end = BigInt.asUintN(64, address + size);
  const limit = BigInt(memory.size);
  if (address & BigInt(OFFSET_MASK)) throw new FaultError({ name: "MemPageUnalignedAccess", address });
  if (roundUpToPage(size) !== size) throw new FaultError({ name: "MemPageUnalignedAccess", address: end });
  if (address > limit) throw outOfBound(address);
  if (size > limit || end > limit) throw outOfBound(end);
  if (offset > size) throw new FaultError({ name: "MemOutOfBound", address: offset, kind: "ExternalData" });
  const first = Number(address) >>> PAGE_SHIFT;
  const count = Number(size) >>> PAGE_SHIFT;
  for (let page = first; page < first + count; page++) {
    if (memory.fetchFlag(page) & FLAG_FREEZED) {
      throw new FaultError({ name: "MemWriteOnFreezedPage", page: BigInt(page) });
    }
    memory.setFlag(page, flags);
  }
  const lead = Number(offset);
  for (let k = 0; k < count; k++) {
    const from = Math.max(0, k * PAGE_SIZE - lead);
    const at = Math.max(0, lead - k * PAGE_SIZE);
    const data = at >= PAGE_SIZE ? EMPTY : source.subarray(from, from + PAGE_SIZE - at);
    memory.overwritePage(first + k, data, Math.min(at, PAGE_SIZE));
  }
}
