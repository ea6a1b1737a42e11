import type { Grower } from "../grower.ts";
import { rawOp } from "../op.ts";
import { ACCESS_FAULTS } from "./fault-accesses.ts";
import { CALL_FAULTS, TEXT_FAULTS, UNKNOWN_CALL_FAULTS } from "./fault-calls.ts";
import type { FaultCause } from "./fault-cause.ts";
import { ENCODING_FAULTS } from "./fault-encodings.ts";
import { JUMP_FAULTS } from "./fault-jumps.ts";

/** By what a program can end by a fault, in groups that are drawn equally often: of accesses there are the most. */
const GROUPS: readonly (readonly FaultCause[])[] = [
  ENCODING_FAULTS,
  ACCESS_FAULTS,
  ACCESS_FAULTS,
  JUMP_FAULTS,
  CALL_FAULTS,
  UNKNOWN_CALL_FAULTS,
  TEXT_FAULTS,
];
const TRIES = 32;

/** Every cause of a fault. */
export const FAULT_CAUSES: readonly FaultCause[] = [...new Set(GROUPS.flat())];

/** Adds an item that ends the run by a fault, on purpose; what follows it is never executed. Its note names the cause. */
export function growFault(grower: Grower): void {
  const { random } = grower;
  grower.enter("faults");
  grower.closeAll();
  for (let tries = 0; tries < TRIES; tries++) {
    const cause = random.pick(random.pick(GROUPS));
    const ops = cause.make(grower);
    if (!ops) continue;
    grower.note(cause.name);
    return grower.add("fault", ops);
  }
  grower.note("all zeros");
  grower.add("fault", [rawOp(0)]);
}
