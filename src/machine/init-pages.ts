import { FaultError, outOfBound } from "./fault.ts";
import type { Memory } from "./memory.ts";
import { FLAG_FREEZED, OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE, roundUpToPage } from "./page.ts";

const EMPTY = new Uint8Array(0);

/**
 * Fills whole pages: zeroes, then `source` from `offset` on, zeroes to the end; adds `flags` (and DIRTY) to each page.
 * Ignores write permission, respects FREEZED; when a frozen page is met, the pages before it keep the new flags
 * (reference/ckb-vm/memory.md 6, in that order of checks).
 *
 * A memory without W^X is filled only: any address and size, no flags but DIRTY.
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
  if (!memory.writeXorExecute) return fill(memory, address, size, source, offset);
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

/** Zeroes, `source`, zeroes: each an ordinary store, so what comes before the one that fails is done. */
function fill(memory: Memory, address: bigint, size: bigint, source: Uint8Array, offset: bigint): void {
  const lead = offset < size ? offset : size;
  const data = source.subarray(0, Number(size - lead < source.length ? size - lead : source.length));
  const filled = lead + BigInt(data.length);
  fillZeroes(memory, address, lead);
  memory.storeBytes(BigInt.asUintN(64, address + lead), data);
  fillZeroes(memory, BigInt.asUintN(64, address + filled), size - filled);
}

/** As `fillBytes`, of a length that a Number may not hold. */
function fillZeroes(memory: Memory, address: bigint, length: bigint): void {
  const end = address + length;
  if (length > 0n && address < memory.size && end > memory.size) throw outOfBound(BigInt.asUintN(64, end));
  memory.fillBytes(address, Number(length), 0);
}
