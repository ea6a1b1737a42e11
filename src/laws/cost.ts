import type { CostModel } from "../case/index.ts";
import { FUSION_RULES, INSTRUCTIONS, instructionsNamed } from "../isa/index.ts";

/** Cycles of each row of the instruction table, and behind them of each fusion rule. */
const COSTS: Readonly<Record<CostModel, Float64Array>> = {
  real: Float64Array.from([...INSTRUCTIONS.map(({ cost }) => cost), ...FUSION_RULES.map(({ cost }) => cost)]),
  constant: new Float64Array(INSTRUCTIONS.length + FUSION_RULES.length).fill(1),
};

/** Cycles that each fusion rule saves: what its instructions cost one by one, less what they cost as one. */
const SAVED: Readonly<Record<CostModel, readonly number[]>> = {
  real: FUSION_RULES.map(({ sequence, cost }) => sequence.reduce((sum, line) => sum + costOf(line), -cost)),
  constant: FUSION_RULES.map(({ sequence }) => sequence.length - 1),
};

function costOf(line: string): number {
  const [instruction] = instructionsNamed(line.split(" ", 1)[0]);
  return instruction.cost;
}

/** Cycles of what was executed, as `Finish.retired` counts it, without what system calls charge. */
export function costOfRetired(retired: Float64Array, model: CostModel): bigint {
  const costs = COSTS[model];
  let sum = 0;
  for (let k = 0; k < retired.length; k++) sum += retired[k] * costs[k];
  return BigInt(sum);
}

/** Fused sequences that were executed, and the cycles that they saved. */
export function savedByFusion(retired: Float64Array, model: CostModel): { sequences: number; cycles: bigint } {
  let [sequences, cycles] = [0, 0];
  for (const [k, saved] of SAVED[model].entries()) {
    const times = retired[INSTRUCTIONS.length + k] ?? 0;
    sequences += times;
    cycles += times * saved;
  }
  return { sequences, cycles: BigInt(cycles) };
}
