import { withState } from "../altered.ts";
import { registerTurned, type Faults } from "./faulty-target.ts";

/** What breaks law ends. */
export const ENDS_FAULTS: Faults = {
  "takes a limit that is just enough for one that is not": {
    asked: (leg) => ({ ...leg, maxCycles: leg.maxCycles > 0n ? leg.maxCycles - 1n : 0n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "takes a limit that is just enough at the boot for one that is not": {
    asked: (leg) => (leg.start === "boot" && leg.maxCycles > 0n ? { ...leg, maxCycles: leg.maxCycles - 1n } : leg),
    finish: (finish, { maxCycles }) => withState(finish, { maxCycles }),
  },
  "runs a cycle beyond its limit": {
    asked: (leg) => ({ ...leg, maxCycles: leg.maxCycles + 1n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "has no stack where nothing was executed yet": {
    resumes: (snapshot) => (snapshot.cycles === 0n ? registerTurned(snapshot, 2) : snapshot),
  },
  "shows another limit than that of the leg in which it exits": {
    finish: (finish, { maxCycles }) =>
      finish.stop.kind === "exit" ? withState(finish, { maxCycles: maxCycles + 1n }) : finish,
  },
  "resumes right before an exit with another exit code": {
    resumes: (snapshot) => (snapshot.registers[17] === 93n ? registerTurned(snapshot, 10) : snapshot),
  },
};
