import type { WorldSnapshot } from "../targets/target.ts";

/** Bytes of bincode: all but the lists, an entry of each list, with 64-bit ids (reference/ckb-vm/snapshot.md). */
const FIXED_BYTES = 308;
const SOURCE_ENTRY_BYTES = 33;
const DIRTY_ENTRY_BYTES = 17;

/** How many bytes a snapshot has in bincode, without writing it. */
export function bincodeBytes({ pagesFromSource, dirtyPages }: WorldSnapshot): number {
  const content = dirtyPages.reduce((sum, run) => sum + run.content.length, 0);
  const entries = pagesFromSource.length * SOURCE_ENTRY_BYTES + dirtyPages.length * DIRTY_ENTRY_BYTES;
  return FIXED_BYTES + entries + content;
}
