import { XLEN_MAX } from "../isa/index.ts";
import { FaultError, outOfBound } from "./fault.ts";
import { FLAG_DIRTY, FLAG_EXECUTABLE, MEMORY_SIZE_MAX, OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE } from "./page.ts";
import { newPage, pageBytes, ZERO_PAGE } from "./page-store.ts";
import { zeroedBytes } from "./storage.ts";

/** An address no memory has; `farAddress` then holds the exact one. */
export const FAR = -1;

/** Marks pages whose stores need no check: not executable, already dirty, with storage of their own. */
const READY = 1;

/**
 * The pages of a memory with their flags, and the accesses of guests, which take an address as a Number: `FAR` when it
 * is beyond 2^31. Pages come into being when they are first written; what was never written reads as 0.
 */
export class PagedMemory {
  /** Bytes. */
  readonly size: number;
  readonly pageCount: number;
  /** False if every page can be stored to and executed, whatever its flags (CKB-VM's memories without W^X). */
  readonly writeXorExecute: boolean;
  /** The load reservation: an address, or 2^64 - 1 for none. */
  reservation = XLEN_MAX;
  /** The exact address of the access whose Number is `FAR`. */
  farAddress = 0n;
  /** Grows whenever bytes or permissions of executable pages may have changed: decoded instructions are then stale. */
  codeVersion = 0;
  readonly #flags: Uint8Array;
  readonly #ready: Uint8Array;
  readonly #pages: DataView[];

  /** @throws RangeError unless `size` is a positive multiple of 4096 of at most 2^31. */
  constructor(size: number, writeXorExecute = true) {
    if (!Number.isInteger(size) || size <= 0 || size % PAGE_SIZE !== 0 || size > MEMORY_SIZE_MAX) {
      throw new RangeError(`memory size must be a multiple of ${PAGE_SIZE} from ${PAGE_SIZE} to ${MEMORY_SIZE_MAX}`);
    }
    this.size = size;
    this.pageCount = size >>> PAGE_SHIFT;
    this.writeXorExecute = writeXorExecute;
    const tables = zeroedBytes(2 * this.pageCount);
    this.#flags = tables.subarray(0, this.pageCount);
    this.#ready = tables.subarray(this.pageCount);
    this.#pages = emptyPages(this.pageCount);
  }

  /** @throws FaultError MemOutOfBound unless all `length` bytes from `address` are in memory. */
  checkRange(address: number, length: number): void {
    if (address < 0 || address >= this.size || address + length > this.size) throw this.#outside(address, length);
  }

  read8(address: number): number {
    const page = address >>> PAGE_SHIFT;
    if (page < this.pageCount) return this.#pages[page].getUint8(address & OFFSET_MASK);
    throw this.#outside(address, 1);
  }

