import { setUnsigned, setWord } from "../../isa/hart.ts";
import { SCRATCH, type Meaning } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { dropsWordRotate } from "../faults/block-end.ts";
import { accepting, OPCODE, opcodeOf } from "../faults/decoding.ts";
import { afterwards, meaningOf, swapped, where } from "../faults/operands.ts";
import { at } from "../faults/places.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("B-extension");

const RS2_FIELD = 31 << 20;
const ALL_BUT_BIT_63 = 2n ** 63n - 1n;

/** A rotation of words that takes what it puts together from the whole of rs1. */
function rotateWhole(name: string): Meaning {
  return (h, i) => {
    const amount = name === "roriw" ? i.imm : h.w[2 * i.rs2] & 31;
    const right = BigInt(name === "rolw" ? 32 - amount : amount);
    const whole = (h.x[i.rs1] >> right) | (h.x[i.rs1] << (32n - right));
    setWord(h, i.rd, Number(BigInt.asIntN(32, whole)));
  };
}

/** Faults of Zba, Zbb, Zbc and Zbs. */
export const B_EXTENSION: readonly (Exhibit | Absent)[] = [
  fault(
    "adduw-extends-wrong-operand",
    ["documented", "nervosnetwork/ckb-vm#209, nervosnetwork/ckb-vm@a60747e"],
    "ADD.UW takes the low word of rs2 and all of rs1",
    at("add.uw"),
    meaning("add.uw", swapped),
  ),
  fault(
    "andn-orn-negate-rs1",
    ["documented", "libriscv/libriscv@3b17dc09"],
    "ANDN and ORN invert rs1 instead of rs2",
    at("andn orn"),
    meaning("andn orn", swapped),
  ),
  fault(
    "bclr-binv-exchanged",
    ["documented", "libriscv/libriscv@106d0c08"],
    "BCLR inverts a bit, and BINV clears it",
    at("bclr binv"),
    meaning("bclr binv", (_, name) => meaningOf(name === "bclr" ? "binv" : "bclr")),
  ),
  fault(
    "clmul-32-bit-accumulator",
    ["documented", "libriscv/libriscv@f272eb7e"],
    "CLMUL keeps 32 bits of its product",
    at("clmul"),
    meaning(
      "clmul",
      afterwards((h, i) => setUnsigned(h, i.rd, h.w[2 * i.rd])),
    ),
  ),
  fault(
    "clmulr-63-iterations",
    ["documented", "nervosnetwork/ckb-vm#209, nervosnetwork/ckb-vm@a60747e"],
    "CLMULR leaves bit 63 of rs2 out",
    at("clmulr"),
    meaning("clmulr", (right) => (h, i) => {
      h.x[SCRATCH] = h.x[i.rs2] & ALL_BUT_BIT_63;
      right(h, { ...i, rs2: SCRATCH });
    }),
  ),
  fault(
    "pack-handled-as-zexth",
    ["documented", "libriscv/libriscv@288e88a5"],
    "words of ZEXT.H that name a register as rs2 are executed as ZEXT.H",
    [".word"],
    accepting((word, decode) => {
      const other = opcodeOf(word) === OPCODE.op32 ? decode(word & ~RS2_FIELD) : undefined;
      return other?.instruction.name === "zext.h" ? other : undefined;
    }),
  ),
  fault(
    "rori-by-zero",
    ["documented", "libriscv/libriscv@148fa867"],
    "RORI by 0 gives 0",
    at("rori"),
    meaning(
      "rori",
      where(
        (_, i) => i.imm === 0,
        (h, i) => setWord(h, i.rd, 0),
      ),
    ),
  ),
  fault(
    "rorw-64-bit-source",
    ["documented", "libriscv/libriscv@d89f493a, libriscv/libriscv@0450581a, libriscv/libriscv@71ecbefe"],
    "ROLW, RORW and RORIW rotate bits of the upper word into their result",
    at("rolw rorw roriw"),
    meaning("rolw rorw roriw", (_, name) => rotateWhole(name)),
  ),
  fault(
    "clzw-counts-64",
    ["inferred", "nervosnetwork/ckb-vm, test clzw_bug"],
    "CLZW counts the zeros of the whole register",
    at("clzw"),
    meaning("clzw", () => meaningOf("clz")),
  ),
  fault(
    "rorw-drops-block-end",
    ["inferred", "nervosnetwork/ckb-vm, test rorw_in_end_of_aot_block"],
    "RORW right before a branch or jump writes nothing",
    at("rorw"),
    dropsWordRotate(),
  ),
];
