import { OFFSET_MASK, PAGE_SHIFT, PAGE_SIZE } from "./page.ts";
import { PageTable, READY } from "./page-table.ts";

/** An address no memory has; `farAddress` then holds the exact one. */
export const FAR = -1;

/** The accesses of guests, which take an address as a Number: `FAR` when it is beyond 2^31. */
export class PagedMemory extends PageTable {
  read8(address: number): number {
    const page = address >>> PAGE_SHIFT;
    if (page < this.pageCount) return this.pages[page].getUint8(address & OFFSET_MASK);
    throw this.outside(address, 1);
  }

  read16(address: number): number {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 2 && page < this.pageCount) return this.pages[page].getUint16(offset, true);
    this.checkRange(address, 2);
    return this.read8(address) | (this.read8(address + 1) << 8);
  }

  /** A signed 32-bit number. */
  read32(address: number): number {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 4 && page < this.pageCount) return this.pages[page].getInt32(offset, true);
    this.checkRange(address, 4);
    return this.#readSlow(address);
  }

  /** Reads 8 bytes into elements 2 x slot and 2 x slot + 1 of `words`. */
  read64(address: number, words: Int32Array, slot: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (offset <= PAGE_SIZE - 8 && page < this.pageCount) {
      const view = this.pages[page];
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
    if (page >= this.pageCount || this.ready[page] !== READY) this.prepareWrite(address, 1);
    this.pages[page].setUint8(address & OFFSET_MASK, value);
  }

  write16(address: number, value: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 2) this.prepareWrite(address, 2);
    if (offset <= PAGE_SIZE - 2) this.pages[page].setUint16(offset, value, true);
    else this.#writeSlow(address, value, 2);
  }

  write32(address: number, value: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 4) this.prepareWrite(address, 4);
    if (offset <= PAGE_SIZE - 4) this.pages[page].setInt32(offset, value, true);
    else this.#writeSlow(address, value, 4);
  }

  /** Writes the 8 bytes in elements 2 x slot and 2 x slot + 1 of `words`. */
  write64(address: number, words: Int32Array, slot: number): void {
    const page = address >>> PAGE_SHIFT;
    const offset = address & OFFSET_MASK;
    if (page >= this.pageCount || this.ready[page] !== READY || offset > PAGE_SIZE - 8) this.prepareWrite(address, 8);
    if (offset <= PAGE_SIZE - 8) {
      const view = this.pages[page];
      view.setInt32(offset, words[2 * slot], true);
      view.setInt32(offset + 4, words[2 * slot + 1], true);
    } else {
      this.#writeSlow(address, words[2 * slot], 4);
      this.#writeSlow(address + 4, words[2 * slot + 1], 4);
    }
  }

  #readSlow(address: number): number {
    let value = 0;
    for (let k = 0; k < 4; k++) value |= this.read8(address + k) << (8 * k);
    return value;
  }

  #writeSlow(address: number, value: number, length: number): void {
    for (let k = 0; k < length; k++) {
      this.pages[(address + k) >>> PAGE_SHIFT].setUint8((address + k) & OFFSET_MASK, value >>> (8 * k));
    }
  }
}
