import { signed, unsigned, XLEN_MAX, type Hart, type Operands } from "../../isa/index.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { meaningOf, where } from "../faults/operands.ts";
import { at } from "../faults/places.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("mul/div");

const MIN = 2n ** 63n;

function byZero(h: Hart, i: Operands): boolean {
  return h.x[i.rs2] === 0n;
}

function overflows(h: Hart, i: Operands): boolean {
  return h.x[i.rs1] === MIN && h.x[i.rs2] === XLEN_MAX;
}

/** Faults of products and quotients of 64 bits. */
export const MUL_DIV: readonly (Exhibit | Absent)[] = [
  fault(
    "div-by-zero-leaves-rd",
    ["documented", "libriscv/libriscv@e81e0f61, libriscv/libriscv@43110cb4, libriscv/libriscv@bef2e19a"],
    "DIV, DIVU, REM and REMU by zero write nothing",
    at("div divu rem remu"),
    meaning(
      "div divu rem remu",
      where(byZero, () => {}),
    ),
  ),
  fault(
    "div-by-zero-wrong-value",
    ["documented", "openvm-org/openvm#1824"],
    "DIV and DIVU by zero give 0x7f in every byte",
    at("div divu"),
    meaning(
      "div divu",
      where(byZero, (h, i) => {
        h.x[i.rd] = 0x7f7f7f7f7f7f7f7fn;
      }),
    ),
  ),
  fault(
    "div-overflow-returns-zero",
    ["documented", "nervosnetwork/ckb-vm#19, nervosnetwork/ckb-vm@c4d2891"],
    "DIV of the least number by -1 gives 0",
    at("div"),
    meaning(
      "div",
      where(overflows, (h, i) => {
        h.x[i.rd] = 0n;
      }),
    ),
  ),
  fault(
    "mulhsu-rs1-zero-extended",
    ["documented", "a16z/jolt#1439, libriscv/libriscv@28fd384d"],
    "MULHSU takes rs1 for unsigned too",
    at("mulhsu"),
    meaning("mulhsu", () => meaningOf("mulhu")),
  ),
  fault(
    "rem-by-zero-returns-minus-one",
    ["documented", "libriscv/libriscv@c57f1fef, libriscv/libriscv@148fa867"],
    "REM and REMU by zero give all ones, as divisions do",
    at("rem remu"),
    meaning(
      "rem remu",
      where(byZero, (h, i) => {
        h.x[i.rd] = XLEN_MAX;
      }),
    ),
  ),
  fault(
    "rem-takes-divisor-sign",
    ["documented", "a16z/jolt#834"],
    "REM gives a remainder with the sign of the divisor",
    at("rem"),
    meaning("rem", (right) => (h, i) => {
      const divisor = signed(h.x[i.rs2]);
      right(h, i);
      const rest = signed(h.x[i.rd]);
      if (divisor !== 0n && rest !== 0n && divisor < 0n !== rest < 0n) h.x[i.rd] = unsigned(rest + divisor);
    }),
  ),
  fault(
    "mulhsu-both-signed",
    ["plausible", "the counterpart of a16z/jolt#834 and libriscv/libriscv@c57f1fef"],
    "MULHSU takes rs2 for signed too",
    at("mulhsu"),
    meaning("mulhsu", () => meaningOf("mulh")),
  ),
];
