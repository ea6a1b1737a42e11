import { setUnsigned } from "../../isa/hart.ts";
import { DISCARD, signed, unsigned } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { afterwards } from "../faults/operands.ts";
import { at } from "../faults/places.ts";
import { unreducedDifferences } from "../faults/unreduced.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("alu");

/** The instructions of RV64I that compute a register from registers, an immediate or pc. */
const COMPUTING =
  "lui auipc addi slti sltiu xori ori andi slli srli srai addiw slliw srliw sraiw " +
  "add sub sll slt sltu xor srl sra or and addw subw sllw srlw sraw";

/** Faults of sums, differences and upper immediates. */
export const ALU: readonly (Exhibit | Absent)[] = [
  fault(
    "auipc-offset-zero-extended-only",
    ["documented", "openvm-org/openvm#2920"],
    "AUIPC adds its immediate without the sign; LUI has it",
    at("auipc"),
    meaning("auipc", () => (h, i) => h.setNumber(i.rd, i.pc + (i.imm >>> 0))),
  ),
  fault(
    "lui-auipc-not-sign-extended",
    ["documented", "libriscv/libriscv@91f91cab"],
    "LUI and AUIPC take their immediate for an unsigned number of 32 bits",
    at("lui auipc"),
    meaning("lui auipc", (_, name) => (h, i) => {
      if (name === "lui") setUnsigned(h, i.rd, i.imm);
      else h.setNumber(i.rd, i.pc + (i.imm >>> 0));
    }),
  ),
  fault(
    "write-to-x0-sticks",
    ["documented", "succinctlabs/sp1@a19f91e13"],
    "computing instructions of RV64I that name x0 as their destination change it",
    at(COMPUTING),
    meaning(COMPUTING, (right) => (h, i) => right(h, i.rd === DISCARD ? { ...i, rd: 0 } : i)),
  ),
  fault(
    "alu-through-double-precision",
    ["plausible", "IEEE 754 numbers in the place of 64-bit registers"],
    "ADD and SUB round results beyond 2^53 to what a double can hold",
    at("add sub"),
    meaning(
      "add sub",
      afterwards((h, i) => {
        h.x[i.rd] = unsigned(BigInt(Number(signed(h.x[i.rd]))));
      }),
    ),
  ),
  fault(
    "sub-result-not-wrapped",
    ["plausible", "integers of any size in the place of 64-bit registers"],
    "SUB leaves a difference below zero in its register, and unsigned comparisons and right shifts see it",
    "SUB is right about the lower 64 bits, which is all that is compared; what shows it is whichever instruction reads the rest",
    unreducedDifferences(),
  ),
];
