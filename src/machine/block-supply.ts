import { Block, decodeBlock, NO_BLOCK, type DecodeOptions } from "./block.ts";
import type { DecodedCode } from "./decoded-code.ts";
import type { Memory } from "./memory.ts";
import { PAGE_SHIFT } from "./page.ts";

/** Where a machine gets its blocks from: decoded before by another one, or by itself. */
export class BlockSupply {
  readonly #memory: Memory;
  readonly #decoded: DecodedCode | undefined;
  readonly #options: DecodeOptions;
  /** Pages that were looked at, and whether they have the bytes that their kept blocks were decoded from. */
  readonly #same = new Map<number, boolean>();

  constructor(memory: Memory, decoded: DecodedCode | undefined, options: DecodeOptions) {
    this.#memory = memory;
    this.#decoded = decoded;
    this.#options = options;
  }

  /** A new block at `pc`. @throws FaultError if its first instruction cannot be fetched or decoded */
  at(pc: number): Block {
    const decoded = this.#decoded;
    if (decoded === undefined) return decodeBlock(this.#memory, pc, this.#options);
    const kept = decoded.at(pc);
    if (kept !== undefined && this.#isSame(decoded, pc >>> PAGE_SHIFT)) return new Block(kept, NO_BLOCK);
    const block = decodeBlock(this.#memory, pc, this.#options);
    decoded.keep(this.#memory, block, (page) => this.#isSame(decoded, page));
    return block;
  }

  /** To be called when code has changed: pages are looked at again. */
  forget(): void {
    this.#same.clear();
  }

  #isSame(decoded: DecodedCode, page: number): boolean {
    let same = this.#same.get(page);
    if (same === undefined) this.#same.set(page, (same = decoded.isSame(this.#memory, page)));
    return same;
  }
}
