import { withRegisters, withState } from "../altered.ts";
import { registerTurned, type Faults } from "./faulty-target.ts";

/** True of what is taken inside the call: a7 is the call's number. */
export const isInsideCall = ({ registers }: { readonly registers: BigUint64Array }): boolean => registers[17] === 9007n;

/** What breaks law inside-call. */
export const INSIDE_CALL_FAULTS: Faults = {
  "hands over another pc": {
    gives: (snapshot) => (isInsideCall(snapshot) ? { ...snapshot, pc: snapshot.pc - 4n } : snapshot),
  },
  "sets a0 before it takes the snapshot": {
    gives: (snapshot) => (isInsideCall(snapshot) ? registerTurned(snapshot, 10) : snapshot),
  },
  "shows another register where it exits behind a resume": {
    finish: (finish, { start }) =>
      start !== "boot" && finish.stop.kind === "exit" ? withState(finish, withRegisters(finish, 9)) : finish,
  },
  "hands over another register where it exits behind a resume": {
    gives: (snapshot, resumed, { stop }) => (resumed && stop.kind === "exit" ? registerTurned(snapshot, 9) : snapshot),
  },
  "prints something where it exits behind a resume": {
    finish: (finish, { start }) =>
      start !== "boot" && finish.stop.kind === "exit" ? withState(finish, { output: Buffer.from("x") }) : finish,
  },
  "charges the call after the snapshot": {
    gives: (snapshot) => (isInsideCall(snapshot) ? { ...snapshot, cycles: snapshot.cycles - 1n } : snapshot),
  },
};
