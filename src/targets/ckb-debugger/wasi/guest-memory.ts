import type { WasmMemory } from "./web-assembly.ts";
import { WasiError } from "./errors.ts";

/**
 * The memory of an instance as the host reads and writes it; pointers and lengths are u32, numbers are little-endian.
 * Every access outside memory throws a RangeError.
 */
export class GuestMemory {
  #memory: WasmMemory | undefined;
  #lastView: DataView | undefined;

  /** The memory does not exist before the instance does, and the instance needs the host first. */
  attach(memory: WasmMemory): void {
    this.#memory = memory;
  }

  /** The bytes themselves, not a copy; valid until the module grows its memory. */
  bytes(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.#buffer(), pointer >>> 0, length >>> 0);
  }

  u32(pointer: number): number {
    return this.#view().getUint32(pointer >>> 0, true);
  }

  setU8(pointer: number, value: number): void {
    this.#view().setUint8(pointer >>> 0, value);
  }

  setU32(pointer: number, value: number): void {
    this.#view().setUint32(pointer >>> 0, value, true);
  }

  setU64(pointer: number, value: bigint): void {
    this.#view().setBigUint64(pointer >>> 0, value, true);
  }

  #view(): DataView {
    const buffer = this.#buffer();
    if (this.#lastView?.buffer !== buffer) this.#lastView = new DataView(buffer);
    return this.#lastView;
  }

  #buffer(): ArrayBufferLike {
    // A start function of the module could call the host before anything is attached.
    if (!this.#memory) throw new WasiError("the module called its host before it had a memory");
    return this.#memory.buffer;
  }
}
