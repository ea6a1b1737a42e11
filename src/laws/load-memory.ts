import type { Fault } from "../machine/index.ts";
import type { MemoryImage } from "../targets/target.ts";

const PAGE = 4096;
const PAGE_BYTES = BigInt(PAGE);
const FLAG_FREEZED = 1;
const FLAG_EXECUTABLE = 2;
const FLAG_DIRTY = 4;
const ZERO_PAGE = new Uint8Array(PAGE);

/** Whole pages to be filled, as a segment of a program asks for it. */
export interface Filling {
  /** First byte. */
  readonly address: bigint;
  /** Bytes. */
  readonly size: bigint;
  /** Page flags to add. */
  readonly flags: number;
  /** Bytes of zeroes in front of `data`. */
  readonly lead: bigint;
  readonly data: Uint8Array;
}

/** W^X memory as far as loading needs it, by the rules of reference/ckb-vm/memory.md 2 to 4 and 6. No engine is asked. */
export class LoadMemory {
  /** One byte a page. */
  readonly flags: Uint8Array;
  readonly #size: bigint;
  readonly #pages = new Map<number, Uint8Array>();

  /** @param size bytes, a multiple of 4096 */
  constructor(size: number) {
    this.#size = BigInt(size);
    this.flags = new Uint8Array(size / PAGE);
  }

  /** Fills pages whether they can be stored to or not. What was changed when it fails stays changed. */
  fill({ address, size, flags, lead, data }: Filling): Fault | undefined {
    const end = BigInt.asUintN(64, address + size);
    if (address % PAGE_BYTES !== 0n) return { name: "MemPageUnalignedAccess", address };
    if (size % PAGE_BYTES !== 0n) return { name: "MemPageUnalignedAccess", address: end };
    if (address > this.#size) return outside(address);
    if (size > this.#size || end > this.#size) return outside(end);
    if (lead > size) return { name: "MemOutOfBound", address: lead, kind: "ExternalData" };
    const behind = Number(end) / PAGE;
    for (let page = Number(address) / PAGE; page < behind; page++) {
      if (this.flags[page] & FLAG_FREEZED) return { name: "MemWriteOnFreezedPage", page: BigInt(page) };
      this.flags[page] |= flags;
    }
    const bytes = new Uint8Array(Number(size));
    bytes.set(data.subarray(0, Number(size - lead)), Number(lead));
    this.#write(Number(address), bytes);
    return undefined;
  }

  /** An ordinary store; nothing is changed if it fails. */
  store(address: bigint, bytes: Uint8Array): Fault | undefined {
    if (bytes.length === 0) return undefined;
    if (address >= this.#size) return outside(address);
    const end = BigInt.asUintN(64, address + BigInt(bytes.length));
    if (end < address || end > this.#size) return outside(end);
    const last = (Number(end) - 1) >> 12;
    for (let page = Number(address) >> 12; page <= last; page++) {
      if (this.flags[page] & FLAG_EXECUTABLE) return { name: "MemWriteOnExecutablePage", page: BigInt(page) };
    }
    this.#write(Number(address), bytes);
    return undefined;
  }

  /** The bytes, as a finish shows them. */
  image(): MemoryImage {
    return {
      pageCount: this.flags.length,
      isUntouched: (page) => !this.#pages.has(page),
      pageView: (page) => this.#pages.get(page) ?? ZERO_PAGE,
    };
  }

  #write(address: number, bytes: Uint8Array): void {
    for (let k = 0; k < bytes.length;) {
      const page = Math.floor((address + k) / PAGE);
      const at = (address + k) % PAGE;
      const part = bytes.subarray(k, k + PAGE - at);
      const there = this.#pages.get(page) ?? new Uint8Array(PAGE);
      there.set(part, at);
      this.#pages.set(page, there);
      this.flags[page] |= FLAG_DIRTY;
      k += part.length;
    }
  }
}

function outside(address: bigint): Fault {
  return { name: "MemOutOfBound", address, kind: "Memory" };
}
