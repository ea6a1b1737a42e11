import { registerTurned, type Faults } from "./faulty-target.ts";

const NONE = 2n ** 64n - 1n;

/** What breaks law every-instruction. */
export const EVERY_INSTRUCTION_FAULTS: Faults = {
  "forgets the reservation": { resumes: (snapshot) => ({ ...snapshot, loadReservationAddress: NONE }) },
  "loses a register": { resumes: (snapshot) => registerTurned(snapshot, 8) },
  "counts from the start of each leg": { resumes: (snapshot) => ({ ...snapshot, cycles: 0n }) },
};
