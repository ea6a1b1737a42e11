import { ISA_MOP, type Instruction } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op } from "../op.ts";
import type { Random } from "../random.ts";
import { registerFields, takes, type RegisterField } from "../register-fields.ts";
import { pickPair, type Relation } from "../relations.ts";
import { pickEnd, pickHalves, pickImmediate, pickLopsided, pickValue } from "../values.ts";
import { growDivision } from "./divisions.ts";
import { keep } from "./chains.ts";
import type { Family } from "./family.ts";
import { OPERAND } from "./fused-operands.ts";
import { growOperandSequence } from "./fusion.ts";
import { growIdioms, growRelated } from "./related.ts";
import { amountInRegister, growShifts, pickAmount, pickShifted } from "./shifts.ts";

/** Of 100, those that are a sequence, where it is fused. */
const PERCENT_SEQUENCES = 42;
/** Shares of what is grown: the three that load operands once for several instructions, and the two that do not. */
const WEIGHTS = [33, 24, 17, 9, 17];
const PERCENT_ONTO_ITSELF = 30;
/** Results of 100 that are stored: registers are soon written again. */
const PERCENT_KEPT = 50;
const RELATIONS: readonly Relation[] = ["quotient", "product", "sum"];

/**
 * Instructions that only compute, on operands at which their results change their kind, loaded right before: pairs that have
 * to do with each other, halves that are not what one takes them for, shifts by nothing and by as much as there is.
 */
export const operands: Family = {
  name: "operands",
  grow(grower) {
    const { random, world } = grower;
    const sequences = (world.isa & ISA_MOP) !== 0 ? PERCENT_SEQUENCES : 0;
    for (let count = random.between(2, 3); count > 0; count--) {
      if (random.chance(sequences)) growOperandSequence(grower);
      else growOne(grower);
    }
  },
};

function growOne(grower: Grower): void {
  switch (grower.random.weighted(WEIGHTS)) {
    case 0:
      return growRelated(grower);
    case 1:
      return growIdioms(grower);
    case 2:
      return growShifts(grower);
    case 3:
      return keepOften(grower, growDivision(grower));
    default:
      return keepOften(grower, growSingle(grower));
  }
}

function keepOften(grower: Grower, result: number): void {
  if (grower.random.chance(PERCENT_KEPT)) keep(grower, result);
}

/** Adds one instruction of any length on operands of its own. @returns the register with the result */
function growSingle(grower: Grower): number {
  const { random, rows } = grower;
  const kind = random.below(16);
  if (kind < 6) return growShift(grower, random.pick(rows.shifts));
  if (kind < 7) return growOn(grower, random.pick(rows.words), pickHalves(random), pickHalves(random));
  if (kind < 9) return growOn(grower, random.pick(rows.computing), pickOperand(random), pickOperand(random));
  if (kind < 11) return growOn(grower, random.pick(rows.computing), pickLopsided(random), pickLopsided(random));
  return growOn(grower, random.pick(rows.computing), ...pickPair(random, random.pick(RELATIONS)));
}

function pickOperand(random: Random): bigint {
  return random.chance(50) ? pickEnd(random) : pickValue(random);
}

/** A shift, rotation or bit of any value; its amount, if it is in a register, has bits above it that do not count. */
function growShift(grower: Grower, shift: Instruction): number {
  const { random } = grower;
  const amount = pickAmount(random);
  return growOn(grower, shift, pickShifted(random), amountInRegister(random, amount), amount);
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
