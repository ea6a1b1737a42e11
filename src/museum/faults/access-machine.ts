import { Machine } from "../../machine/index.ts";

/** A machine in which what its program loads and stores goes through one method each; what its host does, does not. */
export class AccessMachine extends Machine {
  override load8(address: number): number {
    return this.onLoad(address, 1, () => super.load8(address));
  }

  override load16(address: number): number {
    return this.onLoad(address, 2, () => super.load16(address));
  }

  override load32(address: number): number {
    return this.onLoad(address, 4, () => super.load32(address));
  }

  override load64(address: number, slot: number): void {
    this.x[slot] = this.onLoad(address, 8, () => {
      super.load64(address, slot);
      return this.x[slot];
    });
  }

  override store8(address: number, value: number): void {
    this.onStore(address, 1, () => super.store8(address, value));
  }

  override store16(address: number, value: number): void {
    this.onStore(address, 2, () => super.store16(address, value));
  }

  override store32(address: number, value: number): void {
    this.onStore(address, 4, () => super.store32(address, value));
  }

  override store64(address: number, slot: number): void {
    this.onStore(address, 8, () => super.store64(address, slot));
  }

  /** Makes a load: `load` is what the machine should do. */
  protected onLoad<T extends number | bigint>(_address: number, _length: number, load: () => T): T {
    return load();
  }

  /** Makes a store: `store` is what the machine should do. */
  protected onStore(_address: number, _length: number, store: () => void): void {
    store();
  }
}
