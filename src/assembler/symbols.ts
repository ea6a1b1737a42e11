import type { AssemblySymbol } from "./model.ts";

export function newSymbol(name: string): AssemblySymbol {
  return {
    name,
    fragment: undefined,
    offset: 0,
    value: undefined,
    variable: false,
    binding: "local",
    type: "none",
    size: undefined,
    common: undefined,
  };
}

export function isDefined(symbol: AssemblySymbol): boolean {
  return symbol.fragment !== undefined || symbol.value !== undefined;
}

/** All symbols by name, and the numeric labels `1:` that `1b` and `1f` refer to. */
export class SymbolTable {
  readonly #symbols = new Map<string, AssemblySymbol>();
  readonly #backward = new Map<string, AssemblySymbol>();
  readonly #forward = new Map<string, AssemblySymbol>();

  get(name: string): AssemblySymbol | undefined {
    return this.#symbols.get(name);
  }

  /** The symbol called `name`, made if it is new. */
  use(name: string): AssemblySymbol {
    let symbol = this.#symbols.get(name);
    if (!symbol) this.#symbols.set(name, (symbol = newSymbol(name)));
    return symbol;
  }

  values(): Iterable<AssemblySymbol> {
    return this.#symbols.values();
  }

  /** Forgets the numeric labels: they do not reach from one source to another. */
  endSource(): void {
    this.#backward.clear();
    this.#forward.clear();
  }

  /** The symbol for a new `number:`. */
  defineNumeric(number: string): AssemblySymbol {
    const symbol = this.#forward.get(number) ?? newSymbol(`${number}:`);
    this.#forward.delete(number);
    this.#backward.set(number, symbol);
    return symbol;
  }

  /** The symbol behind `1f` or `1b`; undefined for `1b` without a label before it. */
  useNumeric(number: string, direction: "b" | "f"): AssemblySymbol | undefined {
    if (direction === "b") return this.#backward.get(number);
    let symbol = this.#forward.get(number);
    if (!symbol) this.#forward.set(number, (symbol = newSymbol(`${number}f`)));
    return symbol;
  }
}
