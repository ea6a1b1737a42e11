import type { IsaSet } from "../isa/index.ts";
import type { DecodedBlock } from "./block.ts";
import { constantCost, realCost, type CostFunction } from "./cost.ts";
import type { Memory } from "./memory.ts";
import { FLAG_EXECUTABLE, PAGE_SHIFT } from "./page.ts";

/** Bytes behind a block that may have been looked at: the parts of a fused sequence that was not there, and half a fetch. */
const AHEAD = 24;

/** What is kept at most: some megabytes. */
const OPERATIONS_MAX = 2 ** 15;
const PAGES_MAX = 2 ** 10;
/** Operations that find no room before all is forgotten: what is kept then is of no use any more. */
const REFUSED_MAX = 2 ** 20;

/** A page of code that some machine has run. */
export interface KeptPage {
  /** Its bytes then, which nothing changes. */
  readonly bytes: Uint8Array;
  /** Blocks that were decoded from them, by address. */
  readonly blocks: Map<number, DecodedBlock>;
}

/**
 * Blocks that machines have decoded, for fresh ones that come after them: the legs of a relay run the same code, and a program
 * is run more than once. A machine takes a block only if the whole page that it stands in has the bytes it was decoded from,
 * and is executable. All these machines must be made with the same version, ISA set, costs, meanings and parts.
 */
export class DecodedCode {
  readonly #pages = new Map<number, KeptPage>();
  #operations = 0;
  #refused = 0;
  #forgotten = 0;

  /** Another number whenever what was kept of pages is no longer. */
  get generation(): number {
    return this.#forgotten;
  }

  /** What is kept of a page, if it is executable in `memory` and has the bytes there that its blocks were decoded from. */
  sameIn(memory: Memory, page: number): KeptPage | undefined {
    const kept = this.#pages.get(page);
    // A smaller memory may lack the page: fetching there is a fault of its own.
    if (kept === undefined || page >= memory.pageCount) return undefined;
    if ((memory.fetchFlag(page) & FLAG_EXECUTABLE) === 0) return undefined;
    return Buffer.compare(kept.bytes, memory.pageView(page)) === 0 ? kept : undefined;
  }

  /**
   * Keeps a block that `memory` was just decoded to, unless it reaches into another page, or there is no room.
   * @param same what is kept of its page, if that has the same bytes; otherwise, that is forgotten
   * @returns what is kept of its page now
   */
  keep(memory: Memory, block: DecodedBlock, same: KeptPage | undefined): KeptPage | undefined {
    const page = block.pc >>> PAGE_SHIFT;
    if ((block.end + AHEAD) >>> PAGE_SHIFT !== page) return same;
    const there = this.#pages.get(page);
    // Other bytes on a page are another program: what is kept for long is a burden to the garbage collector.
    const isOther = there !== same;
    if (isOther || this.#refused > REFUSED_MAX) this.#forget();
    if (this.#operations > OPERATIONS_MAX || this.#pages.size > PAGES_MAX) {
      this.#refused += block.operations.length;
      return same;
    }
    let kept = this.#pages.get(page);
    if (kept === undefined) {
      // A copy: of a memory's own page it is only said, and not certain, that nobody writes to it.
      kept = { bytes: memory.pageView(page).slice(), blocks: new Map() };
      this.#pages.set(page, kept);
    }
    kept.blocks.set(block.pc, block);
    this.#operations += block.operations.length;
    return kept;
  }

  #forget(): void {
    this.#pages.clear();
    this.#operations = 0;
    this.#refused = 0;
    this.#forgotten++;
  }
}

const KNOWN_COSTS: readonly CostFunction[] = [realCost, constantCost];

const VERSIONS = 4;

/** What was run last: code that is kept for longer than its program runs is a burden to the garbage collector. */
let shared: { readonly key: number; readonly code: DecodedCode } | undefined;

/**
 * What machines of the reference in this process have decoded of the program that ran last, if that was under this version,
 * ISA set and costs; otherwise an empty one.
 * @returns undefined for other costs than the two that are known: they might differ from call to call
 */
export function sharedCode(version: number, isa: IsaSet, cost: CostFunction): DecodedCode | undefined {
  const known = KNOWN_COSTS.indexOf(cost);
  if (known < 0) return undefined;
  const key = (isa * VERSIONS + version) * KNOWN_COSTS.length + known;
  if (shared?.key !== key) shared = { key, code: new DecodedCode() };
  return shared.code;
}
