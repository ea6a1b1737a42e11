import { setWord, type Hart } from "./hart.ts";
import { extension } from "./instruction.ts";
import { signed, unsigned, XLEN, XLEN_MAX } from "./xlen.ts";

const SHIFT = BigInt(XLEN);

/** Signed quotient, rounded towards zero; -1 for a zero divisor. The overflow -2^63 / -1 wraps to -2^63 when stored. */
function divide(a: bigint, b: bigint): bigint {
  return b === 0n ? -1n : a / b;
}

/** Remainder with the sign of the dividend; the dividend itself for a zero divisor. */
function remainder(a: bigint, b: bigint): bigint {
  return b === 0n ? a : a % b;
}

/** x[r] as a signed 64-bit value. */
function s(h: Hart, r: number): bigint {
  return signed(h.x[r]);
}

/** M (unprivileged manual, chapter "M" extension; division by zero and overflow as in its table). */
export const RV64M = extension("M", [
  {
    name: "mul",
    pattern: "0000001 rs2 rs1 000 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 5,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] * h.x[i.rs2];
    },
  },
  {
    name: "mulh",
    pattern: "0000001 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 5,
    meaning: (h, i) => {
      h.x[i.rd] = unsigned((s(h, i.rs1) * s(h, i.rs2)) >> SHIFT);
    },
  },
  {
    name: "mulhsu",
    pattern: "0000001 rs2 rs1 010 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 5,
    meaning: (h, i) => {
      h.x[i.rd] = unsigned((s(h, i.rs1) * h.x[i.rs2]) >> SHIFT);
    },
  },
  {
    name: "mulhu",
    pattern: "0000001 rs2 rs1 011 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 5,
    meaning: (h, i) => {
      h.x[i.rd] = (h.x[i.rs1] * h.x[i.rs2]) >> SHIFT;
    },
  },
  {
    name: "div",
    pattern: "0000001 rs2 rs1 100 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      h.x[i.rd] = unsigned(divide(s(h, i.rs1), s(h, i.rs2)));
    },
  },
  {
    name: "divu",
    pattern: "0000001 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      const divisor = h.x[i.rs2];
      h.x[i.rd] = divisor === 0n ? XLEN_MAX : h.x[i.rs1] / divisor;
    },
  },
  {
    name: "rem",
    pattern: "0000001 rs2 rs1 110 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      h.x[i.rd] = unsigned(remainder(s(h, i.rs1), s(h, i.rs2)));
    },
  },
  {
    name: "remu",
    pattern: "0000001 rs2 rs1 111 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      h.x[i.rd] = remainder(h.x[i.rs1], h.x[i.rs2]);
    },
  },
  {
    name: "mulw",
    pattern: "0000001 rs2 rs1 000 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 5,
    meaning: (h, i) => setWord(h, i.rd, Math.imul(h.w[2 * i.rs1], h.w[2 * i.rs2])),
  },
  {
    name: "divw",
    pattern: "0000001 rs2 rs1 100 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      const divisor = h.w[2 * i.rs2];
      setWord(h, i.rd, divisor === 0 ? -1 : (h.w[2 * i.rs1] / divisor) | 0);
    },
  },
  {
    name: "divuw",
    pattern: "0000001 rs2 rs1 101 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      const divisor = h.u[2 * i.rs2];
      setWord(h, i.rd, divisor === 0 ? -1 : (h.u[2 * i.rs1] / divisor) | 0);
    },
  },
  {
    name: "remw",
    pattern: "0000001 rs2 rs1 110 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      const divisor = h.w[2 * i.rs2];
      setWord(h, i.rd, divisor === 0 ? h.w[2 * i.rs1] : (h.w[2 * i.rs1] % divisor) | 0);
    },
  },
  {
    name: "remuw",
    pattern: "0000001 rs2 rs1 111 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 32,
    meaning: (h, i) => {
      const divisor = h.u[2 * i.rs2];
      setWord(h, i.rd, divisor === 0 ? h.w[2 * i.rs1] : (h.u[2 * i.rs1] % divisor) | 0);
    },
  },
]);
