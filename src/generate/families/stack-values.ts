import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row } from "../op.ts";
import { pickEnd, pickImmediate, pickValue } from "../values.ts";
import { addReader } from "./link.ts";

const SP = 2;
const ADDI16SP = row("c.addi16sp");
const ADDI4SPN = row("c.addi4spn");

/** True if sp can hold anything: in programs that have no stack. */
export function isStackPointerFree(grower: Grower): boolean {
  return grower.isFree(SP);
}

/** Adds any value in sp, and what computes with it. Only where sp is free. */
export function growStackValue(grower: Grower): void {
  const { random } = grower;
  grower.add("code", loadConstant(SP, random.chance(50) ? pickEnd(random) : pickValue(random)));
  for (let count = random.between(1, 3); count > 0; count--) {
    const kind = random.below(4);
    if (kind < 2) grower.add("code", [op(ADDI16SP, SP, 0, 0, pickImmediate(random, ADDI16SP))]);
    else if (kind < 3) grower.add("code", [grower.randomOp(ADDI4SPN)]);
    else addReader(grower, SP);
  }
}
