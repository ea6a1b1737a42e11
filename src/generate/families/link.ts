import type { Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { op, type Op } from "../op.ts";
import { registerFields, takes } from "../register-fields.ts";

const TRIES = 4;
const PERCENT_SLOW = 40;

/** An instruction that reads `from` and writes a register; undefined if a few draws gave none that can read it. */
export function pickLink(grower: Grower, from: number): Op | undefined {
  const { random, groups } = grower;
  for (let tries = 0; tries < TRIES; tries++) {
    const link = reading(grower, random.pick(random.pick(groups)), from);
    if (link) return link;
  }
  return undefined;
}

/** `instruction` with `from` as an operand; undefined if it cannot read that, or writes nothing. */
function reading(grower: Grower, instruction: Instruction, from: number): Op | undefined {
  const { rd, rs1, rs2 } = registerFields(instruction);
  if (!rd || instruction.hint) return undefined;
  const drawn = grower.randomOp(instruction);
  if (drawn.rd === 0) return undefined;
  if (drawn.rs1 === from && rs1) return drawn;
  if (drawn.rs2 === from && rs2) return drawn;
  const second = rs2 && takes(rs2, from);
  const { rd: to, imm, more } = drawn;
  if (second && (!rs1 || grower.random.chance(50))) return op(instruction, to, drawn.rs1, from, imm, more);
  if (rs1 && takes(rs1, from)) return op(instruction, to, from, drawn.rs2, imm, more);
  // Compressed instructions read the register that they write.
  const readsItself = instruction.binding.rs1 === instruction.binding.rd;
  return readsItself && takes(rd, from) && grower.isFree(from) ? { ...drawn, rd: from } : undefined;
}

/**
 * Adds an instruction that reads `register`, which is slow at times: where a budget ends inside of that one, some of its
 * cycles are left over behind the instruction before it.
 */
export function addReader(grower: Grower, register: number): void {
  const { random, rows } = grower;
  const reader = random.chance(PERCENT_SLOW)
    ? reading(grower, random.pick(rows.slow), register)
    : pickLink(grower, register);
  if (reader) grower.add("code", [reader]);
}
