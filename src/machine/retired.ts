import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import type { Block } from "./block.ts";
import { zeroedBytes } from "./storage.ts";

const COUNTS = INSTRUCTIONS.length + FUSION_RULES.length;

/** A count of zero for each row of the table and, behind them, each fusion rule. */
export function newCounts(): Float64Array<ArrayBuffer> {
  const { buffer, byteOffset } = zeroedBytes(8 * COUNTS);
  return new Float64Array(buffer, byteOffset, COUNTS);
}

/** A copy with a buffer of its own: what is kept of a leg must not keep its pages. */
export function copyOfCounts(counts: Float64Array): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(COUNTS);
  copy.set(counts);
  return copy;
}

/** Adds what a block has executed. */
export function addExecutions(counts: Float64Array, block: Block): void {
  for (const operation of block.operations) counts[operation.row] += block.executions;
}
