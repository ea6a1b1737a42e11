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

  constructor(run: DirtyRun, pages: readonly DataView[]) {
    super(run);
    this.#pages = pages;
  }

  static of(run: DirtyRun): readonly DataView[] | undefined {
    return #pages in run ? run.#pages : undefined;
  }

  static forget(run: DirtyRun): void {
    if (#pages in run) run.#pages = undefined;
  }
}

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
  let copy: Uint8Array | undefined;
  const run: DirtyRun = {
    address: BigInt(page * PAGE_SIZE),
    flag,
    get content() {
      if (copy === undefined) {
        copy = bytesOf(pages);
        Storage.forget(run);
      }
      return copy;
    },
    set content(bytes: Uint8Array) {
      copy = bytes;
      Storage.forget(run);
    },
  };
  void new Storage(run, pages);
  return run;
}

/** The storage of a run's pages, to be adopted by a memory; undefined if the content is what counts. */
export function storageOf(run: DirtyRun): readonly DataView[] | undefined {
  return Storage.of(run);
}

function bytesOf(pages: readonly DataView[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [k, { buffer, byteOffset }] of pages.entries()) {
    bytes.set(new Uint8Array(buffer, byteOffset, PAGE_SIZE), k * PAGE_SIZE);
  }
  return bytes;
}
