import type { Grower } from "../grower.ts";
import { op, opLength, row, type Op } from "../op.ts";
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
    const body = Array.from({ length: random.between(1, 4) }, () => grower.randomOp(random.pick(rowsOfBody)));
    const [over, back, on] = [jump(grower), jump(grower), jump(grower)];
    const bytes = body.reduce((sum, each) => sum + opLength(each), 0);
    const [overBytes, backBytes, onBytes] = [over, back, on].map(opLength);
    grower.note(`detour: ${back.instruction?.name ?? ""} back`);
    grower.add("code", [
      { ...over, imm: overBytes + bytes + onBytes },
      ...body,
      { ...on, imm: onBytes + backBytes },
      { ...back, imm: -(onBytes + bytes) },
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
