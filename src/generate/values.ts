import { fieldRange, INSTRUCTIONS, type Field, type Instruction } from "../isa/index.ts";
import type { Random } from "./random.ts";

const SMALL = [0n, 1n, 2n, 3n, 7n, 8n, 31n, 32n, 33n, 63n, 64n, 65n, 0x7fn, 0x80n, 0xffn, 0x7fffn, 0x8000n, 0xffffn];
const BORDERS = [31n, 32n, 63n].flatMap((bit) => [-1n, 0n, 1n].map((step) => (1n << bit) + step));
const PATTERNS = [
  0x5555_5555_5555_5555n, 0xaaaa_aaaa_aaaa_aaaan, 0x0101_0101_0101_0101n, 0x8080_8080_8080_8080n, 0xffff_ffff_8000_0000n,
  0x0123_4567_89ab_cdefn, 0xfedc_ba98_7654_3210n, 0x00ff_00ff_00ff_00ffn, 0xff00_00ff_0000_ff00n, 0xffff_ffff_0000_0000n,
]; // prettier-ignore

/** The boundaries that matter to most instructions; drawn more often than the others. */
const USUAL: readonly bigint[] = [...SMALL, ...BORDERS, ...PATTERNS, -1n, -2n, -(1n << 31n), -(1n << 31n) - 1n].map(
  (value) => BigInt.asIntN(64, value),
);
/** Every power of two, what lies beside it, and the negatives of these. */
const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit)).flatMap((power) =>
  [power - 1n, power, power + 1n, 1n - power, -power, -1n - power].map((value) => BigInt.asIntN(64, value)),
);

/**
 * Register values at which results change their kind: signs, carries, word and byte borders, shift amounts, patterns, and
 * all powers of two with what lies beside them. As signed 64-bit numbers, each once.
 */
export const BOUNDARIES: readonly bigint[] = [...new Set([...USUAL, ...POWERS])];

/** A 64-bit value: a boundary, a number of few bits, two halves that are unlike, or anything. */
export function pickValue(random: Random): bigint {
  const kind = random.below(16);
  if (kind < 4) return random.pick(USUAL);
  if (kind < 8) return random.pick(POWERS);
  if (kind < 11) return BigInt(random.between(-300, 300));
  if (kind < 12) return pickHalves(random);
  if (kind < 14) return BigInt(random.next() | 0);
  return BigInt.asIntN(64, (BigInt(random.next()) << 32n) | BigInt(random.next()));
}

/** Values at and beside the ends of what 32 and 64 bits can say, with sign and without, and those that change nothing. */
const ENDS: readonly bigint[] = [-(1n << 31n), 1n << 31n, 1n << 32n, 1n << 63n]
  .flatMap((end) => [end - 2n, end - 1n, end, end + 1n])
  .concat(0n, 1n, -1n)
  .map((value) => BigInt.asIntN(64, value));

/** A value at or beside the end of a range of numbers. */
export function pickEnd(random: Random): bigint {
  return random.pick(ENDS);
}

/** What one half of a register can hold, so that the other half could have made it something else. */
const HALVES = [
  0,
  0,
  1,
  31,
  32,
  33,
  63,
  64,
  -1,
  -1,
  -2,
  -(2 ** 31),
  -(2 ** 31),
  1 - 2 ** 31,
  2 ** 31 - 1,
  0x8000,
  0x80,
];

/**
 * A 64-bit value of two halves that have nothing to do with each other: what 32 bits of it are is a boundary at times, and
 * the upper half is mostly not what the sign of the lower one would make it.
 */
export function pickHalves(random: Random): bigint {
  return joinHalves(pickHalf(random), pickHalf(random));
}

/** What a half is that is easily taken for what it is not: the sign alone, one, the largest, all ones, nothing. */
const PLAIN_HALVES = [-(2 ** 31), 1, 2 ** 31 - 1, -1, 0];

