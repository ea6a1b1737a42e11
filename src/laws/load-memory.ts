import type { Fault } from "../machine/index.ts";
import type { MemoryImage, State } from "../targets/target.ts";

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

/** How a memory begins, where it is not the one of a fresh machine with W^X. */
export interface LoadMemoryOptions {
  /** False where no page has permissions (docs/case-files.md, worlds without W^X); true if left out. */
  readonly writeXorExecute?: boolean;
  /** What stands there already: neither is changed. Zeroes without flags if left out. */
  readonly before?: Pick<State, "memory" | "pageFlags">;
}

/**
 * Memory as far as loading and system calls need it, by the rules of reference/ckb-vm/memory.md 2 to 4 and 6. No engine is
 * asked.
 */
export class LoadMemory {
  /** One byte a page. */
  readonly flags: Uint8Array;
  /** Bytes. */
  readonly size: bigint;
  readonly #hasPermissions: boolean;
  readonly #before: MemoryImage | undefined;
  readonly #pages = new Map<number, Uint8Array>();

  /** @param size bytes, a multiple of 4096 */
  constructor(size: number, { writeXorExecute = true, before }: LoadMemoryOptions = {}) {
    this.size = BigInt(size);
    this.flags = before ? before.pageFlags.slice() : new Uint8Array(size / PAGE);
    this.#before = before?.memory;
    this.#hasPermissions = writeXorExecute;
  }

  /**
   * Fills pages whether they can be stored to or not. What was changed when it fails stays changed. Without W^X it is three
   * ordinary stores, of any size, and adds no flags but DIRTY.
   */
  fill({ address, size, flags, lead, data }: Filling): Fault | undefined {
    if (!this.#hasPermissions) return this.#fillByStores(address, size, lead, data);
    const end = BigInt.asUintN(64, address + size);
    if (address % PAGE_BYTES !== 0n) return { name: "MemPageUnalignedAccess", address };
    if (size % PAGE_BYTES !== 0n) return { name: "MemPageUnalignedAccess", address: end };
    if (address > this.size) return outside(address);
    if (size > this.size || end > this.size) return outside(end);
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
    const fault = this.#outOfRange(address, BigInt(bytes.length));
    if (fault) return fault;
    const last = Math.floor((Number(address) + bytes.length - 1) / PAGE);
    for (let page = Math.floor(Number(address) / PAGE); this.#hasPermissions && page <= last; page++) {
      if (this.flags[page] & FLAG_EXECUTABLE) return { name: "MemWriteOnExecutablePage", page: BigInt(page) };
    }
    this.#write(Number(address), bytes);
    return undefined;
  }

  /** Eight bytes as a little-endian number, or why they cannot be read: every page that there is can be. */
  load64(address: bigint): bigint | Fault {
    const fault = this.#outOfRange(address, 8n);
    if (fault) return fault;
    let value = 0n;
    for (let k = 7; k >= 0; k--) value = (value << 8n) | BigInt(this.#byteAt(Number(address) + k));
    return value;
  }

  /** The bytes, as a finish shows them. */
  image(): MemoryImage {
    const [pages, before] = [this.#pages, this.#before];
    return {
      pageCount: this.flags.length,
      isUntouched: (page) => !pages.has(page) && (before?.isUntouched(page) ?? true),
      pageView: (page) => pages.get(page) ?? before?.pageView(page) ?? ZERO_PAGE,
    };
  }

  /** Why `length` bytes, which are at least one, are not all in memory. */
  #outOfRange(address: bigint, length: bigint): Fault | undefined {
    if (address >= this.size) return outside(address);
    const end = BigInt.asUintN(64, address + length);
    return end < address || end > this.size ? outside(end) : undefined;
  }

  #fillByStores(address: bigint, size: bigint, lead: bigint, data: Uint8Array): Fault | undefined {
    const zeroes = lead < size ? lead : size;
    const room = size - zeroes;
    const bytes = room < BigInt(data.length) ? data.subarray(0, Number(room)) : data;
    let at = address;
    for (const part of [zeroes, bytes, room - BigInt(bytes.length)]) {
      const length = typeof part === "bigint" ? part : BigInt(part.length);
      if (length === 0n) continue;
      const fault = this.#outOfRange(at, length);
      if (fault) return fault;
      this.#write(Number(at), typeof part === "bigint" ? new Uint8Array(Number(part)) : part);
      at = BigInt.asUintN(64, at + length);
    }
    return undefined;
  }

  #byteAt(address: number): number {
    const page = Math.floor(address / PAGE);
    return (this.#pages.get(page) ?? this.#before?.pageView(page) ?? ZERO_PAGE)[address % PAGE];
  }

  #write(address: number, bytes: Uint8Array): void {
    for (let k = 0; k < bytes.length;) {
      const page = Math.floor((address + k) / PAGE);
      const at = (address + k) % PAGE;
      const part = bytes.subarray(k, k + PAGE - at);
      let there = this.#pages.get(page);
      if (!there) {
        // A copy in any case: `slice` of a Buffer is none.
        there = this.#before ? new Uint8Array(this.#before.pageView(page)) : new Uint8Array(PAGE);
        this.#pages.set(page, there);
      }
      there.set(part, at);
      this.flags[page] |= FLAG_DIRTY;
      k += part.length;
    }
  }
}

/** The fault of an address that memory does not have. */
export function outside(address: bigint): Fault {
  return { name: "MemOutOfBound", address, kind: "Memory" };
}
