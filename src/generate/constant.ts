import { op, row, type Op } from "./op.ts";

const LUI = row("lui");
const ADDI = row("addi");
const ADDIW = row("addiw");
const SLLI = row("slli");

/** Instructions that put a signed 32-bit number, sign-extended, into `rd`: at most two. */
export function loadNumber(rd: number, value: number): Op[] {
  const ops: Op[] = [];
  addNumber(ops, rd, value);
  return ops;
}

/** Adds to `ops` what `loadNumber` gives. */
export function addNumber(ops: Op[], rd: number, value: number): void {
  if (value >= -2048 && value < 2048) {
    ops.push(op(ADDI, rd, 0, 0, value));
    return;
  }
  const low = (value << 20) >> 20;
  ops.push(op(LUI, rd, 0, 0, (value - low) | 0));
  if (low !== 0) ops.push(op(ADDIW, rd, rd, 0, low));
}

/** Instructions that put any 64-bit value into `rd` and touch no other register: at most eight. */
export function loadConstant(rd: number, value: bigint): Op[] {
  const ops: Op[] = [];
  addConstant(ops, rd, value);
  return ops;
}

/** One value as two halves: this way nothing is allocated to take it apart. */
const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);

/** Adds to `ops` what `loadConstant` gives. */
export function addConstant(ops: Op[], rd: number, value: bigint): void {
  whole[0] = value;
  const lower = halves[0];
  const upper = halves[1];
  if (upper === lower >> 31) {
    addNumber(ops, rd, lower);
    return;
  }
  const low = (lower << 20) >> 20;
  // What is left without the low 12 bits has 52 of them with its sign, which a number holds. A carry out of bit 63 is lost.
  const rest = upper * 2 ** 20 + ((lower >>> 0) - low) / 2 ** 12;
  addShifted(ops, rd, rest === 2 ** 51 ? -rest : rest, low);
}

/** Adds instructions that load `rest`, which is not 0, shift it by 12 bits and add `low`. */
function addShifted(ops: Op[], rd: number, rest: number, low: number): void {
  let upper = rest;
  let shift = 12;
  for (; (upper & 1) === 0; upper /= 2) shift++;
  if (upper === (upper | 0)) addNumber(ops, rd, upper);
  else {
    const lowOfUpper = (upper << 20) >> 20;
    addShifted(ops, rd, (upper - lowOfUpper) / 2 ** 12, lowOfUpper);
  }
  ops.push(op(SLLI, rd, rd, 0, shift));
  if (low !== 0) ops.push(op(ADDI, rd, rd, 0, low));
}
