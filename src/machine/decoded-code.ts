import type { DecodedBlock } from "./block.ts";
import type { Memory } from "./memory.ts";
import { FLAG_EXECUTABLE, PAGE_SHIFT } from "./page.ts";

/** Bytes behind a block that may have been looked at: the parts of a fused sequence that was not there, and half a fetch. */
const AHEAD = 24;

/**
 * Blocks that fresh machines of one world have decoded, for those that come after them: the legs of a relay run the same code.
 * A machine takes a block only if the whole page that it stands in has the bytes it was decoded from, and is executable.
 * All these machines must be made with the same version, ISA set, costs, meanings and parts.
 */
export class DecodedCode {
  readonly #pages = new Map<number, Uint8Array>();
  readonly #blocks = new Map<number, DecodedBlock>();

  /** The block at `pc` that was kept. It is of use only if its page `isSame`. */
  at(pc: number): DecodedBlock | undefined {
    return this.#blocks.get(pc);
  }

  /** True if a page is executable and has the bytes that its blocks were decoded from. */
  isSame(memory: Memory, page: number): boolean {
    const bytes = this.#pages.get(page);
    if (bytes === undefined || (memory.fetchFlag(page) & FLAG_EXECUTABLE) === 0) return false;
    return Buffer.compare(bytes, memory.pageView(page)) === 0;
  }

  /** Keeps a block that `memory` was just decoded to, unless it reaches into another page or its page has other bytes. */
  keep(memory: Memory, block: DecodedBlock, isSame: (page: number) => boolean): void {
    const page = block.pc >>> PAGE_SHIFT;
    if ((block.end + AHEAD) >>> PAGE_SHIFT !== page) return;
    if (!this.#pages.has(page)) this.#pages.set(page, memory.pageView(page).slice());
    else if (!isSame(page)) return;
    this.#blocks.set(block.pc, block);
  }
}
