import type { Random } from "./random.ts";

const SP = 2;
/** Registers that system calls and the exit set. */
const CALL_REGISTERS = bitsOf([10, 11, 12, 13, 14, 17]);
const RA = 1;

/** Registers that have one use throughout a program, so that no instruction of kind `code` may write them. */
export interface Roles {
  /** Loop counters by nesting, for the main section; then one for each function. */
  readonly counters: readonly number[];
  readonly functionCounters: readonly number[];
  /** Link registers of the functions. */
  readonly links: readonly number[];
  /** Pointers for accesses with 16-bit instructions (x8 to x15) and with any. */
  readonly nearPointer: number;
  readonly farPointer: number;
  /** Holds addresses for a moment. */
  readonly scratch: number;
  /** Bit r is set if r has a role. */
  readonly reserved: number;
}

/** How many registers of each kind a program wants. */
export interface Wanted {
  readonly counters: number;
  readonly functions: number;
  readonly stackPointer: boolean;
}

/** Gives out registers: different ones in each program, so that every register is written somewhere. */
export function pickRoles(random: Random, { counters, functions, stackPointer }: Wanted): Roles {
  const nearPointer = random.pick([8, 9, 15]);
  let taken = 1 | (1 << SP) | (1 << nearPointer) | CALL_REGISTERS;
  const take = (): number => {
    let register = random.between(3, 31);
    while (taken & (1 << register)) register = random.between(3, 31);
    taken |= 1 << register;
    return register;
  };
  // c.jalr always links ra, so the first function uses it more often than not.
  let reserved = (1 << nearPointer) | (stackPointer ? 1 << SP : 0);
  const give = (register: number): number => {
    reserved |= 1 << register;
    return register;
  };
  const links: number[] = [];
  for (let k = 0; k < functions; k++) links.push(give(k === 0 && random.chance(70) ? RA : take()));
  const takeMany = (count: number): number[] => {
    const registers: number[] = [];
    while (registers.length < count) registers.push(give(take()));
    return registers;
  };
  const loopCounters = takeMany(counters);
  const functionCounters = takeMany(functions);
  const farPointer = give(take());
  const scratch = give(take());
  return { links, counters: loopCounters, functionCounters, nearPointer, farPointer, scratch, reserved };
}

function bitsOf(registers: readonly number[]): number {
  return registers.reduce((bits, register) => bits | (1 << register), 0);
}
