import type { Instruction } from "../isa/index.ts";

/** Cycles of one instruction, a non-negative whole number below 2^32. */
export type CostFunction = (instruction: Instruction) => number;

/** CKB's cost table, as the instruction table states it (reference/ckb-vm/cycles.md 1). */
export function realCost(instruction: Instruction): number {
  return instruction.cost;
}

/** One cycle for every instruction. */
export function constantCost(): number {
  return 1;
}
