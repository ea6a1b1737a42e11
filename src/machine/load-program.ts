import { parseElf, type ProgramMetadata } from "./elf.ts";
import { FaultError } from "./fault.ts";
import type { HostMachine } from "./host-machine.ts";
import { initPages } from "./init-pages.ts";
import { initializeStack } from "./stack.ts";

/**
 * Puts the segments of a parsed program into memory (reference/ckb-vm/elf.md 3).
 * @returns bytes of the file that were loaded: whole file sizes, even what does not fit
 * @throws FaultError from the first segment that cannot be loaded; earlier ones stay
 */
export function loadBinary(
  machine: HostMachine,
  program: Uint8Array,
  metadata: ProgramMetadata,
  updatePc: boolean,
): bigint {
  let bytes = 0n;
  for (const { address, size, flags, source, offsetFromAddress } of metadata.actions) {
    const data = program.subarray(Number(source.start), Number(source.end));
    initPages(machine.memory, address, size, flags, data, offsetFromAddress);
    // Version 0 zeroes the lead a second time, by an ordinary store: refused on executable pages.
    if (machine.version < 1) machine.memory.fillBytes(address, Number(offsetFromAddress), 0);
    bytes += source.end - source.start;
  }
  if (updatePc) {
    machine.updatePc(metadata.entry);
    machine.commitPc();
  }
  return bytes;
}

/** Parses and loads a program without a stack. @throws FaultError */
export function loadElf(machine: HostMachine, program: Uint8Array, updatePc: boolean): bigint {
  return loadBinary(machine, program, parseElf(program, machine.version), updatePc);
}

/**
 * Makes a machine ready to run a parsed program: segments, pc, modules, and a stack in the top quarter of memory that
 * holds the arguments (reference/ckb-vm/elf.md 4 and 5).
 * @returns bytes loaded, including the stack bytes used
 * @throws FaultError
 */
export function loadProgramWithMetadata(
  machine: HostMachine,
  program: Uint8Array,
  metadata: ProgramMetadata,
  args: readonly Uint8Array[],
): bigint {
  const bytes = loadBinary(machine, program, metadata, true);
  machine.initializeModules();
  const memorySize = BigInt(machine.memory.size);
  const stackSize = memorySize / 4n;
  const stackBytes = initializeStack(machine, args, memorySize - stackSize, stackSize);
  const total = bytes + stackBytes;
  if (BigInt.asUintN(64, total) !== total) throw new FaultError({ name: "Unexpected", text: "" });
  return total;
}

/** Parses a program and makes the machine ready to run it. @throws FaultError */
export function loadProgram(machine: HostMachine, program: Uint8Array, args: readonly Uint8Array[]): bigint {
  return loadProgramWithMetadata(machine, program, parseElf(program, machine.version), args);
}
