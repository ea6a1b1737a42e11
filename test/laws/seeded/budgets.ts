import type { Faults } from "./faulty-target.ts";

/** What breaks law budgets. */
export const BUDGETS_FAULTS: Faults = {
  "executes one instruction more though nothing is left": {
    leg: (leg) => (leg.start === "boot" ? leg : { ...leg, maxCycles: leg.maxCycles + 3n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "keeps the limit of the snapshot": {
    leg: (leg) => (leg.start === "boot" ? leg : { ...leg, maxCycles: leg.start.maxCycles }),
  },
  "forgets what was spent beyond a lower limit": {
    resumes: (snapshot, { maxCycles }) => (snapshot.cycles > maxCycles ? { ...snapshot, cycles: maxCycles } : snapshot),
  },
  "takes a limit above 2^63 for a negative one": {
    leg: (leg) => (leg.maxCycles >> 63n ? { ...leg, maxCycles: 0n } : leg),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
};
