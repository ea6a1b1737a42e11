import type { Grower } from "../grower.ts";
import { rawOp } from "../op.ts";
import { PAGE_END_ID } from "../program.ts";
import { ACCESS_FAULTS } from "./fault-accesses.ts";
import { CALL_FAULTS, TEXT_FAULTS, UNKNOWN_CALL_FAULTS } from "./fault-calls.ts";
import type { FaultCause } from "./fault-cause.ts";
import { ENCODING_FAULTS } from "./fault-encodings.ts";
import { JUMP_FAULTS } from "./fault-jumps.ts";
import { hostEndsOf } from "./host-ends.ts";
import { MEMORY_END_FAULTS } from "./fault-memory-end.ts";
import { NEAR_ENCODING_FAULTS } from "./fault-near-encodings.ts";
import { PAGE_END_FAULTS } from "./fault-page-end.ts";

/** By what a program can end by a fault, in groups that are drawn equally often: of words and accesses there are the most. */
const GROUPS: readonly (readonly FaultCause[])[] = [
  ENCODING_FAULTS,
  NEAR_ENCODING_FAULTS,
  NEAR_ENCODING_FAULTS,
  NEAR_ENCODING_FAULTS,
  ACCESS_FAULTS,
  ACCESS_FAULTS,
  ACCESS_FAULTS,
  JUMP_FAULTS,
  JUMP_FAULTS,
  PAGE_END_FAULTS,
  MEMORY_END_FAULTS,
  CALL_FAULTS,
  UNKNOWN_CALL_FAULTS,
  TEXT_FAULTS,
  TEXT_FAULTS,
];
const TRIES = 32;

/** Every cause of a fault. */
export const FAULT_CAUSES: readonly FaultCause[] = [...new Set(GROUPS.flat())];

/** What a page costs that a call loads. */
const PAGE_CYCLES = 1024;

/** Adds an item that ends the run by a host call, in whichever way; by a fault where the world offers none that can. */
export function growHostEnd(grower: Grower): void {
  const ends = hostEndsOf(grower);
  if (ends.length === 0) return growFault(grower);
  const { name, make } = grower.random.pick(ends);
  grower.enter("faults");
  grower.closeAll();
  grower.note(`host call: ${name}`);
  grower.add("fault", make(grower), -1, PAGE_CYCLES);
}

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
    if (!cause.pageEnd) return grower.add("fault", ops);
    grower.pageEnd = cause.pageEnd(grower);
    return grower.add("fault", ops, PAGE_END_ID);
  }
  grower.note("all zeros");
  grower.add("fault", [rawOp(0)]);
}
