import { extension } from "./instruction.ts";
import { XLEN } from "./xlen.ts";

/** The carry-less product of two 64-bit values, 127 bits. */
function carrylessProduct(a: bigint, b: bigint): bigint {
  let product = 0n;
  for (let shifted = a, rest = b; rest !== 0n; shifted <<= 1n, rest >>= 1n) if (rest & 1n) product ^= shifted;
  return product;
}

/** Zbc, carry-less multiplication (bit-manipulation 1.0.0): bits 63:0, 127:64 and 126:63 of one product. */
export const ZBC = extension("Zbc", [
  {
    name: "clmul",
    pattern: "0000101 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = BigInt.asUintN(XLEN, carrylessProduct(h.x[i.rs1], h.x[i.rs2]));
    },
  },
  {
    name: "clmulr",
    pattern: "0000101 rs2 rs1 010 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = BigInt.asUintN(XLEN, carrylessProduct(h.x[i.rs1], h.x[i.rs2]) >> BigInt(XLEN - 1));
    },
  },
  {
    name: "clmulh",
    pattern: "0000101 rs2 rs1 011 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = carrylessProduct(h.x[i.rs1], h.x[i.rs2]) >> BigInt(XLEN);
    },
  },
]);
