import type { Grower } from "../grower.ts";
import { op, row, wordOf, type Op } from "../op.ts";
import type { Family } from "./family.ts";

/** Instructions whose upper half is free but for one bit: an immediate of 12 bits, and rs1. All cost the same. */
const CARRIERS = ["addi", "xori", "ori", "andi", "slti", "sltiu", "addiw"].map(row);
const JAL = row("jal");
const C_J = row("c.j");

/**
 * Branches into the middle of a 4-byte instruction, whose upper half is an instruction too: what is executed depends on
 * where decoding begins, and both ways meet behind it. Carriers and what they hide cost the same and begin no fused
 * sequence, so that the program takes as many cycles either way.
 */
export const hidden: Family = {
  name: "hidden",
  grow(grower) {
    const { random, rows } = grower;
    for (let count = random.between(1, 2); count > 0; count--) {
      const inside = grower.randomOp(random.pick(rows.plainShort));
      grower.note(`hidden: ${inside.instruction?.name ?? ""}`);
      grower.add("code", [branchTo(grower), carrierOf(grower, wordOf(inside))]);
    }
  },
};

/** A 4-byte instruction whose upper half is `half`. */
function carrierOf(grower: Grower, half: number): Op {
  const { random } = grower;
  const rs1 = ((half & 15) << 1) | random.below(2);
  return op(random.pick(CARRIERS), grower.destination(), rs1, 0, (half << 16) >> 20);
}

/** A branch or jump to the middle of the 4-byte instruction behind it. */
function branchTo(grower: Grower): Op {
  const { random, rows } = grower;
  if (random.chance(15)) return random.chance(50) ? op(JAL, 0, 0, 0, 6) : op(C_J, 0, 0, 0, 4);
  const branch = grower.randomOp(random.pick(rows.branches));
  return { ...branch, imm: branch.instruction?.length === 2 ? 4 : 6 };
}
