import type { Absent, Exhibit } from "../exhibit.ts";
import {
  accepting,
  decoding,
  funct3Of,
  funct7Of,
  isShiftImmediate,
  OPCODE,
  opcodeOf,
  refusing,
  withFunct7,
} from "../faults/decoding.ts";
import { at } from "../faults/places.ts";
import { rowsOf } from "../rows.ts";

const { fault } = rowsOf("decode");

const WORD = [".word"];
const BIT_20 = 1 << 20;
const BIT_25 = 1 << 25;
const BIT_27 = 1 << 27;
const BIT_30 = 1 << 30;
/** Funct3 of the OP instructions that one funct7 alone has in the base: SLL, SLT, SLTU, XOR, OR and AND. */
const FUNCT3_ALONE = [1, 2, 3, 4, 6, 7];
/** What of a funct7 a decoder of I and M looks at, and less of it. */
const FUNCT7_KNOWN = [0b0100001, 0b0000001, 0];
const SHIFT_LEFTS = ["slli", "slliw"];
const WORD_SHIFTS = ["slliw", "srliw", "sraiw"];

/** Faults of telling what a word is. */
export const DECODE: readonly (Exhibit | Absent)[] = [
  fault(
    "amo-subword-width-accepted",
    ["documented", "riscv/sail-riscv@47d31eab"],
    "LR, SC and AMOs of bytes and halfwords are executed as those of words",
    WORD,
    accepting((word, decode) =>
      opcodeOf(word) === OPCODE.amo && funct3Of(word) < 2 ? decode((word & ~0x7000) | 0x2000) : undefined,
    ),
  ),
  fault(
    "op-funct7-ignored",
    ["documented", "nervosnetwork/ckb-vm@37a20eb"],
    "SLL, SLT, SLTU, XOR, OR and AND are executed whatever funct7 is, unless another instruction has it",
    WORD,
    accepting((word, decode) =>
      opcodeOf(word) === OPCODE.op && FUNCT3_ALONE.includes(funct3Of(word)) ? decode(withFunct7(word, 0)) : undefined,
    ),
  ),
  fault(
    "op-reserved-funct7-runs-neighbour",
    ["documented", "openhwgroup/cva6#1234"],
    "bits of an unassigned funct7 that I and M do not use are left out, and what is then there is executed",
    WORD,
    accepting((word, decode) => {
      const opcode = opcodeOf(word);
      if (opcode !== OPCODE.op && opcode !== OPCODE.op32 && !isShiftImmediate(word)) return undefined;
      const known = FUNCT7_KNOWN.map((mask) => decode(withFunct7(word, funct7Of(word) & mask)));
      return known.find((decoded) => decoded !== undefined);
    }),
  ),
  fault(
    "plain-fence-not-decoded",
    ["documented", "nervosnetwork/ckb-vm@15ee7f3"],
    "FENCE is an invalid instruction, FENCE.I is not",
    // Sets that assembly has no names for are shown as words.
    ["fence", ...WORD],
    refusing(({ instruction }) => instruction.name === "fence"),
  ),
  fault(
    "reserved-shamt-aliases-adduw",
    ["documented", "riscv/sail-riscv#1711, riscv/sail-riscv@356428fa"],
    "SLLIW with the reserved bit of its amount set is executed as SLLI.UW",
    WORD,
    accepting((word, decode) =>
      opcodeOf(word) === OPCODE.opImm32 && funct3Of(word) === 1 && funct7Of(word) === 1
        ? decode(word | BIT_27)
        : undefined,
    ),
  ),
  fault(
    "slli-selector-wrong-upper-bits",
    ["documented", "riscv-software-src/riscv-isa-sim@ee7867e7"],
    "SLLI and SLLIW are invalid instructions, and the same words with bit 30 set are SLLI and SLLIW",
    [...at("slli slliw"), ...WORD],
    decoding((right, word, decode) => {
      if (right) return SHIFT_LEFTS.includes(right.instruction.name) ? undefined : right;
      const other = word & BIT_30 ? decode(word & ~BIT_30) : undefined;
      return other && SHIFT_LEFTS.includes(other.instruction.name) ? other : undefined;
    }),
  ),
  fault(
    "slli-srli-swapped",
    ["documented", "riscv/sail-riscv@70d582fe"],
    "the words of SLLI are SRLI, and those of SRLI are SLLI",
    at("slli srli"),
    decoding((right, word, decode) =>
      right && ["slli", "srli"].includes(right.instruction.name) ? decode(word ^ 0x4000) : right,
    ),
  ),
  fault(
    "csr-style-system-word-as-ecall",
    ["plausible", "reserved fields, as found by sycuricon/MorFuzz and in openhwgroup/cva6#1234"],
    "SYSTEM words with funct3 0 are ECALL or EBREAK by the lowest bit of their immediate, whatever their other fields are",
    WORD,
    accepting((word, decode) =>
      opcodeOf(word) === OPCODE.system && funct3Of(word) === 0 ? decode(OPCODE.system | (word & BIT_20)) : undefined,
    ),
  ),
  fault(
    "slliw-shamt-bit5-accepted",
    ["plausible", "slips in encoding masks, as in riscv/sail-riscv#1711 and riscv-software-src/riscv-isa-sim@ee7867e7"],
    "SLLIW, SRLIW and SRAIW are executed although bit 5 of their amount is set, as if it were not",
    WORD,
    accepting((word, decode) => {
      if (opcodeOf(word) !== OPCODE.opImm32 || !isShiftImmediate(word)) return undefined;
      const other = decode(word & ~BIT_25);
      return other && WORD_SHIFTS.includes(other.instruction.name) ? other : undefined;
    }),
  ),
];
