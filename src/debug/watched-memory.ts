import { Memory, PAGE_SIZE } from "../machine/index.ts";
import { ACCESS, type Access } from "./watch.ts";

/** Is told of accesses to memory: what the program does, and what system calls do for it. */
export interface AccessListener {
  /** `length` bytes from `address` on were read, or were written: a store that fails is none. */
  accessed(address: number, length: number, access: Access): void;
}

/** A memory that tells what is done to it; the machine's own memory in everything else. */
export class WatchedMemory extends Memory {
  readonly #listener: AccessListener;

  /** @param size bytes */
  constructor(size: number, writeXorExecute: boolean, listener: AccessListener) {
    super(size, writeXorExecute);
    this.#listener = listener;
  }

  override read8(address: number): number {
    const value = super.read8(address);
    this.#listener.accessed(address, 1, ACCESS.read);
    return value;
  }

  override read16(address: number): number {
    const value = super.read16(address);
    this.#listener.accessed(address, 2, ACCESS.read);
    return value;
  }

  override read32(address: number): number {
    const value = super.read32(address);
    this.#listener.accessed(address, 4, ACCESS.read);
    return value;
  }

  override read64(address: number, words: Int32Array, slot: number): void {
    super.read64(address, words, slot);
    this.#listener.accessed(address, 8, ACCESS.read);
  }

  override loadBytes(address: bigint, length: number): Uint8Array<ArrayBuffer> {
    const bytes = super.loadBytes(address, length);
    if (length > 0) this.#listener.accessed(Number(address), length, ACCESS.read);
    return bytes;
  }

  override write8(address: number, value: number): void {
    super.write8(address, value);
    this.#listener.accessed(address, 1, ACCESS.write);
  }

  override write16(address: number, value: number): void {
    super.write16(address, value);
    this.#listener.accessed(address, 2, ACCESS.write);
  }

  override write32(address: number, value: number): void {
    super.write32(address, value);
    this.#listener.accessed(address, 4, ACCESS.write);
  }

  override write64(address: number, words: Int32Array, slot: number): void {
    super.write64(address, words, slot);
    this.#listener.accessed(address, 8, ACCESS.write);
  }

  override storeBytes(address: bigint, data: Uint8Array): void {
    super.storeBytes(address, data);
    if (data.length > 0) this.#listener.accessed(Number(address), data.length, ACCESS.write);
  }

  override fillBytes(address: bigint, length: number, value: number): void {
    super.fillBytes(address, length, value);
    if (length > 0) this.#listener.accessed(Number(address), length, ACCESS.write);
  }

  override overwritePage(page: number, data: Uint8Array, at: number): void {
    super.overwritePage(page, data, at);
    this.#listener.accessed(page * PAGE_SIZE, PAGE_SIZE, ACCESS.write);
  }

  override reset(): void {
    super.reset();
    this.#listener.accessed(0, this.size, ACCESS.write);
  }
}
