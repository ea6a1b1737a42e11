import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, opLength, row, wordOf, type Op } from "../op.ts";

const SB = row("sb");
const SH = row("sh");
const SW = row("sw");
/** Words of 100 that are stored in two halves, and halves of 100 that are stored in two bytes. */
const PERCENT_IN_PARTS = 15;

/** Bytes of instructions that stand one behind the other. */
export function bytesOf(ops: readonly Op[]): number {
  let bytes = 0;
  for (const each of ops) bytes += opLength(each);
  return bytes;
}

/** Cycles that instructions take, each of them once: those of the table, so that no cost model takes more. */
export function cyclesOf(ops: readonly Op[]): number {
  let cycles = 0;
  for (const { instruction } of ops) cycles += instruction?.cost ?? 0;
  return cycles;
}

/** The names of instructions, for people. */
export function namesOf(ops: readonly Op[]): string {
  return ops.map(({ instruction }) => instruction?.name ?? "").join(", ");
}

/**
 * An instruction of 2 or of 4 bytes that only computes, takes one cycle and begins no fused sequence, so that nothing behind
 * it is decoded before it is executed.
 * @param kept registers that it does not write
 */
export function pickPlain(grower: Grower, length: number, kept: readonly number[] = []): Op {
  const { random, rows } = grower;
  for (;;) {
    const drawn = grower.randomOp(random.pick(length === 2 ? rows.plainShort : rows.plain));
    if (!kept.includes(drawn.rd)) return drawn;
  }
}

/** Stores instructions one behind the other, the first one at `pointer` plus `offset`; `value` is overwritten. */
export function storeAll(written: readonly Op[], pointer: number, value: number, offset: number): Op[] {
  const ops: Op[] = [];
  let at = offset;
  for (const each of written) {
    const length = opLength(each);
    ops.push(...loadNumber(value, signed(wordOf(each), length)), op(length === 2 ? SH : SW, 0, pointer, value, at));
    at += length;
  }
  return ops;
}

/** The same for one instruction, in parts at times: then half of it is still the one that was there before. */
export function storeOne(grower: Grower, written: Op, pointer: number, value: number, offset: number): Op[] {
  if (!grower.random.chance(PERCENT_IN_PARTS)) return storeAll([written], pointer, value, offset);
  const part = opLength(written) / 2;
  const word = wordOf(written);
  const store = part === 1 ? SB : SH;
  return [
    ...loadNumber(value, signed(word, part)),
    op(store, 0, pointer, value, offset),
    ...loadNumber(value, signed(word >>> (8 * part), part)),
    op(store, 0, pointer, value, offset + part),
  ];
}

/** The low bytes of `word` as a signed number, which few instructions load. */
function signed(word: number, bytes: number): number {
  const unused = 32 - 8 * bytes;
  return (word << unused) >> unused;
}
