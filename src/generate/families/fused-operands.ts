import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import type { Op } from "../op.ts";
import { pickNearFull, pickPair, pickThird } from "../relations.ts";
import { pickEnd, pickValue } from "../values.ts";
import { registerFields } from "../register-fields.ts";
import { relationOf } from "./operand-rows.ts";

/** The note of items that load operands. */
export const OPERAND = "operand";
/** Sequences of 100 whose operands are related; of the others, registers of 100 that are loaded. */
const PERCENT_RELATED = 70;
const PERCENT_LOADED = 35;
const PERCENT_END = 40;
/** Related operands of 100, of sums, that are all just below 2^64. */
const PERCENT_NEAR_FULL = 20;

/**
 * Loads what the instructions of a sequence read and none before them has written: often with operands that have to do with
 * each other in the way that the first instruction asks for, so that corners meet the sequence as a whole.
 */
export function growFusedOperands(grower: Grower, parts: readonly Op[]): void {
  const { random } = grower;
  const inputs = inputsOf(parts);
  if (inputs.length === 0) return;
  grower.note(OPERAND);
  if (inputs.length === 1 || !random.chance(PERCENT_RELATED)) return growUnrelated(grower, inputs);
  const [{ instruction }] = parts;
  const relation = instruction ? relationOf(instruction) : "sum";
  const full = relation === "sum" && random.chance(PERCENT_NEAR_FULL);
  const pair = full ? pickNearFull(random) : pickPair(random, relation);
  for (let k = 0; k < inputs.length; k++) {
    const value = k < 2 ? pair[k] : full ? pickNearFull(random)[0] : pickThird(random, pair);
    if (grower.isFree(inputs[k])) grower.add("code", loadConstant(inputs[k], value));
  }
}

/** Loads some of the registers, with ends of 32 and 64 bits or anything. */
function growUnrelated(grower: Grower, inputs: readonly number[]): void {
  const { random } = grower;
  for (const register of inputs) {
    if (!grower.isFree(register) || !random.chance(PERCENT_LOADED)) continue;
    grower.add("code", loadConstant(register, random.chance(PERCENT_END) ? pickEnd(random) : pickValue(random)));
  }
}

/** The registers other than x0 that instructions of two operands read and none before has written, in the order in which they are read. */
function inputsOf(parts: readonly Op[]): number[] {
  const inputs: number[] = [];
  let known = 1; // bit r: register r; x0 has its value
  for (const { instruction, rd, rs1, rs2 } of parts) {
    if (!instruction) continue;
    const fields = registerFields(instruction);
    if (!fields.rs2) {
      if (fields.rd) known |= 1 << rd;
      continue;
    }
    if ((known & (1 << rs1)) === 0) inputs.push(rs1);
    known |= 1 << rs1;
    if ((known & (1 << rs2)) === 0) inputs.push(rs2);
    known |= (1 << rs2) | (1 << rd);
  }
  return inputs;
}
