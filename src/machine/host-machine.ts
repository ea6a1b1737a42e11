import type { VmVersion } from "../isa/index.ts";
import type { Memory } from "./memory.ts";

/**
 * A machine as its host sees it: what system-call handlers, loaders and snapshots may read and change
 * (CKB-VM's `SupportMachine`).
 */
export interface HostMachine {
  readonly version: VmVersion;
  readonly memory: Memory;
  /** The 32 registers, live. */
  readonly registers: BigUint64Array;
  /** Stores `value` in register `number`; x0 too, which then reads back as `value` (as the seed has it). */
  setRegister(number: number, value: bigint): void;
  /** Address of the current instruction. */
  readonly pc: bigint;
  /** Sets the next pc; `commitPc` makes it current. */
  updatePc(value: bigint): void;
  commitPc(): void;
  cycles: bigint;
  maxCycles: bigint;
  /** Adds cycles like the cost of an instruction. @throws FaultError CyclesOverflow or CyclesExceeded */
  addCycles(cycles: bigint): void;
  /** Adds cycles even beyond the limit. @throws FaultError CyclesOverflow */
  addCyclesNoChecking(cycles: bigint): void;
  /** Lets system-call modules and the debugger prepare: part of loading a program. */
  initializeModules(): void;
  /** Makes a run stop with the fault Pause before its next block; one run consumes it. */
  pause(): void;
  /** Zeroes registers, pc, memory and cycles (reference/ckb-vm/machine.md 5: next pc, version and modules stay). */
  reset(maxCycles: bigint): void;
}