  read16(address: number): number {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 2 && page < this.pageCount) return this.#pages[page].getUint16(offset, true);
    this.checkRange(address, 2);
    return this.read8(address) | (this.read8(address + 1) << 8);
  }

  /** A signed 32-bit number. */
  read32(address: number): number {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 4 && page < this.pageCount) return this.#pages[page].getInt32(offset, true);
    this.checkRange(address, 4);
    return this.#readSlow(address);
  }

  /** Reads 8 bytes into elements 2 x slot and 2 x slot + 1 of `words`. */
  read64(address: number, words: Int32Array, slot: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 8 && page < this.pageCount) {
      const view = this.#pages[page];
      words[2 * slot] = view.getInt32(offset, true);
      words[2 * slot + 1] = view.getInt32(offset + 4, true);
      return;
    }
    this.checkRange(address, 8);
    const low = this.#readSlow(address);
    words[2 * slot + 1] = this.#readSlow(address + 4);
    words[2 * slot] = low;
  }

  write8(address: number, value: number): void {
    const page = address >>> PAGE_SHIFT;
    if (page >= this.pageCount || this.#ready[page] === 0) this.prepareWrite(address, 1);
    this.#pages[page].setUint8(address & OFFSET_MASK, value);
  }

  write16(address: number, value: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.#ready[page] === 0 || offset > PAGE_SIZE - 2) this.prepareWrite(address, 2);
    if (offset <= PAGE_SIZE - 2) this.#pages[page].setUint16(offset, value, true);
    else this.#writeSlow(address, value, 2);
  }

  write32(address: number, value: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.#ready[page] === 0 || offset > PAGE_SIZE - 4) this.prepareWrite(address, 4);
    if (offset <= PAGE_SIZE - 4) this.#pages[page].setInt32(offset, value, true);
    else this.#writeSlow(address, value, 4);
  }

  /** Writes the 8 bytes in elements 2 x slot and 2 x slot + 1 of `words`. */
  write64(address: number, words: Int32Array, slot: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.#ready[page] === 0 || offset > PAGE_SIZE - 8) this.prepareWrite(address, 8);
    if (offset <= PAGE_SIZE - 8) {
      const view = this.#pages[page];
      view.setInt32(offset, words[2 * slot], true);
      view.setInt32(offset + 4, words[2 * slot + 1], true);
    } else {
      this.#writeSlow(address, words[2 * slot], 4);
      this.#writeSlow(address + 4, words[2 * slot + 1], 4);
    }
  }

  /** @throws FaultError MemOutOfBound if there is no such page. */
  fetchFlag(page: bigint | number): number {
    return this.#flags[this.#pageIndex(page)];
  }

  /** Adds the bits of `flags`. @throws FaultError MemOutOfBound if there is no such page. */
  setFlag(page: bigint | number, flags: number): void {
    const index = this.#pageIndex(page);
    this.#changeFlags(index, this.#flags[index] | flags);
  }

  /** Removes the bits of `flags`. @throws FaultError MemOutOfBound if there is no such page. */
  clearFlag(page: bigint | number, flags: number): void {
    const index = this.#pageIndex(page);
    this.#changeFlags(index, this.#flags[index] & ~flags);
  }

  /** A copy of all flags, one byte a page. */
  flags(): Uint8Array {
    return this.#flags.slice();
  }

  /** All flags themselves, one byte a page: for looking at without copying. Not to be written, nor kept during a run. */
  liveFlags(): Uint8Array {
    return this.#flags;
  }

  /** True if the page was never written: all its bytes are 0. */
  isUntouched(page: number): boolean {
    return this.#pages[page] === ZERO_PAGE;
  }

  /** The bytes of a page, live: for comparing without copying. Not to be written or kept. */
  pageView(page: number): Uint8Array {
    return pageBytes(this.#pages[page]);
  }

  /** Writes zeroes, then `data` (cut at the end of the page), over a page whatever its permission; marks it dirty. */
  overwritePage(page: number, data: Uint8Array, at: number): void {
    if (data.length > 0 || !this.isUntouched(page)) {
      const bytes = pageBytes(this.#own(page));
      bytes.fill(0);
      bytes.set(data, at);
    }
    this.#changeFlags(page, this.#flags[page] | FLAG_DIRTY);
    if (this.#flags[page] & FLAG_EXECUTABLE) this.codeVersion++;
  }

  /** Zeroes bytes and flags and ends the reservation. */
  reset(): void {
    this.#flags.fill(0);
    this.#ready.fill(0);
    this.#pages.fill(ZERO_PAGE);
    this.reservation = XLEN_MAX;
    this.codeVersion++;
  }

  /** @throws FaultError MemOutOfBound or MemWriteOnExecutablePage, with nothing changed, unless every byte is writable. */
  protected prepareWrite(address: number, length: number): void {
    this.checkRange(address, length);
    const last = (address + length - 1) >>> PAGE_SHIFT;
    for (let page = address >>> PAGE_SHIFT; page <= last; page++) {
      if (this.writeXorExecute && this.#flags[page] & FLAG_EXECUTABLE) {
        throw new FaultError({ name: "MemWriteOnExecutablePage", page: BigInt(page) });
      }
    }
    for (let page = address >>> PAGE_SHIFT; page <= last; page++) {
      this.#own(page);
      this.#flags[page] |= FLAG_DIRTY;
      this.#ready[page] = READY;
    }
  }

  /** Puts other storage under a page; neither flags nor what was decoded change. */
  protected replacePage(page: number, bytes: DataView): void {
    this.#pages[page] = bytes;
  }

  #own(page: number): DataView {
    if (this.#pages[page] === ZERO_PAGE) this.#pages[page] = newPage();
    return this.#pages[page];
  }

  #changeFlags(page: number, flags: number): void {
    if ((flags ^ this.#flags[page]) & FLAG_EXECUTABLE) this.codeVersion++;
    this.#flags[page] = flags;
    this.#ready[page] = 0;
  }

  #pageIndex(page: bigint | number): number {
    if (page >= this.pageCount) throw outOfBound(BigInt.asUintN(64, BigInt(page) << BigInt(PAGE_SHIFT)));
    return Number(page);
  }

  #outside(address: number, length: number): FaultError {
    if (address < 0) return outOfBound(this.farAddress);
    return outOfBound(BigInt(address >= this.size ? address : address + length));
  }

  #readSlow(address: number): number {
    let value = 0;
    for (let k = 0; k < 4; k++) value |= this.read8(address + k) << (8 * k);
    return value;
  }

  #writeSlow(address: number, value: number, length: number): void {
    for (let k = 0; k < length; k++) {
      this.#pages[(address + k) >>> PAGE_SHIFT].setUint8((address + k) & OFFSET_MASK, value >>> (8 * k));
    }
  }
}

let template: DataView[] = [];

/** `count` references to the zero page. Copying a ready array is several times faster than filling a new one. */
function emptyPages(count: number): DataView[] {
  if (template.length !== count) template = new Array<DataView>(count).fill(ZERO_PAGE);
  return template.slice();
}