/**
 * A 64-bit value of which one half at least is nothing, all ones, the sign alone or the like: what looks at one half alone,
 * or takes the sign of the lower one for the upper one, goes wrong on it.
 */
export function pickLopsided(random: Random): bigint {
  const half = random.chance(60) ? random.next() | 0 : random.pick(PLAIN_HALVES);
  switch (random.below(8)) {
    case 0:
      return joinHalves(half, 0);
    case 1:
      return joinHalves(half, -1);
    case 2: // A word whose sign is not what stands above it: with zeros above,
    case 3:
      return joinHalves(0, half | -(2 ** 31));
    case 4: // and with ones.
      return joinHalves(-1, half & (2 ** 31 - 1));
    case 5: // A word with its sign, whichever that is.
      return BigInt(half);
    case 6:
      return joinHalves(random.pick(PLAIN_HALVES), random.chance(50) ? half : random.pick(PLAIN_HALVES));
    default:
      return pickRun(random);
  }
}

/** Positions at which a run of bits ends more often than elsewhere. */
const RUN_ENDS = [31, 32, 53, 54, 63, 64];

/** One bit alone, or all up to one, or all but these. */
function pickRun(random: Random): bigint {
  const end = random.chance(60) ? random.pick(RUN_ENDS) : random.below(64);
  const bit = 1n << BigInt(end === 64 ? 63 : end);
  switch (random.below(4)) {
    case 0:
    case 1:
      return BigInt.asIntN(64, bit);
    case 2:
      return BigInt.asIntN(64, (1n << BigInt(end)) - 1n);
    default:
      return BigInt.asIntN(64, -bit);
  }
}

/** The value with these halves, of which the low 32 bits count. */
export function joinHalves(upper: number, lower: number): bigint {
  return BigInt.asIntN(64, (BigInt(upper) << 32n) | BigInt(lower >>> 0));
}

/** 32 bits: a boundary more often than not. */
export function pickHalf(random: Random): number {
  return random.below(3) === 0 ? random.next() | 0 : random.pick(HALVES);
}

/** What an immediate of one instruction can be, prepared for drawing. */
interface ImmediateRange {
  readonly edges: readonly number[];
  readonly idioms: readonly number[];
  readonly min: number;
  readonly steps: number;
  readonly step: number;
  readonly forbidden: readonly number[];
}

/** By `Instruction.index`; undefined where there is no immediate. */
const RANGES = INSTRUCTIONS.map((instruction) => {
  const field = instruction.field.get("imm");
  return field && rangeOf(field);
});

function rangeOf(field: Field): ImmediateRange {
  const { min, max } = fieldRange(field);
  const step = 2 ** field.lowestBit;
  const wanted = [min, max, min + step, max - step, 0, step, -step, 2 * step, 16, 32, 31, 63, 255, -256];
  const edges = wanted.filter(
    (value) => value >= min && value <= max && value % step === 0 && !field.forbidden.includes(value),
  );
  const idioms = [0, step, -step, min, max].filter((value) => edges.includes(value));
  return {
    edges,
    idioms: [...new Set(idioms)],
    min,
    steps: (max - min) / step + 1,
    step,
    forbidden: field.forbidden,
  };
}

/** A value for the immediate of `instruction`: 0 if it has none. */
export function pickImmediate(random: Random, instruction: Instruction): number {
  const range = RANGES[instruction.index];
  if (range === undefined) return 0;
  const { edges, min, steps, step, forbidden } = range;
  // Not by `pick`: lists of large numbers are of another kind in memory, and few kinds make it fast.
  if (random.below(3) === 0) return edges[random.below(edges.length)];
  const value = min + random.below(steps) * step;
  return forbidden.length > 0 && forbidden.includes(value) ? edges[0] : value;
}

/**
 * An immediate by which an instruction is something else by name or effect: none, one, minus one, the first and the last.
 * 0 if it has no immediate.
 */
export function pickIdiomImmediate(random: Random, instruction: Instruction): number {
  const range = RANGES[instruction.index];
  return range ? random.pick(range.idioms) : 0;
}
