import type { Instruction } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op } from "../op.ts";
import type { Random } from "../random.ts";
import { registerFields, takes, type RegisterField } from "../register-fields.ts";
import { joinHalves, pickEnd, pickHalf, pickHalves, pickImmediate, pickValue } from "../values.ts";
import { growDivision } from "./divisions.ts";
import { keep } from "./chains.ts";
import type { Family } from "./family.ts";
import { OPERAND } from "./fusion.ts";

/** Shift amounts at which something changes: none, all, and one more and less than a word or a register has. */
const AMOUNTS = [0, 0, 1, 31, 32, 33, 63, 64];
const ALL_ONES = 2n ** 64n - 1n;
const SIGN = 2n ** 63n;
const LOWER = 2n ** 32n - 1n;
const UPPER = ALL_ONES ^ LOWER;
/** 0, 1, -1, and the ends of signed numbers of both widths. */
const CORNERS = [0n, 1n, ALL_ONES, SIGN, SIGN - 1n, 0x7fff_ffffn, UPPER | 0x8000_0000n];
const PERCENT_ONTO_ITSELF = 30;
/** Results of 100 that are stored: registers are soon written again. */
const PERCENT_KEPT = 50;

/**
 * Instructions that only compute, on operands at which their results change their kind, loaded right before: divisions of
 * the least number by -1 and by 0, shifts by nothing and by as much as there is, words below a half that is not theirs.
 */
export const operands: Family = {
  name: "operands",
  grow(grower) {
    const { random } = grower;
    for (let count = random.between(1, 3); count > 0; count--) {
      const result = growOne(grower);
      if (random.chance(PERCENT_KEPT)) keep(grower, result);
    }
  },
};

/** Adds one instruction or two. @returns the register with the result */
function growOne(grower: Grower): number {
  const { random, rows } = grower;
  const kind = random.below(22);
  if (kind < 4) return growDivision(grower);
  if (kind < 9) return growShift(grower, random.pick(rows.shifts));
  if (kind < 12) return growOn(grower, random.pick(rows.words), pickHalves(random), pickHalves(random));
  if (kind < 15) return growOn(grower, random.pick(rows.computing), pickOperand(random), pickOperand(random));
  return growOn(grower, random.pick(rows.computing), ...pickPair(random));
}

function pickOperand(random: Random): bigint {
  return random.chance(50) ? pickEnd(random) : pickValue(random);
}

/** Two operands that have something to do with one another: where carries, comparisons and products turn over. */
function pickPair(random: Random): readonly [bigint, bigint] {
  const first = pickOperand(random);
  const seconds = [
    first,
    BigInt.asUintN(64, -first),
    first ^ ALL_ONES,
    first ^ SIGN,
    // The same upper half, so that the lower ones decide, and the other way round.
    (first & UPPER) | BigInt(pickHalf(random) >>> 0),
    (first & LOWER) | (BigInt(pickHalf(random) >>> 0) << 32n),
    random.pick(CORNERS),
  ];
  const one = BigInt.asIntN(64, random.chance(40) ? random.pick(CORNERS) : first);
  const other = BigInt.asIntN(64, random.pick(seconds));
  return random.chance(50) ? [one, other] : [other, one];
}

/** A shift, rotation or bit of any value; its amount, if it is in a register, has bits above it that do not count. */
function growShift(grower: Grower, shift: Instruction): number {
  const { random } = grower;
  const amount = random.pick(AMOUNTS);
  const garbage = random.chance(50) ? (random.next() & ~0x7f) | 0 : 0;
  const register = joinHalves(random.chance(50) ? pickHalf(random) : 0, garbage | amount);
  return growOn(grower, shift, random.chance(70) ? pickHalves(random) : pickOperand(random), register, amount);
}

/** Adds `instruction` on operands that are loaded before it, the second one only where it reads a second register. */
function growOn(grower: Grower, instruction: Instruction, first: bigint, second: bigint, immediate?: number): number {
  const { random } = grower;
  const { rd, rs1, rs2, more } = registerFields(instruction);
  const one = destinationFor(grower, rs1 ?? rd);
  const other = rs2 ? destinationFor(grower, rs2, one) : 0;
  const to = rs1 && !(rd && takes(rd, one) && random.chance(PERCENT_ONTO_ITSELF)) ? destinationFor(grower, rd) : one;
  grower.note(OPERAND);
  grower.add("code", loadConstant(one, first));
  if (rs2) grower.add("code", loadConstant(other, second));
  grower.note(instruction.name);
  const imm = immediateOf(random, instruction, immediate);
  grower.add("code", [op(instruction, to, one, other, imm, more ? random.next() & 0xfff : 0)]);
  return to;
}

/** The wanted immediate if the instruction can have it, or else any. */
function immediateOf(random: Random, instruction: Instruction, wanted: number | undefined): number {
  const field = instruction.field.get("imm");
  const fits = wanted !== undefined && field && wanted < 2 ** field.bits && !field.forbidden.includes(wanted);
  return fits ? wanted : pickImmediate(random, instruction);
}

/** A register that may be written and that `field` takes, other than `taken`. */
function destinationFor(grower: Grower, field: RegisterField | undefined, taken = 0): number {
  for (;;) {
    const register = grower.destination(field?.near);
    if (register !== taken && (!field || takes(field, register))) return register;
  }
}
