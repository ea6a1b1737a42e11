import type { ElfSymbol } from "../assembler/index.ts";
import { SymbolIndex } from "../assembler/disassemble/symbol-index.ts";

/** Where an instruction stands in the text that it was assembled from. */
export interface SourceLine {
  readonly address: bigint;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is known of a program beside its bytes. */
export interface ProgramMapParts {
  readonly symbols: readonly ElfSymbol[];
  readonly lines?: readonly SourceLine[] | undefined;
}

/** Names and source lines of a program's addresses. */
export class ProgramMap {
  readonly #index: SymbolIndex;
  readonly #byName: ReadonlyMap<string, bigint>;
  readonly #sorted: readonly bigint[];
  readonly #lines: ReadonlyMap<bigint, SourceLine>;

  constructor({ symbols, lines = [] }: ProgramMapParts) {
    this.#index = new SymbolIndex(symbols);
    this.#byName = new Map(symbols.map(({ name, address }) => [name, address]));
    this.#sorted = symbols.map(({ address }) => address).sort((a, b) => (a < b ? -1 : Number(a > b)));
    this.#lines = new Map(lines.map((line) => [line.address, line]));
  }

  /** All names. */
  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /** The address of a symbol; undefined if there is none of this name. */
  addressOf(name: string): bigint | undefined {
    return this.#byName.get(name);
  }

  /** `0x10010 <loop+0x4>`, or the address alone where no symbol stands at it or below it. */
  place(address: bigint): string {
    return `0x${address.toString(16)}${this.#index.near(address)}`;
  }

  /** The nearest address at or below `address` that has a symbol. */
  symbolBelow(address: bigint): bigint | undefined {
    return this.#sorted.findLast((each) => each <= address);
  }

  /** `file:line` of the instruction at `address`; empty if it is not known. */
  source(address: bigint): string {
    const found = this.#lines.get(address);
    return found ? `${found.file}:${found.line}` : "";
  }
}
