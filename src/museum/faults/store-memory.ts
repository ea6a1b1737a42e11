import { Memory } from "../../machine/index.ts";

/** A memory in which stores of one, two, four and eight bytes go through one method, whoever makes them. */
export class StoreMemory extends Memory {
  override write8(address: number, value: number): void {
    this.onStore(address, 1, () => super.write8(address, value));
  }

  override write16(address: number, value: number): void {
    this.onStore(address, 2, () => super.write16(address, value));
  }

  override write32(address: number, value: number): void {
    this.onStore(address, 4, () => super.write32(address, value));
  }

  override write64(address: number, words: Int32Array, slot: number): void {
    this.onStore(address, 8, () => super.write64(address, words, slot));
  }

  /** Makes a store: `store` is what the memory should do. */
  protected onStore(_address: number, _length: number, store: () => void): void {
    store();
  }
}
