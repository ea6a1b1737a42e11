import { withRegisters, withState } from "../altered.ts";
import { registerTurned, type Faults } from "./faulty-target.ts";

const NONE = 2n ** 64n - 1n;

/** What breaks law split. */
export const SPLIT_FAULTS: Faults = {
  "forgets the reservation": { resumes: (snapshot) => ({ ...snapshot, loadReservationAddress: NONE }) },
  "spends a cycle on resuming": { resumes: (snapshot) => ({ ...snapshot, cycles: snapshot.cycles + 1n }) },
  "hands over another limit": { gives: (snapshot, resumed) => (resumed ? { ...snapshot, maxCycles: 7n } : snapshot) },
  "damages only what it hands over last": {
    gives: (snapshot, resumed) => (resumed ? registerTurned(snapshot, 31) : snapshot),
  },
  "shows another register than it hands over": {
    finish: (finish, { start }) => (start === "boot" ? finish : withState(finish, withRegisters(finish, 9))),
  },
  "prints something when it resumes": {
    finish: (finish, { start }) =>
      start === "boot" || !finish.state.output
        ? finish
        : { ...finish, state: { ...finish.state, output: Buffer.concat([Buffer.of(88), finish.state.output]) } },
  },
};
