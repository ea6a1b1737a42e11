import { NO_BLOCK, type Block } from "./block.ts";
import { addExecutions } from "./retired.ts";

/** Operations that are added before blocks that were executed but once are dropped: what is young dies cheaply. */
const YOUNG_MAX = 2 ** 12;
/** Operations that are kept at most: blocks overlap, so a program could ask for many times its own length. */
const OPERATIONS_MAX = 2 ** 18;

/** The blocks that a machine has executed and may execute again. Executions of those that are dropped are added to counts. */
export class KeptBlocks {
  readonly #blocks = new Map<number, Block>();
  #operations = 0;
  readonly #youngMax: number;
  #operationsMax: number;

  /** @param isObserved true if somebody looks at the blocks afterwards: none is dropped early then */
  constructor(isObserved: boolean) {
    this.#youngMax = isObserved ? OPERATIONS_MAX : YOUNG_MAX;
    this.#operationsMax = this.#youngMax;
  }

  get all(): Iterable<Block> {
    return this.#blocks.values();
  }

  get(pc: number): Block | undefined {
    return this.#blocks.get(pc);
  }

  /**
   * @param retired where executions of what is dropped to make room are added
   * @returns true if something was dropped
   */
  add(block: Block, retired: Float64Array): boolean {
    const isFull = this.#operations > this.#operationsMax;
    if (isFull) this.#dropSome(retired);
    this.#operations += block.operations.length;
    this.#blocks.set(block.pc, block);
    return isFull;
  }

  drop(retired: Float64Array): void {
    for (const block of this.#blocks.values()) retire(block, retired);
    this.#blocks.clear();
    this.#operations = 0;
    this.#operationsMax = this.#youngMax;
  }

  /** Drops what was executed once or never: most code is either executed again soon, or not at all. */
  #dropSome(retired: Float64Array): void {
    this.#operations = 0;
    for (const [pc, block] of this.#blocks) {
      if (block.executions > 1) {
        this.#operations += block.operations.length;
        // What it led to may be dropped, and would be counted no more.
        unlink(block);
      } else {
        retire(block, retired);
        this.#blocks.delete(pc);
      }
    }
    if (this.#operations > OPERATIONS_MAX) this.drop(retired);
    this.#operationsMax = this.#operations + this.#youngMax;
  }
}

function retire(block: Block, retired: Float64Array): void {
  addExecutions(retired, block);
  unlink(block);
}

/** A block that is old and of no use would else keep all that came after it from being collected. */
function unlink(block: Block): void {
  block.next = NO_BLOCK;
  block.otherNext = NO_BLOCK;
}
