/** What a watch looks out for. */
export type AccessKind = "read" | "write" | "access";

/** Bytes of memory whose accesses are looked out for. */
export interface Watch {
  /** Address of the first byte. */
  readonly address: bigint;
  /** Bytes, at least 1. */
  readonly length: number;
  readonly kind: AccessKind;
}

const READ = 1;
const WRITE = 2;

/** What was done to memory, as a bit. */
export type Access = typeof READ | typeof WRITE;

/** Watches as they are compared with each access of a program. */
export class WatchList {
  readonly #watches: readonly Watch[];
  readonly #masks: readonly number[];
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #mask: number;
  readonly #lowest: number;
  readonly #highest: number;

  constructor(watches: readonly Watch[]) {
    this.#watches = watches;
    this.#masks = watches.map(({ kind }) => (kind === "read" ? READ : kind === "write" ? WRITE : READ | WRITE));
    // No memory reaches 2^53: an address beyond that is never met, wherever it is rounded to.
    this.#starts = watches.map(({ address }) => Number(address));
    this.#ends = watches.map(({ length }, k) => this.#starts[k] + length);
    this.#mask = this.#masks.reduce((all, mask) => all | mask, 0);
    this.#lowest = Math.min(...this.#starts);
    this.#highest = Math.max(...this.#ends);
  }

  /** The first watch that an access of `length` bytes from `address` on touches. */
  touched(address: number, length: number, access: Access): Watch | undefined {
    if ((access & this.#mask) === 0 || address >= this.#highest || address + length <= this.#lowest) return undefined;
    for (let k = 0; k < this.#watches.length; k++) {
      if ((access & this.#masks[k]) !== 0 && address < this.#ends[k] && address + length > this.#starts[k]) {
        return this.#watches[k];
      }
    }
    return undefined;
  }
}

/** The bits of `Access`. */
export const ACCESS = { read: READ, write: WRITE } as const;
