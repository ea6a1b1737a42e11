import { FaultError, FLAG_DIRTY, MACHINE_PARTS, Memory, type HostMachine } from "../../machine/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { LOADS, STORING } from "../faults/access-names.ts";
import { pagesOf } from "../faults/pages.ts";
import { withMemory } from "../faults/parts.ts";
import { ErrorsSwallowed } from "../faults/resuming.ts";
import { BaseContext, withContext } from "../faults/tracking.ts";
import { notClearedAfterFailure } from "../faults/used-machines.ts";
import { meaning } from "../meanings.ts";
import { FETCH, IN_RESUMING, rowsOf } from "../rows.ts";

const { fault } = rowsOf("error ordering");

/** Untracks what a call asks to be stored before it is known what there is to store. */
class EarlyUntracking extends BaseContext {
  override storeBytes(
    machine: HostMachine,
    address: bigint,
    id: bigint,
    offset: bigint,
    length: bigint,
    sizeAddress: bigint,
  ): { written: bigint; fullLength: bigint } {
    this.untrackPages(machine, address, length);
    return super.storeBytes(machine, address, id, offset, length, sizeAddress);
  }
}

/** Marks pages before it looks whether they can be stored to. */
class EarlyMarks extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    this.checkRange(address, length);
    for (const page of pagesOf(this, address, length)) this.setFlag(page, FLAG_DIRTY);
    super.prepareWrite(address, length);
  }
}

/** The word at pc with zeroes for all that lies behind the end of memory. */
function fetchPadded(memory: Memory, pc: number): number {
  try {
    return MACHINE_PARTS.fetch(memory, pc);
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.name !== "MemOutOfBound") throw error;
    let word = 0;
    for (let k = 0; k < 4 && pc + k < memory.size; k++) word |= memory.read8(pc + k) << (8 * k);
    return word >>> 0;
  }
}

/** Faults of what is done before an error is noticed. */
export const ERROR_ORDERING: readonly (Exhibit | Absent)[] = [
  fault(
    "register-written-before-fault",
    ["documented", "openhwgroup/cva6#1966"],
    "A load that fails leaves zero in its register",
    LOADS.split(" "),
    meaning(LOADS, (right) => (h, i) => {
      try {
        right(h, i);
      } catch (error) {
        h.x[i.rd] = 0n;
        throw error;
      }
    }),
  ),
  fault(
    "reset-errors-ignored",
    ["analogue", "bytecodealliance/wasmtime#3841"],
    "A run that cannot be resumed is left out, and resuming goes on",
    IN_RESUMING,
    withContext(ErrorsSwallowed),
  ),
  fault(
    "slot-state-wrong-after-failure",
    ["analogue", "bytecodealliance/wasmtime@3535acbf3b"],
    "A machine in which resuming failed is used again as it is",
    IN_RESUMING,
    notClearedAfterFailure,
  ),
  fault(
    "fetch-error-kind-at-end",
    ["inferred", "nervosnetwork/ckb-vm#180"],
    "What is fetched from behind the end of memory is zero, which is no instruction",
    FETCH,
    { parts: { fetch: fetchPadded } },
  ),
  fault(
    "store-bytes-untracks-before-source-error",
    ["plausible", "a source is asked before pages are untracked"],
    "Pages that a call is to fill are untracked, as far as it asks, before the source is asked and the size is stored",
    ["ecall"],
    withContext(EarlyUntracking),
  ),
  fault(
    "store-dirties-before-fault",
    ["plausible", "permission, then DIRTY, then the store"],
    "Pages are marked before their permission is looked at",
    STORING,
    withMemory(EarlyMarks),
  ),
];
