import { XLEN_MAX } from "../isa/index.ts";
import { FaultError, outOfBound } from "./fault.ts";
import { FLAG_DIRTY, FLAG_EXECUTABLE, MEMORY_SIZE_MAX, PAGE_SHIFT, PAGE_SIZE } from "./page.ts";
import { emptyPages, newPage, pageBytes, ZERO_PAGE } from "./page-store.ts";
import { zeroedBytes } from "./storage.ts";

/** Marks pages whose stores need no check: not executable, already dirty, with storage of their own. */
export const READY = 1;
/** Marks pages whose storage others may have as well: they are copied before they are written. */
const SHARED = 2;

/**
 * The pages of a memory with their flags. Pages come into being when they are first written; what was never written reads
 * as 0.
 */
export class PageTable {
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
  protected readonly ready: Uint8Array;
  protected readonly pages: DataView[];

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
    this.ready = tables.subarray(this.pageCount);
    this.pages = emptyPages(this.pageCount);
  }

  /** @throws FaultError MemOutOfBound unless all `length` bytes from `address` are in memory. */
  checkRange(address: number, length: number): void {
    if (address < 0 || address >= this.size || address + length > this.size) throw this.outside(address, length);
  }

  /** @throws FaultError MemOutOfBound if there is no such page. */
  fetchFlag(page: bigint | number): number {
    return this.#flags[this.#pageIndex(page)];
  }

  /** True if there is such a page and instructions may be fetched from it. */
  isExecutable(page: number): boolean {
    return page < this.pageCount && (!this.writeXorExecute || (this.#flags[page] & FLAG_EXECUTABLE) !== 0);
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
    return this.pages[page] === ZERO_PAGE;
  }

  /**
   * The bytes of a page, live: for comparing without copying. Not to be written or kept: once a page is shared, the next store
   * puts other storage under it. Of a page that nobody wrote it is a new array, for what stands for it stands for all of them.
   */
  pageView(page: number): Uint8Array {
    return this.isUntouched(page) ? new Uint8Array(PAGE_SIZE) : pageBytes(this.pages[page]);
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

  /**
   * The storage of a page as it is now. Nothing is ever written to it again: not by this memory, which copies it before a
   * store, nor by those that adopt it.
   */
  sharePage(page: number): DataView {
    this.ready[page] = SHARED;
    return this.pages[page];
  }

  /**
   * Stores whole pages from `address`, which is aligned, without copying them: as if their bytes were stored.
   * @throws FaultError MemOutOfBound or MemWriteOnExecutablePage, with nothing changed
   */
  adoptPages(address: number, pages: readonly DataView[]): void {
    this.#checkWrite(address, pages.length * PAGE_SIZE);
    const first = address >>> PAGE_SHIFT;
    for (let k = 0; k < pages.length; k++) {
      this.pages[first + k] = pages[k];
      this.#flags[first + k] |= FLAG_DIRTY;
      this.ready[first + k] = SHARED;
    }
  }

  /** Zeroes bytes and flags and ends the reservation. */
  reset(): void {
    this.#flags.fill(0);
    this.ready.fill(0);
    this.pages.fill(ZERO_PAGE);
    this.reservation = XLEN_MAX;
    this.codeVersion++;
  }

  /** @throws FaultError MemOutOfBound or MemWriteOnExecutablePage, with nothing changed, unless every byte is writable. */
  protected prepareWrite(address: number, length: number): void {
    this.#checkWrite(address, length);
    const last = (address + length - 1) >>> PAGE_SHIFT;
    for (let page = address >>> PAGE_SHIFT; page <= last; page++) {
      this.#own(page);
      this.#flags[page] |= FLAG_DIRTY;
      this.ready[page] = READY;
    }
  }

  /** Puts other storage under a page; neither flags nor what was decoded change. */
  protected replacePage(page: number, bytes: DataView): void {
    this.pages[page] = bytes;
    this.ready[page] &= ~SHARED;
  }

  #checkWrite(address: number, length: number): void {
    this.checkRange(address, length);
    if (!this.writeXorExecute) return;
    const last = (address + length - 1) >>> PAGE_SHIFT;
    for (let page = address >>> PAGE_SHIFT; page <= last; page++) {
      if (this.#flags[page] & FLAG_EXECUTABLE) {
        throw new FaultError({ name: "MemWriteOnExecutablePage", page: BigInt(page) });
      }
    }
  }

  #own(page: number): DataView {
    const there = this.pages[page];
    if (there !== ZERO_PAGE && this.ready[page] !== SHARED) return there;
    const own = newPage();
    if (there !== ZERO_PAGE) pageBytes(own).set(pageBytes(there));
    this.pages[page] = own;
    this.ready[page] = 0;
    return own;
  }

  #changeFlags(page: number, flags: number): void {
    if ((flags ^ this.#flags[page]) & FLAG_EXECUTABLE) this.codeVersion++;
    this.#flags[page] = flags;
    this.ready[page] &= SHARED;
  }

  #pageIndex(page: bigint | number): number {
    if (page >= this.pageCount) throw outOfBound(BigInt.asUintN(64, BigInt(page) << BigInt(PAGE_SHIFT)));
    return Number(page);
  }

  protected outside(address: number, length: number): FaultError {
    if (address < 0) return outOfBound(this.farAddress);
    return outOfBound(BigInt(address >= this.size ? address : address + length));
  }
}
