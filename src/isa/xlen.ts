/** Register width in bits (RV64). Written `XLEN` wherever the manual says XLEN, so that RV32 has one place to start from. */
export const XLEN = 64;

/** Mask of the amount of a full-width shift or bit index: log2(XLEN) bits. */
export const SHIFT_MASK = XLEN - 1;

/** The largest unsigned XLEN-bit value, 2^64 - 1. */
export const XLEN_MAX = (1n << BigInt(XLEN)) - 1n;

/** `value` reduced modulo 2^64: the unsigned reading of a register. */
export function unsigned(value: bigint): bigint {
  return BigInt.asUintN(XLEN, value);
}

/** `value` read as a two's complement 64-bit number. */
export function signed(value: bigint): bigint {
  return BigInt.asIntN(XLEN, value);
}
