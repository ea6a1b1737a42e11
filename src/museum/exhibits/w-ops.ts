import { setUnsigned, setWord } from "../../isa/hart.ts";
import type { Hart, Operands } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { afterwards, meaningOf, onSignExtended, onWholeRegister, where } from "../faults/operands.ts";
import { at } from "../faults/places.ts";
import { loadedConstants } from "../faults/loaded-constants.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("W-ops");

const WORD_MIN = -(2 ** 31);

function overflows(h: Hart, i: Operands): boolean {
  return h.w[2 * i.rs1] === WORD_MIN && h.w[2 * i.rs2] === -1;
}

/** The low word of the divisor is zero, but not all of it. */
function hasZeroWord(h: Hart, i: Operands): boolean {
  return h.w[2 * i.rs2] === 0 && h.w[2 * i.rs2 + 1] !== 0;
}

/** Faults of operations on words. */
export const W_OPS: readonly (Exhibit | Absent)[] = [
  fault(
    "divuw-inputs-sign-extended",
    ["documented", "qemu/qemu@f17e02cd37"],
    "DIVUW and REMUW divide the sign-extended words as unsigned doublewords",
    at("divuw remuw"),
    meaning("divuw remuw", (_, name) => onSignExtended(meaningOf(name === "divuw" ? "divu" : "remu"))),
  ),
  fault(
    "divw-min-by-minus-one",
    ["documented", "riscv-software-src/riscv-isa-sim@c0cd05e7"],
    "of the least word and -1, DIVW gives 2^31 without the sign and REMW the dividend",
    at("divw remw"),
    meaning("divw remw", (right, name) =>
      where(overflows, (h, i) => {
        if (name === "divw") setUnsigned(h, i.rd, WORD_MIN);
        else setWord(h, i.rd, WORD_MIN);
      })(right),
    ),
  ),
  fault(
    "fused-setreg-drops-w-wrap",
    ["documented", "LekKit/RVVM@23fae00"],
    "ADDIW with a negative immediate right behind a LUI of its register adds 64 bits",
    at("addiw"),
    loadedConstants(),
  ),
  fault(
    "remw-by-zero-returns-full-rs1",
    ["documented", "riscv-software-src/riscv-isa-sim@b5f4f0ef, d0iasm/rvemu@99a95ac"],
    "REMW by zero gives the whole register rs1",
    at("remw"),
    meaning(
      "remw",
      where(
        (h, i) => h.w[2 * i.rs2] === 0,
        (h, i) => {
          h.x[i.rd] = h.x[i.rs1];
        },
      ),
    ),
  ),
  fault(
    "word-arith-results-zero-extended",
    ["documented", "gem5/gem5#3123"],
    "ADDW, ADDIW and SUBW clear the upper word of their result",
    at("addw addiw subw"),
    meaning(
      "addw addiw subw",
      afterwards((h, i) => setUnsigned(h, i.rd, h.w[2 * i.rd])),
    ),
  ),
  fault(
    "word-div-zero-test-on-64-bits",
    ["documented", "riscv-software-src/riscv-isa-sim@b5f4f0ef"],
    "divisions of words give 0 where only the low word of the divisor is zero",
    at("divw divuw remw remuw"),
    meaning(
      "divw divuw remw remuw",
      where(hasZeroWord, (h, i) => setWord(h, i.rd, 0)),
    ),
  ),
  fault(
    "word-op-reads-upper-garbage",
    ["documented", "bytecodealliance/wasmtime#5831"],
    "SRLW and SRAW shift the whole register rs1 and cut the result",
    at("srlw sraw"),
    meaning("srlw sraw", (_, name) => onWholeRegister(meaningOf(name === "srlw" ? "srli" : "srai"))),
  ),
];
