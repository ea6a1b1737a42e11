import { FaultError, FLAG_DIRTY, PAGE_SHIFT, PAGE_SIZE, type HostMachine } from "../machine/index.ts";

/**
 * Version 1 of snapshots: every dirty page by content, nothing by reference, neither cycles nor their limit
 * (reference/ckb-vm/snapshot.md 1).
 */
export interface Snapshot1 {
  readonly version: number;
  /** 32 values. */
  readonly registers: BigUint64Array;
  readonly pc: bigint;
  /** Three lists of equal length: page index, flags, content. */
  readonly pageIndices: readonly bigint[];
  readonly pageFlags: readonly number[];
  readonly pages: readonly Uint8Array[];
  readonly loadReservationAddress: bigint;
}

/** Takes a snapshot of every dirty page; changes nothing. */
export function makeSnapshot1(machine: HostMachine): Snapshot1 {
  const flags = machine.memory.flags();
  const dirty = [...flags.keys()].filter((page) => flags[page] & FLAG_DIRTY);
  return {
    version: machine.version,
    registers: machine.registers.slice(),
    pc: machine.pc,
    pageIndices: dirty.map(BigInt),
    pageFlags: dirty.map((page) => flags[page]),
    pages: dirty.map((page) => machine.memory.loadBytes(BigInt(page * PAGE_SIZE), PAGE_SIZE)),
    loadReservationAddress: machine.memory.reservation,
  };
}

/**
 * Puts a snapshot into a fresh machine; its cycles and their limit stay as they are. Longer flag or page lists than
 * indices are ignored; a shorter one, which crashes the original, is an Unexpected fault.
 * @throws FaultError InvalidVersion with nothing changed, or the fault of a store with everything before it done
 */
export function resumeSnapshot1(machine: HostMachine, snapshot: Snapshot1): void {
  if (machine.version !== snapshot.version) throw new FaultError({ name: "InvalidVersion" });
  snapshot.registers.forEach((value, r) => machine.setRegister(r, value));
  machine.updatePc(snapshot.pc);
  machine.commitPc();
  snapshot.pageIndices.forEach((page, k) => {
    const content = snapshot.pages[k];
    const flags = snapshot.pageFlags[k];
    if (content === undefined || flags === undefined) {
      throw new FaultError({ name: "Unexpected", text: "page lists of different lengths" });
    }
    machine.memory.storeBytes(BigInt.asUintN(64, page << BigInt(PAGE_SHIFT)), content);
    machine.memory.setFlag(page, flags);
  });
  machine.memory.reservation = snapshot.loadReservationAddress;
}
