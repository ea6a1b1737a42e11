import type { HostMachine } from "./host-machine.ts";

/** A group of system calls that a host offers. Modules are asked in the order they were given. */
export interface SystemCallModule {
  /** Called once while a program is loaded, before the stack is laid out. */
  initialize?(machine: HostMachine): void;
  /**
   * Handles the call whose number is in a7; pc is still that of the ECALL.
   * @returns false if this module does not know the number
   * @throws FaultError to end the run with that fault
   */
  ecall(machine: HostMachine): boolean;
}

/** A host's answer to EBREAK. */
export interface Debugger {
  initialize?(machine: HostMachine): void;
  /** @throws FaultError to end the run with that fault */
  ebreak(machine: HostMachine): void;
}
