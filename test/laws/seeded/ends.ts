import { registerTurned, type Faults } from "./faulty-target.ts";

/** What breaks law ends. */
export const ENDS_FAULTS: Faults = {
  "takes a limit that is just enough for one that is not": {
    leg: (leg) => ({ ...leg, maxCycles: leg.maxCycles > 0n ? leg.maxCycles - 1n : 0n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "runs a cycle beyond its limit": {
    leg: (leg) => ({ ...leg, maxCycles: leg.maxCycles + 1n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "has no stack where nothing was executed yet": {
    resumes: (snapshot) => (snapshot.cycles === 0n ? registerTurned(snapshot, 2) : snapshot),
  },
  "resumes right before an exit with another exit code": {
    resumes: (snapshot) => (snapshot.registers[17] === 93n ? registerTurned(snapshot, 10) : snapshot),
  },
};
