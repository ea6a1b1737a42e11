import { sp as stackPointer, unsigned } from "../isa/index.ts";
import { FaultError } from "./fault.ts";
import type { HostMachine } from "./host-machine.ts";

const SLOT = 8n;
const ALIGNMENT_MASK = ~15n;

/**
 * Lays out argc, argv and the argument strings at the top of the stack and sets sp (reference/ckb-vm/elf.md 5).
 *
 * From sp upwards: argc, argv[0], …, NULL (version 1 on), padding (version 1 on), the strings, the last one lowest.
 * From version 1 on sp is 16-byte aligned, and without arguments nothing is written.
 *
 * @returns bytes from sp to the top
 * @throws FaultError MemOutOfStack after the writes have been made, or the fault of a write
 */
export function initializeStack(
  machine: HostMachine,
  args: readonly Uint8Array[],
  start: bigint,
  size: bigint,
): bigint {
  const { memory, version } = machine;
  const top = start + size;
  if (version >= 1 && args.length === 0) {
    const sp = (top - SLOT) & ALIGNMENT_MASK;
    machine.setRegister(stackPointer, sp);
    return top - sp;
  }
  let sp = top;
  const push = (bytes: bigint): bigint => {
    sp = unsigned(sp - bytes);
    machine.setRegister(stackPointer, sp);
    return sp;
  };
  machine.setRegister(stackPointer, sp);
  const values = [BigInt(args.length)];
  for (const argument of args) {
    const length = BigInt(argument.length);
    const address = unsigned(sp - (length + 1n));
    memory.storeBytes(address, argument);
    memory.fillBytes(unsigned(address + length), 1, 0);
    values.push(push(length + 1n));
  }
  if (version >= 1) {
    values.push(0n);
    const unaligned = sp - SLOT * BigInt(values.length);
    push(unaligned - (unaligned & ALIGNMENT_MASK));
  }
  for (const value of values.reverse()) {
    const address = unsigned(sp - SLOT);
    if (version >= 1) memory.store64(address, value);
    else memory.store32(address, Number(value & 0xffff_ffffn));
    push(SLOT);
  }
  if (sp < start) throw new FaultError({ name: "MemOutOfStack" });
  return top - sp;
}
