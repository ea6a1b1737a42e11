import { op, row, type Op } from "./op.ts";

const LUI = row("lui");
const ADDI = row("addi");
const ADDIW = row("addiw");
const SLLI = row("slli");

/** Instructions that put a signed 32-bit number, sign-extended, into `rd`: at most two. */
export function loadNumber(rd: number, value: number): Op[] {
  if (value >= -2048 && value < 2048) return [op(ADDI, rd, 0, 0, value)];
  const low = (value << 20) >> 20;
  const high = (value - low) | 0;
  return low === 0 ? [op(LUI, rd, 0, 0, high)] : [op(LUI, rd, 0, 0, high), op(ADDIW, rd, rd, 0, low)];
}

/** Instructions that put any 64-bit value into `rd` and touch no other register: at most eight. */
export function loadConstant(rd: number, value: bigint): Op[] {
  const exact = BigInt.asIntN(64, value);
  const near = BigInt.asIntN(32, exact);
  if (near === exact) return loadNumber(rd, Number(near));
  const low = BigInt.asIntN(12, exact);
  let rest = BigInt.asIntN(64, exact - low) >> 12n;
  let shift = 12;
  for (; (rest & 1n) === 0n; rest >>= 1n) shift++;
  const ops = [...loadConstant(rd, rest), op(SLLI, rd, rd, 0, shift)];
  if (low !== 0n) ops.push(op(ADDI, rd, rd, 0, Number(low)));
  return ops;
}
