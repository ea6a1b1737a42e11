import { pageByPage, type Faults } from "./faulty-target.ts";

const NONE = 2n ** 64n - 1n;

/** What breaks law resume-snapshot. */
export const RESUME_SNAPSHOT_FAULTS: Faults = {
  "forgets the reservation": { resumes: (snapshot) => ({ ...snapshot, loadReservationAddress: NONE }) },
  "stores by content what it resumed from a source": {
    gives: (snapshot, resumed) => (resumed ? { ...snapshot, pagesFromSource: [] } : snapshot),
  },
  "hands over page by page what it resumed": {
    gives: (snapshot, resumed) => (resumed ? pageByPage(snapshot) : snapshot),
  },
};
