import type { Finish } from "../../../src/targets/index.ts";
import { withRegisters } from "../altered.ts";
import { registerTurned, type Fault, type Faults } from "./faulty-target.ts";

/** Another finish of legs that were resumed and executed nothing. */
function whereNothingIsLeft(change: (finish: Finish) => Finish): NonNullable<Fault["finish"]> {
  return (finish, { start }) => (start === "boot" || finish.state.cycles !== start.cycles ? finish : change(finish));
}

/** What breaks law budgets. */
export const BUDGETS_FAULTS: Faults = {
  "executes one instruction more though nothing is left": {
    asked: (leg) => (leg.start === "boot" ? leg : { ...leg, maxCycles: leg.maxCycles + 3n }),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "keeps the limit of the snapshot": {
    asked: (leg) => (leg.start === "boot" ? leg : { ...leg, maxCycles: leg.start.maxCycles }),
  },
  "forgets what was spent beyond a lower limit": {
    resumes: (snapshot, { maxCycles }) => (snapshot.cycles > maxCycles ? { ...snapshot, cycles: maxCycles } : snapshot),
  },
  "takes a limit above 2^63 for a negative one": {
    asked: (leg) => (leg.maxCycles >> 63n ? { ...leg, maxCycles: 0n } : leg),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "takes a limit of 0 for none": {
    asked: (leg) => (leg.maxCycles === 0n ? { ...leg, maxCycles: 2n ** 63n } : leg),
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "goes on under a cycle less than was spent": {
    asked: (leg) =>
      leg.start !== "boot" && leg.maxCycles === leg.start.cycles - 1n ? { ...leg, maxCycles: leg.maxCycles + 9n } : leg,
    finish: (finish, { maxCycles }) => ({ ...finish, state: { ...finish.state, maxCycles } }),
  },
  "prints something where nothing is left": {
    finish: whereNothingIsLeft((finish) => ({ ...finish, state: { ...finish.state, output: Buffer.from("x") } })),
  },
  "shows another register where nothing is left": {
    finish: whereNothingIsLeft((finish) => ({ ...finish, state: { ...finish.state, ...withRegisters(finish, 9) } })),
  },
  "hands over another register where it was resumed": {
    gives: (snapshot, resumed) => (resumed ? registerTurned(snapshot, 9) : snapshot),
  },
};
