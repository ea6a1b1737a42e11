import { decode, INSTRUCTIONS, ISA_A } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { rawOp, type Op } from "../op.ts";
import type { FaultCause } from "./fault-cause.ts";

const TRIES = 64;
const OP = 0x33;
const OP_32 = 0x3b;
const OP_IMM = 0x13;
const OP_IMM_32 = 0x1b;
const AMO = 0x2f;
/** Opcodes and a funct3 that they leave free: branches, loads, stores, jalr, fences, OP-IMM-32, AMO. */
const FREE_FUNCT3 = [
  [0x63, 2], [0x63, 3], [0x03, 7], [0x23, 4], [0x23, 5], [0x23, 6], [0x23, 7], [0x67, 1], [0x67, 3], [0x67, 7],
  [0x0f, 2], [0x0f, 7], [OP_IMM_32, 2], [OP_IMM_32, 3], [OP_IMM_32, 4], [OP_IMM_32, 6], [OP_IMM_32, 7], [OP_32, 3],
  [AMO, 0], [AMO, 1], [AMO, 4], [AMO, 7],
] as const; // prettier-ignore
/** 16-bit forms that the manual reserves or gives to extensions that are not there, and the bits of them that are free. */
const RESERVED_SHORT = [
  [0x0000, 0x001c], // c.addi4spn of zero; all zeros with it
  [0x2000, 0x1ffc], // c.fld
  [0x8000, 0x1ffc],
  [0xa000, 0x1ffc], // c.fsd
  [0x2001, 0x107c], // c.addiw into x0
  [0x6001, 0x0f80], // c.lui and c.addi16sp of zero
  [0x9c41, 0x039c],
  [0x9c61, 0x039c],
  [0x2002, 0x1ffc], // c.fldsp
  [0x4002, 0x107c], // c.lwsp into x0
  [0x6002, 0x107c], // c.ldsp into x0
  [0x8002, 0x0000], // c.jr from x0
  [0xa002, 0x1ffc], // c.fsdsp
] as const;
/** Words of the SYSTEM opcode that CKB-VM does not have: CSRs, wfi, mret, sret, and ecall and ebreak with other fields. */
const SYSTEM_WORDS = [0xc0002573, 0x30200073, 0x10200073, 0x10500073, 0x000000f3, 0x001000f3, 0x00008073, 0x00200073];
/** 48 bits and more: their first words. Floating point. Vectors. */
const OTHER_EXTENSIONS = [
  0x0000001f, 0x0000003f, 0x0000007f, 0xffffffff, 0x00053007, 0x00a53027, 0x00007053, 0x02057057,
];

/** Causes for bits that are no instruction in the world. */
export const ENCODING_FAULTS: readonly FaultCause[] = [
  cause("no instruction at all", ({ random }) => (random.chance(50) ? random.next() | 3 : random.next() & 0xffff)),
  cause("reserved form of 16 bits", ({ random }) => {
    const [fixed, free] = random.pick(RESERVED_SHORT);
    return fixed | (random.next() & free);
  }),
  cause("reserved funct3", ({ random }) => {
    const [opcode, funct3] = random.pick(FREE_FUNCT3);
    return (random.next() & ~0x707f) | (funct3 << 12) | opcode;
  }),
  cause("reserved funct7", ({ random }) => {
    const opcode = random.pick([OP, OP_32]);
    return (random.next() & ~0x7f) | opcode;
  }),
  cause("reserved shift", ({ random }) => {
    // What stands above the shift amount chooses among shifts, and most of it among nothing.
    return (random.next() & ~0x307f) | 0x1000 | random.pick([OP_IMM, OP_IMM_32]);
  }),
  cause("reserved funct5 of an atomic", ({ random }) => (random.next() & ~0x707f) | (random.pick([2, 3]) << 12) | AMO),
  cause("LR with a second operand", ({ random, world }) => {
    if (!(world.isa & ISA_A)) return undefined;
    return (
      (0x1000002f | (random.pick([2, 3]) << 12) | (random.next() & 0x060f8f80) | (random.between(1, 31) << 20)) >>> 0
    );
  }),
  cause("fence with other fields", ({ random }) => 0x0f | (random.between(1, 31) << random.pick([7, 15]))),
  cause("system instruction", ({ random }) => random.pick(SYSTEM_WORDS)),
  cause("instruction of another length or extension", ({ random }) => random.pick(OTHER_EXTENSIONS)),
  { name: "extension that is off", fault: "InvalidInstruction", make: (grower) => notEnabled(grower, false) },
  { name: "HINT under version 0", fault: "InvalidInstruction", make: (grower) => notEnabled(grower, true) },
];

/** A cause from draws of which many may be instructions after all: those are drawn again. */
function cause(name: string, draw: (grower: Grower) => number | undefined): FaultCause {
  const make = (grower: Grower): Op[] | undefined => {
    const { isa, version } = grower.world;
    for (let tries = 0; tries < TRIES; tries++) {
      const word = draw(grower);
      if (word === undefined) return undefined;
      const bits = (word & 3) === 3 ? word >>> 0 : word & 0xffff;
      if (!decode(bits, isa, version)) return [rawOp(bits)];
    }
    return undefined;
  };
  return { name, fault: "InvalidInstruction", make };
}

/** An instruction of the table that this world does not have. */
function notEnabled(grower: Grower, hint: boolean): Op[] | undefined {
  const { enabled } = grower.rows;
  if (hint && grower.version > 0) return undefined;
  const missing = INSTRUCTIONS.filter((instruction) => instruction.hint === hint && !enabled.includes(instruction));
  return missing.length === 0 ? undefined : [grower.randomOp(grower.random.pick(missing))];
}
