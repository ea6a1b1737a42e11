import { withRegisters, withState } from "../altered.ts";
import { registerTurned, type Faults } from "./faulty-target.ts";

/** What breaks law refine. */
export const REFINE_FAULTS: Faults = {
  "loses a register where it resumes at an odd cycle count": {
    resumes: (snapshot) => (snapshot.cycles & 1n ? registerTurned(snapshot, 9) : snapshot),
  },
  "loses a page from a source in what it hands over at the end": {
    gives: (snapshot, resumed, { stop }) =>
      resumed && stop.kind === "exit" ? { ...snapshot, pagesFromSource: snapshot.pagesFromSource.slice(1) } : snapshot,
  },
  "shows another register than it hands over": {
    finish: (finish, { start }) => (start === "boot" ? finish : withState(finish, withRegisters(finish, 9))),
  },
  "hands over another limit": { gives: (snapshot, resumed) => (resumed ? { ...snapshot, maxCycles: 7n } : snapshot) },
  "prints again what the leg before printed": {
    finish: (finish, { start }) =>
      start === "boot" ? finish : { ...finish, state: { ...finish.state, output: Buffer.of(1) } },
  },
};
