/** The 32 ABI register names, x0 first (RISC-V ABIs specification, integer register convention). */
export const REGISTER_NAMES: readonly string[] = [
  "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
  "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
]; // prettier-ignore

/** Number of general registers. */
export const REGISTER_COUNT = 32;

/** Where writes to x0 go: a 33rd slot that nothing reads, so that writing a register needs no branch. */
export const DISCARD = REGISTER_COUNT;

/** A 34th slot for values on their way between memory and a register. */
export const SCRATCH = REGISTER_COUNT + 1;

/** Slots of a register buffer: the registers, the discarded one and the scratch one. */
export const SLOT_COUNT = REGISTER_COUNT + 2;

const NUMBERS = new Map<string, number>([["fp", 8]]);
REGISTER_NAMES.forEach((name, number) => NUMBERS.set(name, number).set(`x${number}`, number));

/** The number of the register called `name` (`a0`, `x10`, `fp`), or undefined. */
export function registerNumber(name: string): number | undefined {
  return NUMBERS.get(name);
}

/** Registers that the VM itself knows by name. */
export const ra = 1;
export const sp = 2;
export const a0 = 10;
export const a7 = 17;
