import type { Faults } from "./faulty-target.ts";

/** What breaks law version. */
export const VERSION_FAULTS: Faults = {
  "takes snapshots of older versions": {
    asked: (leg, { version }) =>
      leg.start !== "boot" && leg.start.version < version ? { ...leg, start: { ...leg.start, version } } : leg,
  },
  "sets pc before it looks at the version": {
    finish: (finish, { start }) =>
      start === "boot" || finish.started ? finish : { ...finish, state: { ...finish.state, pc: start.pc } },
  },
};
