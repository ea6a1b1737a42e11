import { registerTurned, type Faults } from "./faulty-target.ts";

/** What breaks law faithful. */
export const FAITHFUL_FAULTS: Faults = {
  "hands over a register that it does not show": { gives: (snapshot) => registerTurned(snapshot, 5) },
  "hands over a page without its last byte": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, content: run.content.map(lastOfPageTurned) })),
    }),
  },
  "forgets flags": {
    gives: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, flag: 0 })),
    }),
  },
  "names bytes beside the right ones": {
    gives: (snapshot) => ({
      ...snapshot,
      pagesFromSource: snapshot.pagesFromSource.map((run) => ({ ...run, offset: run.offset - 8n })),
    }),
  },
  "hands over what cannot be resumed": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, address: run.address + 8n })),
    }),
  },
};

function lastOfPageTurned(byte: number, k: number): number {
  return (k & 4095) === 4095 ? byte ^ 1 : byte;
}
