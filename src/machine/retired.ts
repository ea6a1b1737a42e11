import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import type { Block } from "./block.ts";
import { zeroedCounts } from "./storage.ts";

const COUNTS = INSTRUCTIONS.length + FUSION_RULES.length;

/** A count of zero for each row of the table and, behind them, each fusion rule. */
export function newCounts(): Float64Array<ArrayBuffer> {
  return zeroedCounts(COUNTS);
}

/** Adds what a block has executed. */
export function addExecutions(counts: Float64Array, block: Block): void {
  for (const operation of block.operations) counts[operation.row] += block.executions;
}
