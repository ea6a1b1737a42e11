import { extension } from "./instruction.ts";
import { XLEN } from "./xlen.ts";

/** The carry-less product of two 64-bit values, 127 bits: of halves, of which the middle takes one product for two. */
function carrylessProduct(a: bigint, b: bigint): bigint {
  const low = productOfHalves(a, b);
  const high = productOfHalves(a >> HALF, b >> HALF);
  const middle = productOfHalves(a ^ (a >> HALF), b ^ (b >> HALF)) ^ low ^ high;
  return low ^ (middle << HALF) ^ (high << (2n * HALF));
}

const HALF = 32n;

/** The carry-less product of the low halves, 63 bits: in Numbers, for bigints allocate at every step. */
function productOfHalves(a: bigint, b: bigint): bigint {
  const multiplicand = Number(BigInt.asIntN(32, a));
  let low = 0;
  let high = 0;
  for (let rest = Number(BigInt.asIntN(32, b)), k = 0; rest !== 0; rest >>>= 1, k++) {
    if ((rest & 1) === 0) continue;
    low ^= multiplicand << k;
    // Not by 32 - k, which for k = 0 would shift by none.
    high ^= (multiplicand >>> 1) >>> (31 - k);
  }
  return (BigInt(high >>> 0) << HALF) | BigInt(low >>> 0);
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
