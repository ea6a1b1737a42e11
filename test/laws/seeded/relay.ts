import { registerTurned, type Faults } from "./faulty-target.ts";

/** What breaks law relay. */
export const RELAY_FAULTS: Faults = {
  "loses a cycle when it resumes": { resumes: (snapshot) => ({ ...snapshot, cycles: snapshot.cycles - 1n }) },
  "loses a bit of a register when it resumes": { resumes: (snapshot) => registerTurned(snapshot, 9) },
  "shows another limit behind a resume": {
    finish: (finish, { start }) =>
      start === "boot" ? finish : { ...finish, state: { ...finish.state, maxCycles: 1n } },
  },
};
