import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { pickPair } from "../relations.ts";
import { pickValue } from "../values.ts";
import type { Family } from "./family.ts";
import { OPERAND } from "./fused-operands.ts";
import { pickLink } from "./link.ts";

const SD = row("sd");
const BRANCHES = ["beq", "bne", "blt", "bge", "bltu", "bgeu"].map(row);
const LENGTHS = [3, 4, 6, 8, 12, 20];
/** Chains of 100 that begin with two values that have something to do with each other. */
const PERCENT_RELATED = 40;
/** Links of 100 that are AMOs, where the world has them. */
const PERCENT_UPDATES = 12;

/**
 * Chains of instructions in which each one reads what the one before has written, from boundary values to a store or a
 * branch: a wrong result anywhere in one is seen at its end.
 */
export const chains: Family = {
  name: "chains",
  grow(grower) {
    const { random } = grower;
    let last = grower.destination();
    grower.note(OPERAND);
    const [one, other] = random.chance(PERCENT_RELATED)
      ? pickPair(random, random.chance(30) ? "product" : "sum")
      : [pickValue(random), pickValue(random)];
    grower.add("code", loadConstant(last, one));
    if (random.chance(60)) grower.add("code", loadConstant(grower.destination(), other));
    grower.note("chain");
    const updates = grower.rows.memoryOperations.length > 0 ? PERCENT_UPDATES : 0;
    for (let left = random.pick(LENGTHS); left > 0; left--) {
      const isUpdate = random.chance(updates);
      const link = isUpdate ? updateBy(grower, last) : pickLink(grower, last);
      if (!link) continue;
      grower.add(isUpdate ? "access" : "code", [link]);
      last = link.rd;
    }
    observe(grower, last);
  },
};

/** An AMO with `from` as its operand. */
function updateBy(grower: Grower, from: number): Op {
  const { random, rows, roles } = grower;
  return op(random.pick(rows.memoryOperations), grower.destination(), roles.farPointer, from, 0, random.below(4));
}

/** Stores a register, so that its value outlives what the program computes next. */
export function keep(grower: Grower, register: number): void {
  const { random, roles } = grower;
  grower.add("access", [op(SD, 0, roles.farPointer, register, 8 * random.between(-256, 255))]);
}

/** Makes the value of `last` matter: to memory, or to the way the program goes. */
function observe(grower: Grower, last: number): void {
  const { random } = grower;
  if (random.chance(60)) {
    grower.note("chain: its end is stored");
    return keep(grower, last);
  }
  grower.note("chain: its end decides a branch");
  const [one, other] = random.chance(50) ? [last, grower.source()] : [grower.source(), last];
  grower.addBranch([op(random.pick(BRANCHES), 0, one, other, 0)]);
}
