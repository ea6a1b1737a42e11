import { PAGE_SIZE, type Memory } from "../machine/index.ts";
import { isBytes, kindOf } from "./bytes.ts";
import type { DirtyRun } from "./snapshot2.ts";

/** Gives what it is given, so that a class that extends it adds its private field to an object that is there already. */
class Given {
  constructor(run: object) {
    return run;
  }
}

/**
 * The storage of a run whose content nobody has asked for: neither copied out of one machine nor into the next. It is a
 * private field of the run, so that no copy of the run has it; a WeakMap would do as well, at a cost to every collection.
 */
class Storage extends Given {
  /** Pages of a memory, until somebody asks for their content or gives another. */
  #held: readonly DataView[] | Uint8Array;

  constructor(run: object, pages: readonly DataView[]) {
    super(run);
    this.#held = pages;
  }

  static of(run: object): readonly DataView[] | undefined {
    return #held in run && !isBytes(run.#held) ? run.#held : undefined;
  }

  static contentOf(run: object): Uint8Array {
    if (!(#held in run)) throw new TypeError("content was asked of something that is no run of a snapshot");
    if (!isBytes(run.#held)) run.#held = bytesOf(run.#held);
    return run.#held;
  }

  static setContent(run: object, content: unknown): void {
    if (!(#held in run)) throw new TypeError("content was given to something that is no run of a snapshot");
    if (Object.isFrozen(run)) throw new TypeError("content was given to a run that is frozen");
    if (!isBytes(content)) throw new TypeError(`content of a run must be a Uint8Array, not ${kindOf(content)}`);
    run.#held = content;
  }
}

/** One for all runs: with functions of its own, each run would be an object of another kind to the engine, and a slow one. */
const CONTENT: PropertyDescriptor & ThisType<object> = {
  enumerable: true,
  // What stood in its place would not be what is resumed.
  configurable: false,
  get() {
    return Storage.contentOf(this);
  },
  set(content: unknown) {
    Storage.setContent(this, content);
  },
};

/**
 * Pages of a memory as a run of a snapshot. Their content is copied when it is asked for: whoever has it may change it, and
 * changes that run, but no machine.
 */
export function sharedRun(
  memory: Memory,
  { page, count, flag }: { readonly page: number; readonly count: number; readonly flag: number },
): DirtyRun {
  const pages: DataView[] = [];
  for (let k = 0; k < count; k++) pages.push(memory.sharePage(page + k));
  const run = Object.defineProperty({ address: BigInt(page * PAGE_SIZE), flag }, "content", CONTENT);
  void new Storage(run, pages);
  return run as DirtyRun;
}

/** The storage of a run's pages, to be adopted by a memory; undefined if the content is what counts. */
export function storageOf(run: DirtyRun): readonly DataView[] | undefined {
  return Storage.of(run);
}

/** True if both runs still have their storage, and it holds the same bytes: nothing was copied to find that out. */
export function sameStorage(a: DirtyRun, b: DirtyRun): boolean {
  const [pages, others] = [Storage.of(a), Storage.of(b)];
  if (pages === undefined || others === undefined || pages.length !== others.length) return false;
  return pages.every((page, k) => Buffer.compare(bytesIn(page), bytesIn(others[k])) === 0);
}

function bytesOf(pages: readonly DataView[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [k, page] of pages.entries()) bytes.set(bytesIn(page), k * PAGE_SIZE);
  return bytes;
}

function bytesIn({ buffer, byteOffset }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, PAGE_SIZE);
}
