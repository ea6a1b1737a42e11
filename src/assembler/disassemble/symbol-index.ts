import type { ElfSymbol } from "../elf/write.ts";

/** Symbols by address. */
export class SymbolIndex {
  readonly #byAddress: ReadonlyMap<bigint, ElfSymbol[]>;
  readonly #sorted: readonly ElfSymbol[];

  constructor(symbols: readonly ElfSymbol[]) {
    this.#sorted = symbols.toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
    this.#byAddress = Map.groupBy(this.#sorted, ({ address }) => address);
  }

  at(address: bigint): readonly ElfSymbol[] {
    return this.#byAddress.get(address) ?? [];
  }

  /** ` <symbol+0x10>` for the nearest symbol at or below `address`; empty if there is none. */
  near(address: bigint): string {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle].address <= address) low = middle + 1;
      else high = middle;
    }
    const symbol = this.#sorted[low - 1];
    if (!symbol) return "";
    const offset = address - symbol.address;
    return ` <${symbol.name}${offset === 0n ? "" : `+0x${offset.toString(16)}`}>`;
  }
}
