import type { Op } from "../op.ts";
import type { Random } from "../random.ts";
import { SAME_REGISTERS, type Rewriting } from "./rewriting.ts";

/**
 * Registers that may change places, in groups: x0 is zero, 16-bit instructions know ra and sp by themselves and have names for
 * x8 to x15 only, and system calls take their arguments in a0 to a4 and a7.
 */
const GROUPS: readonly (readonly number[])[] = [
  [8, 9, 15],
  [3, 4, 5, 6, 7, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31],
];

/** Other registers in the same roles. */
export const renaming: Rewriting = {
  name: "register renaming",
  sentence: "With its registers renamed, a program ends in the same state with its registers renamed.",
  withoutBranches: false,
  blind: false,
  rewrite(random, program) {
    const registers = permutation(random);
    if (registers.every((to, from) => to === from)) return undefined;
    const items = program.items.map((item) => ({ ...item, ops: item.ops.map((op) => renamed(op, registers)) }));
    const pointers = program.pointers.map((pointer) => ({ ...pointer, register: registers[pointer.register] }));
    let reserved = 0;
    for (let r = 0; r < registers.length; r++) if (program.reserved & (1 << r)) reserved |= 1 << registers[r];
    return { program: { ...program, items, pointers, reserved }, registers, moreCycles: 0n };
  },
};

function permutation(random: Random): number[] {
  const registers = SAME_REGISTERS.slice();
  for (const group of GROUPS) {
    const left = group.slice();
    for (const register of group) [registers[register]] = left.splice(random.below(left.length), 1);
  }
  return registers;
}

function renamed(op: Op, registers: readonly number[]): Op {
  if (!op.instruction) return op;
  const { field } = op.instruction;
  const name = (register: number, has: boolean): number => (has ? registers[register] : register);
  return {
    ...op,
    rd: name(op.rd, field.has("rd")),
    rs1: name(op.rs1, field.has("rs1")),
    rs2: name(op.rs2, field.has("rs2")),
  };
}
