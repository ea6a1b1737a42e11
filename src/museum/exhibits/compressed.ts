import { DISCARD } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { accepting, decoding, discarding, immediate, refusing } from "../faults/decoding.ts";
import { registerJump } from "../faults/jumping.ts";
import { at } from "../faults/places.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("compressed");

/** C.NOP. */
const NOP = 0x0001;
const RD_X1 = 1 << 7;
/** Quadrant and funct3 of C.LWSP and C.LDSP, with the field of rd. */
const LOAD_SP_MASK = 0xef83;
const LOADS_SP_X0 = [0x4002, 0x6002];
/** Bits 11:10 of C.SRAI. */
const SRAI_BITS = 0x0400;
const HINTS = ["c.addi", "c.li", "c.lui", "c.slli", "c.mv", "c.add"];
const BY_ZERO = ["c.slli64", "c.srli64", "c.srai64"];

/** Faults of 16-bit instructions. */
export const COMPRESSED: readonly (Exhibit | Absent)[] = [
  fault(
    "c-addi4spn-imm-scrambled",
    ["documented", "d0iasm/rvemu@37b1580; bytecodealliance/wasmtime#7208"],
    "bits 2 and 3 of the immediate of C.ADDI4SPN are exchanged",
    at("addi"),
    immediate("c.addi4spn", (imm) => (imm & ~12) | ((imm & 4) << 1) | ((imm & 8) >> 1)),
  ),
  fault(
    "c-andi-imm-zero-extended",
    ["documented", "nervosnetwork/ckb-vm@abb6492"],
    "C.ANDI takes its immediate for an unsigned number of 6 bits",
    at("andi"),
    immediate("c.andi", (imm) => imm & 0x3f),
  ),
  fault(
    "c-hints-illegal",
    [
      "documented",
      "nervosnetwork/ckb-vm#188, nervosnetwork/ckb-vm@5ace65b; riscv/sail-riscv#67, riscv/sail-riscv@c138a086",
    ],
    "HINTs of C.ADDI, C.LI, C.LUI, C.SLLI, C.MV and C.ADD are invalid instructions",
    at("addi lui slli add"),
    refusing(
      ({ instruction: { hint, name } }, word) =>
        // A shift by zero has a name of its own.
        hint && (HINTS.includes(name) || (name === "c.slli64" && ((word >>> 7) & 31) === 0)),
    ),
  ),
  fault(
    "c-jr-odd-target",
    ["documented", "nervosnetwork/ckb-vm@f4fa32c; LekKit/RVVM#267"],
    "C.JR goes to odd addresses, JALR does not",
    at("jalr"),
    registerJump(({ x }, i) => (i.length === 2 && i.rd === DISCARD ? x[i.rs1] : undefined)),
  ),
  fault(
    "c-ld-sd-not-decoded",
    ["documented", "qemu/qemu@f330433b36"],
    "C.LD and C.SD are invalid instructions",
    at("ld sd"),
    refusing(({ instruction: { name } }) => name === "c.ld" || name === "c.sd"),
  ),
  fault(
    "c-ldsp-rd0-accepted",
    ["documented", "libriscv/libriscv@d17ed98c"],
    "C.LWSP and C.LDSP to x0 load and drop what they loaded",
    [".half"],
    accepting((word, decode) =>
      LOADS_SP_X0.includes(word & LOAD_SP_MASK) ? discarding(decode(word | RD_X1)) : undefined,
    ),
  ),
  fault(
    "c-nop-misclassified",
    ["documented", "nervosnetwork/ckb-vm@50dbc64"],
    "C.ADDI does nothing if the low five bits of its immediate are 0",
    at("addi"),
    decoding((right, _, decode) =>
      right?.instruction.name === "c.addi" && (right.imm & 31) === 0 ? decode(NOP) : right,
    ),
  ),
  fault(
    "c-slli-zero-shamt-illegal",
    [
      "documented",
      "riscv-software-src/riscv-isa-sim#183, riscv-software-src/riscv-isa-sim@be0555d5, reverted by riscv-software-src/riscv-isa-sim@4856220f (#190)",
    ],
    "C.SLLI, C.SRLI and C.SRAI by 0 are invalid instructions",
    at("addi"),
    refusing(({ instruction: { name } }) => BY_ZERO.includes(name)),
  ),
  fault(
    "c-srai-loses-sign",
    ["documented", "libriscv/libriscv@0579e248"],
    "C.SRAI is executed as C.SRLI",
    at("srai"),
    decoding((right, word, decode) => (right?.instruction.name === "c.srai" ? decode(word & ~SRAI_BITS) : right)),
  ),
  fault(
    "c-lui-sign-bit-dropped",
    ["plausible", "unsigned immediates, as in libriscv/libriscv@91f91cab and nervosnetwork/ckb-vm@abb6492"],
    "C.LUI takes its immediate for an unsigned number of 18 bits",
    at("lui"),
    immediate("c.lui", (imm) => imm & 0x3ffff),
  ),
];
