import { MEMORY_SIZE_MAX, OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE } from "./page.ts";
import { FAR, PagedMemory } from "./paged-memory.ts";

const ADDRESS_MAX = BigInt(MEMORY_SIZE_MAX);

/** Where one value goes over from halves to a bigint, or back. */
const doubleword = new BigUint64Array(1);
const words = new Int32Array(doubleword.buffer);

/**
 * Paged memory, W^X unless asked otherwise, with one flags byte a page, following the Flat rules of reference/ckb-vm/memory.md (engine P,
 * D-line payloads), as hosts access it: by 64-bit addresses. A failing store changes nothing: no byte and no flag.
 */
export class Memory extends PagedMemory {
  /**
   * True if snapshots take and give pages without copying them. A memory that stores otherwise, being wrong on purpose, goes
   * the long way unless it says so.
   */
  get handsOverPages(): boolean {
    return this.constructor === Memory;
  }

  /**
   * The first page from `from` on that has not the very same storage in `other`; `from` if `other` is no such memory. A page
   * that nobody ever wrote has the same storage everywhere.
   */
  firstUnshared(other: object, from: number): number {
    if (!(other instanceof Memory) || !this.handsOverPages || !other.handsOverPages) return from;
    const [mine, others] = [this.pages, other.pages];
    let page = from;
    while (page < mine.length && mine[page] === others[page]) page++;
    return page;
  }

  load8(address: bigint): number {
    return this.read8(this.#near(address));
  }

  load16(address: bigint): number {
    return this.read16(this.#near(address));
  }

  /** Unsigned. */
  load32(address: bigint): number {
    return this.read32(this.#near(address)) >>> 0;
  }

  load64(address: bigint): bigint {
    this.read64(this.#near(address), words, 0);
    return doubleword[0];
  }

  store8(address: bigint, value: number): void {
    this.write8(this.#near(address), value);
  }

  store16(address: bigint, value: number): void {
    this.write16(this.#near(address), value);
  }

  store32(address: bigint, value: number): void {
    this.write32(this.#near(address), value);
  }

  store64(address: bigint, value: bigint): void {
    doubleword[0] = value;
    this.write64(this.#near(address), words, 0);
  }

  /** A copy of `length` bytes; of none at any address. */
  loadBytes(address: bigint, length: number): Uint8Array<ArrayBuffer> {
    if (length === 0) return new Uint8Array(0);
    const start = this.#near(address);
    this.checkRange(start, length);
    const bytes = new Uint8Array(length);
    this.#eachPart(start, length, (page, offset, from, to) => {
      if (!this.isUntouched(page)) bytes.set(this.pageView(page).subarray(offset, offset + to - from), from);
    });
    return bytes;
  }

  /** Stores bytes under the same permission as a guest store; none at any address does nothing. */
  storeBytes(address: bigint, data: Uint8Array): void {
    if (data.length === 0) return;
    const start = this.#near(address);
    this.prepareWrite(start, data.length);
    this.#copyIn(start, data);
  }

  /** Stores `length` times `value` under the same permission as a guest store. */
  fillBytes(address: bigint, length: number, value: number): void {
    if (length === 0) return;
    const start = this.#near(address);
    this.prepareWrite(start, length);
    this.#eachPart(start, length, (page, offset, from, to) => {
      this.pageView(page).fill(value, offset, offset + to - from);
    });
  }

  #near(address: bigint): number {
    if (address < ADDRESS_MAX) return Number(address);
    this.farAddress = address;
    return FAR;
  }

  #copyIn(start: number, data: Uint8Array): void {
    this.#eachPart(start, data.length, (page, offset, from, to) => {
      this.pageView(page).set(data.subarray(from, to), offset);
    });
  }

  #eachPart(
    start: number,
    length: number,
    visit: (page: number, offset: number, from: number, to: number) => void,
  ): void {
    for (let from = 0; from < length;) {
      const offset = (start + from) & OFFSET_MASK;
      const to = Math.min(length, from + PAGE_SIZE - offset);
      visit((start + from) >>> PAGE_SHIFT, offset, from, to);
      from = to;
    }
  }
}
