import { Memory, PAGE_SIZE } from "../machine/index.ts";
import type { DirtyRun } from "./snapshot2.ts";

/** The storage of runs whose content nobody has asked for: neither copied out of one machine nor into the next. */
const storage = new WeakMap<DirtyRun, readonly DataView[]>();

/** True if pages go from and to this memory without being copied; a memory that is wrong on purpose goes the long way. */
export function handsOverPages(memory: Memory): boolean {
  return memory.constructor === Memory;
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
        storage.delete(run);
      }
      return copy;
    },
  };
  storage.set(run, pages);
  return run;
}

/** The storage of a run's pages, to be adopted by a memory; undefined if the content is what counts. */
export function storageOf(run: DirtyRun): readonly DataView[] | undefined {
  return storage.get(run);
}

function bytesOf(pages: readonly DataView[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * PAGE_SIZE);
  for (const [k, { buffer, byteOffset }] of pages.entries()) {
    bytes.set(new Uint8Array(buffer, byteOffset, PAGE_SIZE), k * PAGE_SIZE);
  }
  return bytes;
}
