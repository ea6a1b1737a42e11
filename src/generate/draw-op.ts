import type { Instruction } from "../isa/index.ts";
import { op, type Op } from "./op.ts";
import { registerFields, takes } from "./register-fields.ts";
import type { Random } from "./random.ts";
import { pickImmediate } from "./values.ts";

/** One of this many is drawn; the first few say which registers are the same: rd is x0, rd is rs1, and these. */
const SAME_OF = 20;
const RD_IS_RS2 = 2;
const RS1_IS_RS2 = 3;
const ALL = 4;
/** Stands for any register. */
export const ANY = -1;
const SP = 2;
/** A register that every program may write. */
const CALL_RESULT = 10;

/** What draws registers: a `Grower`. */
interface Registers {
  readonly random: Random;
  destination(near: boolean): number;
  source(near: boolean): number;
  isFree(register: number): boolean;
}

/** `instruction` with fields drawn at random, see `Grower.randomOp`; `base` is the register that rs1 is to be, or `ANY`. */
export function drawOp(grower: Registers, instruction: Instruction, base: number): Op {
  const { random } = grower;
  const { rd, rs1, rs2, more } = registerFields(instruction);
  const same = random.below(SAME_OF);
  let to = rd === undefined ? 0 : grower.destination(rd.near);
  if (to === SP && rd && !rd.stackPointer) to = CALL_RESULT;
  let from = base !== ANY ? base : rs1 === undefined ? 0 : grower.source(rs1.near);
  let other = rs2 === undefined ? 0 : grower.source(rs2.near);
  if (other === 0 && rs2 && !rs2.zero) other = random.between(1, 31);
  if (same === 0) {
    if (rd?.zero) to = 0;
  } else if (same <= 4) {
    const withFirst = same !== RD_IS_RS2 && same !== RS1_IS_RS2;
    const withSecond = same === RD_IS_RS2 || same === ALL;
    if (withFirst && rd && rs1) {
      if (base !== ANY) to = grower.isFree(base) && takes(rd, base) ? base : to;
      else if (takes(rs1, to)) from = to;
    }
    if (withSecond && rd && rs2 && takes(rs2, to)) other = to;
    if (same === RS1_IS_RS2 && rs1 && rs2 && takes(rs2, from)) other = from;
  }
  return op(instruction, to, from, other, pickImmediate(random, instruction), more ? random.next() & 0xfff : 0);
}
