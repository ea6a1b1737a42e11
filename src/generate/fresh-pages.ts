import type { MemoryMap } from "./memory-map.ts";
import { codeStart } from "./program.ts";

const PAGE = 4096;

/** Gives out pages that nothing is loaded to, each once: first those between the area for data and the stack. */
export class FreshPages {
  readonly #from: number;
  readonly #behind: number;
  readonly #before: number;
  #given = 0;

  constructor({ freshFrom, memorySize, base }: Pick<MemoryMap, "freshFrom" | "memorySize" | "base">) {
    this.#from = freshFrom;
    this.#behind = Math.max(0, Math.floor((memorySize / PAGE) * 0.75) - freshFrom / PAGE);
    this.#before = Math.max(0, codeStart(base) / PAGE - 1); // page 0 is a border, which others look for
  }

  /** Address of one more page; undefined if there is none left. */
  next(): number | undefined {
    if (this.#given >= this.#before + this.#behind) return undefined;
    const page = this.#given++;
    return page < this.#behind ? this.#from + page * PAGE : (page - this.#behind + 1) * PAGE;
  }

  /** Address of so many more, one behind the other; undefined if there is no such room behind the area. */
  run(count: number): number | undefined {
    if (this.#given + count > this.#behind) return undefined;
    const page = this.#given;
    this.#given += count;
    return this.#from + page * PAGE;
  }
}
