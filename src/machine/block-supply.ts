import { Block, decodeBlock, NO_BLOCK, type DecodeOptions } from "./block.ts";
import type { DecodedCode, KeptPage } from "./decoded-code.ts";
import type { Memory } from "./memory.ts";
import { PAGE_SHIFT } from "./page.ts";

/** Where a machine gets its blocks from: decoded before by another one, or by itself. */
export class BlockSupply {
  readonly #memory: Memory;
  readonly #decoded: DecodedCode | undefined;
  readonly #options: DecodeOptions;
  /** What is kept of pages that have the same bytes here. */
  readonly #same = new Map<number, KeptPage>();
  #codeVersion = -1;
  #generation = 0;

  constructor(memory: Memory, decoded: DecodedCode | undefined, options: DecodeOptions) {
    this.#memory = memory;
    this.#decoded = decoded;
    this.#options = options;
  }

  /** A new block at `pc`. @throws FaultError if its first instruction cannot be fetched or decoded */
  at(pc: number): Block {
    const decoded = this.#decoded;
    if (decoded === undefined) return decodeBlock(this.#memory, pc, this.#options);
    if (this.#codeVersion !== this.#memory.codeVersion || this.#generation !== decoded.generation) {
      this.#codeVersion = this.#memory.codeVersion;
      this.#generation = decoded.generation;
      this.#same.clear();
    }
    const page = pc >>> PAGE_SHIFT;
    const same = this.#same.get(page) ?? decoded.sameIn(this.#memory, page);
    const known = same?.blocks.get(pc);
    const block = known ? new Block(known, NO_BLOCK) : decodeBlock(this.#memory, pc, this.#options);
    const kept = known ? same : decoded.keep(this.#memory, block, same);
    if (kept !== undefined) this.#same.set(page, kept);
    return block;
  }
}
