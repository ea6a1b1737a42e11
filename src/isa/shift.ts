import { setHalves, type Hart } from "./hart.ts";

// Shifts of 64-bit registers on 32-bit halves. JavaScript's shift operators take the amount modulo 32, so amounts of
// 0, below 32, and 32 to 63 are told apart here.

/** x[rd] = x[rs1] << amount, amount 0 to 63. */
export function shiftLeft(h: Hart, rd: number, rs1: number, amount: number): void {
  const low = h.w[2 * rs1];
  const high = h.w[2 * rs1 + 1];
  if (amount === 0) setHalves(h, rd, low, high);
  else if (amount < 32) setHalves(h, rd, low << amount, (high << amount) | (low >>> (32 - amount)));
  else setHalves(h, rd, 0, low << (amount - 32));
}

/** x[rd] = x[rs1] >> amount, zeros shifted in, amount 0 to 63. */
export function shiftRight(h: Hart, rd: number, rs1: number, amount: number): void {
  const low = h.w[2 * rs1];
  const high = h.w[2 * rs1 + 1];
  if (amount === 0) setHalves(h, rd, low, high);
  else if (amount < 32) setHalves(h, rd, (low >>> amount) | (high << (32 - amount)), high >>> amount);
  else setHalves(h, rd, high >>> (amount - 32), 0);
}

/** x[rd] = x[rs1] >> amount, copies of the sign shifted in, amount 0 to 63. */
export function shiftRightArithmetic(h: Hart, rd: number, rs1: number, amount: number): void {
  const low = h.w[2 * rs1];
  const high = h.w[2 * rs1 + 1];
  if (amount === 0) setHalves(h, rd, low, high);
  else if (amount < 32) setHalves(h, rd, (low >>> amount) | (high << (32 - amount)), high >> amount);
  else setHalves(h, rd, high >> (amount - 32), high >> 31);
}

/** x[rd] = x[rs1] rotated right by amount, 0 to 63. */
export function rotateRight(h: Hart, rd: number, rs1: number, amount: number): void {
  const swap = amount >= 32;
  const low = h.w[2 * rs1 + (swap ? 1 : 0)];
  const high = h.w[2 * rs1 + (swap ? 0 : 1)];
  const rest = amount & 31;
  if (rest === 0) setHalves(h, rd, low, high);
  else setHalves(h, rd, (low >>> rest) | (high << (32 - rest)), (high >>> rest) | (low << (32 - rest)));
}

/** The low word of x[rs1] rotated right by amount, 0 to 31, as a signed number. */
export function rotateRightWord(value: number, amount: number): number {
  return (value >>> amount) | (value << (32 - amount));
}
