import { setWord } from "../../isa/hart.ts";
import type { Absent, Exhibit } from "../exhibit.ts";
import { meaningOf, onWholeRegister, swapped, where } from "../faults/operands.ts";
import { at } from "../faults/places.ts";
import { meaning } from "../meanings.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("shift");

const BY_REGISTER = "sll srl sra sllw srlw sraw";

/** Faults of shifts. */
export const SHIFT: readonly (Exhibit | Absent)[] = [
  fault(
    "shift-amount-not-masked",
    ["documented", "libriscv/libriscv@22ae827c"],
    "SLL and SRL by 64 or more give 0, SRA gives the sign",
    at("sll srl sra"),
    meaning("sll srl sra", (right, name) =>
      where(
        (h, i) => h.x[i.rs2] >= 64n,
        (h, i) => setWord(h, i.rd, name === "sra" ? h.w[2 * i.rs1 + 1] >> 31 : 0),
      )(right),
    ),
  ),
  fault(
    "shift-operands-reversed",
    ["documented", "riscv-software-src/riscv-isa-sim@c28cb729"],
    "shifts by a register shift rs2 by rs1",
    at(BY_REGISTER),
    meaning(BY_REGISTER, swapped),
  ),
  fault(
    "sra-executes-as-left-shift",
    ["documented", "libriscv/libriscv@04f5dd91"],
    "SRA shifts to the left",
    at("sra"),
    meaning("sra", () => meaningOf("sll")),
  ),
  fault(
    "sraw-fills-from-bit-63",
    ["plausible", "narrow operands that are not extended, as in bytecodealliance/wasmtime#7268"],
    "SRAW shifts the sign of the whole register in, through the upper word",
    at("sraw"),
    meaning("sraw", () => onWholeRegister(meaningOf("srai"))),
  ),
  fault(
    "wide-shift-through-32-bit-host-op",
    ["plausible", "shift operators that take the amount modulo 32, as JavaScript's do"],
    "SLLI and SRLI by 32 or more shift the low word alone, by the amount modulo 32",
    at("slli srli"),
    meaning("slli srli", (right, name) =>
      where(
        (_, i) => i.imm >= 32,
        (h, i) => h.setNumber(i.rd, name === "slli" ? h.w[2 * i.rs1] << i.imm : h.u[2 * i.rs1] >>> i.imm),
      )(right),
    ),
  ),
];
