import type { Grower } from "../grower.ts";
import { bytesOfOps, op, opLength, row, withImmediate, type Op } from "../op.ts";
import type { Family } from "./family.ts";

const JAL = row("jal");
const C_J = row("c.j");
/** Branches that are always taken if their two operands are one register. */
const ALWAYS = ["beq", "bge", "bgeu"].map(row);

/**
 * Backward branches that are no loops: over a piece of code, back to it and then on, everything once. One item, as its
 * instructions are bounded only together.
 */
export const detours: Family = {
  name: "detours",
  grow(grower) {
    const { random, rows } = grower;
    const rowsOfBody = random.chance(50) ? rows.plain : rows.plainShort;
    const body: Op[] = [];
    for (let left = random.between(1, 4); left > 0; left--) body.push(grower.randomOp(random.pick(rowsOfBody)));
    const over = jump(grower);
    const back = jump(grower);
    const on = jump(grower);
    const bytes = bytesOfOps(body);
    const onBytes = opLength(on);
    grower.note(`detour: ${back.instruction?.name ?? ""} back`);
    grower.add("code", [
      withImmediate(over, opLength(over) + bytes + onBytes),
      ...body,
      withImmediate(on, onBytes + opLength(back)),
      withImmediate(back, -(onBytes + bytes)),
    ]);
  },
};

/** A jump, or a branch that is always taken. */
function jump(grower: Grower): Op {
  const { random } = grower;
  const kind = random.below(4);
  if (kind === 0) return op(C_J, 0, 0, 0, 0);
  // A link is a result like any other.
  if (kind === 1) return op(JAL, random.chance(50) ? 0 : grower.destination(), 0, 0, 0);
  const register = grower.source();
  return op(random.pick(ALWAYS), 0, register, register, 0);
}
