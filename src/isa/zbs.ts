import { setHalves, setUnsigned, type Hart, type Operands } from "./hart.ts";
import { extension } from "./instruction.ts";

// `1 << index` takes the index modulo 32; bit 5 of it chooses the half.

function clearBit(h: Hart, i: Operands, index: number): void {
  const bit = ~(1 << index);
  const high = (index & 32) !== 0;
  setHalves(h, i.rd, h.w[2 * i.rs1] & (high ? -1 : bit), h.w[2 * i.rs1 + 1] & (high ? bit : -1));
}

function invertBit(h: Hart, i: Operands, index: number): void {
  const bit = 1 << index;
  const high = (index & 32) !== 0;
  setHalves(h, i.rd, h.w[2 * i.rs1] ^ (high ? 0 : bit), h.w[2 * i.rs1 + 1] ^ (high ? bit : 0));
}

function setBit(h: Hart, i: Operands, index: number): void {
  const bit = 1 << index;
  const high = (index & 32) !== 0;
  setHalves(h, i.rd, h.w[2 * i.rs1] | (high ? 0 : bit), h.w[2 * i.rs1 + 1] | (high ? bit : 0));
}

function extractBit(h: Hart, i: Operands, index: number): void {
  setUnsigned(h, i.rd, (h.w[2 * i.rs1 + ((index >> 5) & 1)] >>> (index & 31)) & 1);
}

/** Zbs, single bits (bit-manipulation 1.0.0); the index is taken modulo 64. */
export const ZBS = extension("Zbs", [
  {
    name: "bclr",
    pattern: "0100100 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => clearBit(h, i, h.w[2 * i.rs2]),
  },
  {
    name: "bclri",
    pattern: "010010 shamt[5:0] rs1 001 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => clearBit(h, i, i.imm),
  },
  {
    name: "bext",
    pattern: "0100100 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => extractBit(h, i, h.w[2 * i.rs2]),
  },
  {
    name: "bexti",
    pattern: "010010 shamt[5:0] rs1 101 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => extractBit(h, i, i.imm),
  },
  {
    name: "binv",
    pattern: "0110100 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => invertBit(h, i, h.w[2 * i.rs2]),
  },
  {
    name: "binvi",
    pattern: "011010 shamt[5:0] rs1 001 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => invertBit(h, i, i.imm),
  },
  {
    name: "bset",
    pattern: "0010100 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setBit(h, i, h.w[2 * i.rs2]),
  },
  {
    name: "bseti",
    pattern: "001010 shamt[5:0] rs1 001 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => setBit(h, i, i.imm),
  },
]);
