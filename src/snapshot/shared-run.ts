import { PAGE_SIZE, type Memory } from "../machine/index.ts";
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
  #pages: readonly DataView[] | undefined;
  #content: Uint8Array | undefined;

  constructor(run: object, pages: readonly DataView[]) {
    super(run);
    this.#pages = pages;
  }

  static of(run: object): readonly DataView[] | undefined {
    return #pages in run ? run.#pages : undefined;
  }

  static contentOf(run: object): Uint8Array {
    if (!(#pages in run)) throw new TypeError("content was asked of something that is no run");
    run.#content ??= bytesOf(run.#pages ?? []);
    run.#pages = undefined;
    return run.#content;
  }

  static setContent(run: object, content: Uint8Array): void {
    if (!(#pages in run)) throw new TypeError("content was given to something that is no run");
    run.#content = content;
    run.#pages = undefined;
  }
}

/** One for all runs: with functions of its own, each run would be an object of another kind to the engine, and a slow one. */
const CONTENT: PropertyDescriptor & ThisType<object> = {
  enumerable: true,
  configurable: true,
  get() {
    return Storage.contentOf(this);
  },
  set(content: Uint8Array) {
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
