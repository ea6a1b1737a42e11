import { lessSigned, lessUnsigned, setHalves, setUnsigned, setWord } from "./hart.ts";
import { extension } from "./instruction.ts";
import { rotateRight, rotateRightWord } from "./shift.ts";
import { SHIFT_MASK } from "./xlen.ts";

/** Zero bits below the lowest one; 32 for 0. */
function trailingZeros(word: number): number {
  return word === 0 ? 32 : 31 - Math.clz32(word & -word);
}

/** Bits that are one. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Each byte that is not 0 becomes 0xff. */
function orBytes(word: number): number {
  let bytes = 0;
  for (let mask = 0xff; mask !== 0; mask <<= 8) if (word & mask) bytes |= mask;
  return bytes;
}

function reverseBytes(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

/** Zbb, basic bit manipulation (bit-manipulation 1.0.0). */
export const ZBB = extension("Zbb", [
  {
    name: "andn",
    pattern: "0100000 rs2 rs1 111 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      const low = h.w[2 * i.rs1] & ~h.w[2 * i.rs2];
      setHalves(h, i.rd, low, h.w[2 * i.rs1 + 1] & ~h.w[2 * i.rs2 + 1]);
    },
  },
  {
    name: "orn",
    pattern: "0100000 rs2 rs1 110 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      const low = h.w[2 * i.rs1] | ~h.w[2 * i.rs2];
      setHalves(h, i.rd, low, h.w[2 * i.rs1 + 1] | ~h.w[2 * i.rs2 + 1]);
    },
  },
  {
    name: "xnor",
    pattern: "0100000 rs2 rs1 100 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      const low = h.w[2 * i.rs1] ^ ~h.w[2 * i.rs2];
      setHalves(h, i.rd, low, h.w[2 * i.rs1 + 1] ^ ~h.w[2 * i.rs2 + 1]);
    },
  },
  {
    name: "clz",
    pattern: "0110000 00000 rs1 001 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => {
      const high = h.w[2 * i.rs1 + 1];
      setUnsigned(h, i.rd, high === 0 ? 32 + Math.clz32(h.w[2 * i.rs1]) : Math.clz32(high));
    },
  },
  {
    name: "clzw",
    pattern: "0110000 00000 rs1 001 rd 0011011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, Math.clz32(h.w[2 * i.rs1])),
  },
  {
    name: "ctz",
    pattern: "0110000 00001 rs1 001 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => {
      const low = h.w[2 * i.rs1];
      setUnsigned(h, i.rd, low === 0 ? 32 + trailingZeros(h.w[2 * i.rs1 + 1]) : trailingZeros(low));
    },
  },
  {
    name: "ctzw",
    pattern: "0110000 00001 rs1 001 rd 0011011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, trailingZeros(h.w[2 * i.rs1])),
  },
  {
    name: "cpop",
    pattern: "0110000 00010 rs1 001 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, ones(h.w[2 * i.rs1]) + ones(h.w[2 * i.rs1 + 1])),
  },
  {
    name: "cpopw",
    pattern: "0110000 00010 rs1 001 rd 0011011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, ones(h.w[2 * i.rs1])),
  },
  {
    name: "min",
    pattern: "0000101 rs2 rs1 100 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[lessSigned(h, i.rs1, i.rs2) ? i.rs1 : i.rs2];
    },
  },
  {
    name: "minu",
    pattern: "0000101 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[lessUnsigned(h, i.rs1, i.rs2) ? i.rs1 : i.rs2];
    },
  },
  {
    name: "max",
    pattern: "0000101 rs2 rs1 110 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[lessSigned(h, i.rs1, i.rs2) ? i.rs2 : i.rs1];
    },
  },
  {
    name: "maxu",
    pattern: "0000101 rs2 rs1 111 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[lessUnsigned(h, i.rs1, i.rs2) ? i.rs2 : i.rs1];
    },
  },
  {
    name: "sext.b",
    pattern: "0110000 00100 rs1 001 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] << 24) >> 24),
  },
  {
    name: "sext.h",
    pattern: "0110000 00101 rs1 001 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] << 16) >> 16),
  },
  {
    name: "zext.h",
    pattern: "0000100 00000 rs1 100 rd 0111011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, h.w[2 * i.rs1] & 0xffff),
  },
  {
    name: "rol",
    pattern: "0110000 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => rotateRight(h, i.rd, i.rs1, -h.w[2 * i.rs2] & SHIFT_MASK),
  },
  {
    name: "rolw",
    pattern: "0110000 rs2 rs1 001 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, rotateRightWord(h.w[2 * i.rs1], -h.w[2 * i.rs2] & 31)),
  },
  {
    name: "ror",
    pattern: "0110000 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => rotateRight(h, i.rd, i.rs1, h.w[2 * i.rs2] & SHIFT_MASK),
  },
  {
    name: "rorw",
    pattern: "0110000 rs2 rs1 101 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, rotateRightWord(h.w[2 * i.rs1], h.w[2 * i.rs2] & 31)),
  },
  {
    name: "rori",
    pattern: "011000 shamt[5:0] rs1 101 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => rotateRight(h, i.rd, i.rs1, i.imm),
  },
  {
    name: "roriw",
    pattern: "0110000 shamt[4:0] rs1 101 rd 0011011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, rotateRightWord(h.w[2 * i.rs1], i.imm)),
  },
  {
    name: "orc.b",
    pattern: "0010100 00111 rs1 101 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setHalves(h, i.rd, orBytes(h.w[2 * i.rs1]), orBytes(h.w[2 * i.rs1 + 1])),
  },
  {
    name: "rev8",
    pattern: "0110101 11000 rs1 101 rd 0010011",
    operands: "rd, rs1",
    cost: 1,
    meaning: (h, i) => setHalves(h, i.rd, reverseBytes(h.w[2 * i.rs1 + 1]), reverseBytes(h.w[2 * i.rs1])),
  },
]);
