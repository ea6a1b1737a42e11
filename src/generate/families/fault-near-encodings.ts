import { decode, INSTRUCTIONS, insertField, type Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { rawOp, wordOf, type Op } from "../op.ts";
import type { Random } from "../random.ts";
import type { FaultCause } from "./fault-cause.ts";

const TRIES = 64;
const SYSTEM = 0x73;
const OP = 0x33;
const OP_32 = 0x3b;
const OPCODE = 0x7c;
const RD = 0xf80;
const RS1 = 0xf8000;
const RS2 = 0x1f00000;
const FUNCT7 = 0xfe000000;
/** What of 32 bits is looked at together where it is fixed: rd, funct3, rs1, rs2 and funct7. */
const PARTS = [RD, 0x7000, RS1, RS2, FUNCT7];
/** The same of 16 bits. */
const SHORT_PARTS = [0x60, 0xf80, 0xc00, 0x1000, 0xe000];
/** Changes of 100 that are made to 16 bits, of which most are another instruction then. */
const PERCENT_SHORT = 15;
/** Changes of 100 that are made to the opcode: what stands there is far from the instruction. */
const PERCENT_OPCODE = 8;
/** Changes of 100 that are made to one bit; others are made to a whole part. */
const PERCENT_ONE_BIT = 60;

/** Causes for words that are almost an instruction, of each row of the table as often as of any other. */
export const NEAR_ENCODING_FAULTS: readonly FaultCause[] = [
  ...new Array<FaultCause>(3).fill(near("instruction with fixed bits changed", changed)),
  near("instruction with a field that it must not have", forbidden),
  near("instruction with a longer immediate", longerImmediate),
  near("instruction with a register that it does not have", moreRegisters),
  near("instruction with the funct7 of another one", otherFunct7),
  near("system instruction with other fields", systemWord),
];

/** A cause from draws of which some are instructions after all, or cannot be had: those are drawn again. */
function near(name: string, draw: (grower: Grower) => number | undefined): FaultCause {
  const make = (grower: Grower): Op[] | undefined => {
    const { isa, version } = grower.world;
    for (let tries = 0; tries < TRIES; tries++) {
      const word = draw(grower);
      if (word === undefined) continue;
      const bits = (word & 3) === 3 ? word >>> 0 : word & 0xffff;
      if (!decode(bits, isa, version)) return [rawOp(bits)];
    }
    return undefined;
  };
  return { name, fault: "InvalidInstruction", make };
}

/** Any instruction with some of its fixed bits changed. */
function changed(grower: Grower): number {
  const { random, rows } = grower;
  const list = random.chance(PERCENT_SHORT) ? rows.short : rows.long;
  const instruction = random.pick(list);
  const word = wordOf(grower.randomOp(instruction));
  const parts = fixedParts(instruction);
  if (parts.length === 0 || random.chance(PERCENT_OPCODE)) return word ^ (random.next() & OPCODE & instruction.mask);
  const part = random.pick(parts);
  return random.chance(PERCENT_ONE_BIT) ? word ^ oneBitOf(random, part) : (word & ~part) | (random.next() & part);
}

/** An instruction with x0, or the immediate 0, where it must have something else. */
function forbidden(grower: Grower): number {
  const { random, rows } = grower;
  const instruction = random.pick(rows.constrained);
  const field = random.pick(instruction.constrained);
  const word = wordOf(grower.randomOp(instruction));
  const all = field.compressedRegister ? 15 : 2 ** field.bits - 1;
  return (word & ~insertField(field, all)) | insertField(field, random.pick(field.forbidden));
}

/** An instruction whose immediate, a shift amount or a bit's number, reaches into the fixed bit above it. */
function longerImmediate(grower: Grower): number | undefined {
  const { random, rows } = grower;
  const instruction = random.pick(rows.long);
  const imm = instruction.field.get("imm");
  const all = imm ? insertField(imm, 2 ** imm.bits - 1) : 0;
  const bit = (all << 1) & ~all & instruction.mask & FUNCT7;
  return bit === 0 ? undefined : wordOf(grower.randomOp(instruction)) ^ bit;
}

/** An instruction with any register where it has none, and something fixed stands there. */
function moreRegisters(grower: Grower): number | undefined {
  const { random, rows } = grower;
  const instruction = random.pick(rows.long);
  const part = random.pick([RD, RS1, RS2]) & instruction.mask;
  if (part === 0 || !instruction.field.has("rs1")) return undefined;
  return (wordOf(grower.randomOp(instruction)) & ~part) | (random.next() & part);
}

/** The funct7 of one instruction with the funct3 of another: what is reserved stands right beside what is not. */
function otherFunct7({ random }: Grower): number {
  const rows = random.pick(REGISTER_ROWS);
  return (random.pick(rows).match & ~FUNCT7) | (random.pick(rows).match & FUNCT7) | (random.next() & (RD | RS1 | RS2));
}

/** Instructions of OP, and of OP-32. */
const REGISTER_ROWS = [OP, OP_32].map((opcode) =>
  INSTRUCTIONS.filter(({ length, match }) => length === 4 && (match & 0x7f) === opcode),
);

/** ECALL or EBREAK, or what stands beside them, with registers or without. */
function systemWord({ random }: Grower): number {
  const registers = random.pick([0, RD, RS1, RD | RS1]);
  return SYSTEM | (random.next() & registers) | (random.pick([0, 1, 0, 1, 2, random.below(4096)]) << 20);
}

const known: (readonly number[] | undefined)[] = [];

/** What is fixed in the words of a row beside its opcode, by parts. */
function fixedParts({ index, length, mask }: Instruction): readonly number[] {
  return (known[index] ??= (length === 4 ? PARTS : SHORT_PARTS)
    .map((part) => part & mask)
    .filter((part) => part !== 0));
}

/** One of the bits that are set in `mask`. */
function oneBitOf(random: Random, mask: number): number {
  const bits: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) bits.push(left & -left);
  return random.pick(bits);
}
