import type { Instruction } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { registerFields, takes } from "../register-fields.ts";
import { pickValue } from "../values.ts";
import type { Family } from "./family.ts";
import { OPERAND } from "./fusion.ts";

const SD = row("sd");
const BRANCHES = ["beq", "bne", "blt", "bge", "bltu", "bgeu"].map(row);
const LENGTHS = [3, 4, 6, 8, 12, 20];
const TRIES = 4;

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
    grower.add("code", loadConstant(last, pickValue(random)));
    if (random.chance(60)) grower.add("code", loadConstant(grower.destination(), pickValue(random)));
    grower.note("chain");
    for (let left = random.pick(LENGTHS); left > 0; left--) {
      const link = pickLink(grower, last);
      if (!link) continue;
      grower.add("code", [link]);
      last = link.rd;
    }
    observe(grower, last);
  },
};

/** An instruction that reads `from` and writes a register; undefined if a few draws gave none that can read it. */
function pickLink(grower: Grower, from: number): Op | undefined {
  const { random, groups } = grower;
  for (let tries = 0; tries < TRIES; tries++) {
    const link = reading(grower, random.pick(random.pick(groups)), from);
    if (link) return link;
  }
  return undefined;
}

function reading(grower: Grower, instruction: Instruction, from: number): Op | undefined {
  const { rd, rs1, rs2 } = registerFields(instruction);
  if (!rd || instruction.hint) return undefined;
  const drawn = grower.randomOp(instruction);
  if (drawn.rd === 0) return undefined;
  if (drawn.rs1 === from && rs1) return drawn;
  if (drawn.rs2 === from && rs2) return drawn;
  const second = rs2 && takes(rs2, from);
  if (second && (!rs1 || grower.random.chance(50))) return { ...drawn, rs2: from };
  if (rs1 && takes(rs1, from)) return { ...drawn, rs1: from };
  // Compressed instructions read the register that they write.
  const readsItself = instruction.binding.rs1 === instruction.binding.rd;
  return readsItself && takes(rd, from) && grower.isFree(from) ? { ...drawn, rd: from } : undefined;
}

/** Makes the value of `last` matter: to memory, or to the way the program goes. */
function observe(grower: Grower, last: number): void {
  const { random, roles } = grower;
  if (random.chance(60)) {
    grower.note("chain: its end is stored");
    grower.add("access", [op(SD, 0, roles.farPointer, last, 8 * random.between(-256, 255))]);
    return;
  }
  grower.note("chain: its end decides a branch");
  const [one, other] = random.chance(50) ? [last, grower.source()] : [grower.source(), last];
  grower.addBranch([op(random.pick(BRANCHES), 0, one, other, 0)]);
}
