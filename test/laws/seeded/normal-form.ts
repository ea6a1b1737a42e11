import { pageByPage, type Faults } from "./faulty-target.ts";

/** What breaks law normal-form. */
export const NORMAL_FORM_FAULTS: Faults = {
  "does not join neighbours": { gives: pageByPage },
  "leaves out DIRTY": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, flag: run.flag & ~4 })),
    }),
  },
  "puts DIRTY where it is not": {
    gives: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, flag: run.flag | 4 })),
    }),
  },
  "sorts downwards": { gives: (snapshot) => ({ ...snapshot, dirtyPages: snapshot.dirtyPages.toReversed() }) },
  "stores a page of zeroes that nothing touched": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: [{ address: 0n, flag: 4, content: new Uint8Array(4096) }, ...snapshot.dirtyPages],
    }),
  },
  "cuts the last page short": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, content: run.content.subarray(0, -1) })),
    }),
  },
  "leaves out a dirty page": { gives: (snapshot) => ({ ...snapshot, dirtyPages: snapshot.dirtyPages.slice(1) }) },
  "has entries without pages": {
    gives: (snapshot) => ({
      ...snapshot,
      pagesFromSource: [...snapshot.pagesFromSource, { address: 0x3f_f000n, flag: 0, id: 0n, offset: 0n, length: 0n }],
    }),
  },
};
