import { op, row, type Op } from "./op.ts";

const LUI = row("lui");
const ADDI = row("addi");
const ADDIW = row("addiw");
const SLLI = row("slli");

/** Instructions that put a signed 32-bit number, sign-extended, into `rd`: at most two. */
export function loadNumber(rd: number, value: number): Op[] {
  // Written as what they are: an array that something is added to has room for many more.
  if (value >= -2048 && value < 2048) return [op(ADDI, rd, 0, 0, value)];
  const low = (value << 20) >> 20;
  const high = op(LUI, rd, 0, 0, (value - low) | 0);
  return low === 0 ? [high] : [high, op(ADDIW, rd, rd, 0, low)];
}

/** Adds to `ops` what `loadNumber` gives. */
export function addNumber(ops: Op[], rd: number, value: number): void {
  for (const each of loadNumber(rd, value)) ops.push(each);
}

/** Instructions that put any 64-bit value into `rd` and touch no other register: at most eight. */
export function loadConstant(rd: number, value: bigint): Op[] {
  whole[0] = value;
  if (halves[1] === halves[0] >> 31) return loadNumber(rd, halves[0]);
  const ops: Op[] = [];
  addWide(ops, rd, halves[1], halves[0]);
  return ops;
}

/** One value as two halves: this way nothing is allocated to take it apart. */
const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);

/** Adds to `ops` what `loadConstant` gives. */
export function addConstant(ops: Op[], rd: number, value: bigint): void {
  whole[0] = value;
  if (halves[1] === halves[0] >> 31) addNumber(ops, rd, halves[0]);
  else addWide(ops, rd, halves[1], halves[0]);
}

/** Adds instructions that load a value of more than 32 bits, given as its halves. */
function addWide(ops: Op[], rd: number, upper: number, lower: number): void {
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
