/** What has a cost: an instruction, or a fused sequence. */
export interface Costed {
  readonly name: string;
  /** Cycles under CKB's cost table. */
  readonly cost: number;
}

/** Cycles of one instruction or fused sequence, a non-negative whole number below 2^32. */
export type CostFunction = (step: Costed) => number;

/** CKB's cost table, as the instruction table and the fusion rules state it (reference/ckb-vm/cycles.md 1). */
export function realCost(step: Costed): number {
  return step.cost;
}

/** One cycle for every instruction. */
export function constantCost(): number {
  return 1;
}
