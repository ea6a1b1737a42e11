import { pageByPage, type Faults } from "./faulty-target.ts";

/** What breaks law canonical. */
export const CANONICAL_FAULTS: Faults = {
  "remembers in which order pages came": {
    gives: (snapshot, resumed) => (resumed ? { ...snapshot, dirtyPages: snapshot.dirtyPages.toReversed() } : snapshot),
  },
  "keeps the runs of the leg before apart": {
    gives: (snapshot, resumed) => (resumed ? pageByPage(snapshot) : snapshot),
  },
  "stores by content what it resumed from a source": {
    gives: (snapshot, resumed) => (resumed ? { ...snapshot, pagesFromSource: [] } : snapshot),
  },
};
