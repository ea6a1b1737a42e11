import type { Random } from "./random.ts";
import { pickEnd, pickValue } from "./values.ts";

/** Two operands that have something to do with each other, as 64-bit numbers with sign. */
export type Pair = readonly [one: bigint, other: bigint];

/** What a pair is related for: where quotients, products, or sums, differences and comparisons turn over. */
export type Relation = "quotient" | "product" | "sum";

const WORD = 32;
const XLEN = 64;
const PERCENT_WORDS = 20;
/** Bits of a number at which a double begins to lose its low ones, and of which no register has more. */
const DOUBLE_BITS = [53, 54, 55, 56, 56, 57];
const PERCENT_NEGATIVE = 20;
const HALF_MASK = (1n << 32n) - 1n;

/**
 * A pair of operands of which the relation is with all 64 bits, or with 32 of them, in either half, where the other half is
 * what a program could have left there.
 */
export function pickPair(random: Random, relation: Relation): Pair {
  if (!random.chance(PERCENT_WORDS)) return pickOf(random, relation, XLEN);
  const pair = pickOf(random, relation, WORD);
  // What decides is in the upper halves only for sums: quotients and products of words are of the lower ones.
  if (relation === "sum" && random.chance(40)) return inUpperHalves(random, pair);
  return [inLowerHalf(random, pair[0]), inLowerHalf(random, pair[1])];
}

/** A pair of which the relation is with the lower halves, which is all that instructions of words see. */
export function pickWordPair(random: Random, relation: Relation): Pair {
  const [one, other] = pickOf(random, relation, WORD);
  return [inLowerHalf(random, one), inLowerHalf(random, other)];
}

function pickOf(random: Random, relation: Relation, bits: number): Pair {
  if (relation === "quotient") return pickQuotient(random, bits);
  return relation === "product" ? pickProduct(random, bits) : pickSum(random, bits);
}

/** A third operand, by which the sum of the pair carries once more, or exactly does not, or which is one of the pair. */
export function pickThird(random: Random, [one, other]: Pair): bigint {
  const rest = -(one + other);
  const kind = random.below(6);
  if (kind === 0) return signed(rest - 1n + BigInt(random.below(3)), XLEN);
  if (kind === 1) return BigInt(random.between(-4, -1));
  if (kind === 2) return random.chance(50) ? one : other;
  return kind === 3 ? pickEnd(random) : pickValue(random);
}

/** Three operands just below 2^64, so that each sum carries; the pair is for a first sum. */
export function pickNearFull(random: Random): Pair {
  return [BigInt(random.between(-4, -1)), BigInt(random.between(-4, -1))];
}

/** A dividend and a divisor: the least number by -1, anything by 0, by a power of two, exactly, or one more or less. */
function pickQuotient(random: Random, bits: number): Pair {
  const kind = random.below(20);
  const least = -(1n << BigInt(bits - 1));
  if (kind < 4) return [least, -1n];
  if (kind === 4) return [pickAny(random, bits), 0n];
  if (kind < 7) return [pickAny(random, bits), random.pick([1n, 1n, -1n, least, least + 1n, -least - 1n])];
  if (kind < 10) {
    const divisor = 1n << BigInt(random.between(1, bits - 2));
    // Mostly negative, and mostly no multiple: where a shift rounds the other way.
    const dividend = pickBits(random, random.between(2, bits - 1));
    return [random.chance(70) ? -dividend : dividend, random.chance(75) ? divisor : -divisor];
  }
  if (kind === 10) {
    const divisor = pickAny(random, bits);
    return [signed(divisor + BigInt(random.between(-1, 1)), bits), divisor];
  }
  const total = pickTotal(random, bits);
  const short = random.chance(60) ? random.between(1, Math.min(6, total - 1)) : random.between(1, total - 1);
  const divisor = pickBits(random, short) | (random.chance(70) ? 1n : 0n);
  const quotient = pickBits(random, total - short);
  const rest = random.pick([-1n, -1n, -1n, 0n, 1n]);
  return [maybeNegative(random, quotient * divisor + rest, bits), maybeNegative(random, divisor, bits)];
}

/** Two factors: of a product whose low half is 0, of one of so many bits that something is lost, or with halves nearly full. */
function pickProduct(random: Random, bits: number): Pair {
  const kind = random.below(8);
  if (kind < 3) {
    const zeros = bits + random.pick([-1, 0, 0, 0, 1]);
    const shift = random.between(2, bits - 1);
    const [one, other] = [shifted(random, shift, bits), shifted(random, zeros - shift, bits)];
    return random.chance(50) ? [one, other] : [other, one];
  }
  if (kind < 6) {
    const total = random.chance(50) ? random.between(bits - 1, 2 * bits) : pickTotal(random, bits);
    const short = random.chance(50) ? total >> 1 : random.between(Math.max(1, total - bits), Math.min(bits, total - 1));
    const [one, other] = [pickBits(random, short) | 1n, pickBits(random, total - short) | 1n];
    return [maybeNegative(random, one, bits), maybeNegative(random, other, bits)];
  }
  if (kind === 6) return [pickFull(random, bits), pickFull(random, bits)];
  return [pickAny(random, bits), random.pick([-1n, 0n, 1n, -(1n << BigInt(bits - 1)), pickAny(random, bits)])];
}

/** Two summands: equal, one apart, that make 0 or all ones, with a half in common, or at the ends of what there is. */
function pickSum(random: Random, bits: number): Pair {
  const half = BigInt(bits >> 1);
  const one = pickAny(random, bits);
  const step = BigInt(random.between(-1, 1));
  const pair: Pair = [one, signed(secondOf(random, one, step, half, bits), bits)];
  return random.chance(50) ? pair : [pair[1], one];
}

function secondOf(random: Random, one: bigint, step: bigint, half: bigint, bits: number): bigint {
  switch (random.below(8)) {
    case 0:
      return one;
    case 1:
      return one + step;
    case 2:
      return -one;
    case 3:
      return step - one;
    case 4:
      return one ^ (1n << BigInt(bits - 1));
    case 5: {
      // One half in common, so that the other one decides.
      const mask = ((1n << half) - 1n) << (random.chance(50) ? half : 0n);
      return (one & mask) | (pickAny(random, bits) & ~mask);
    }
    case 6:
      return random.pick([0n, 1n, -1n]);
    default:
      return -(1n << BigInt(bits - 1)) + BigInt(random.between(-2, 1));
  }
}

/** An odd number of any sign, with zeros behind it. */
function shifted(random: Random, zeros: number, bits: number): bigint {
  const behind = Math.max(0, Math.min(zeros, bits - 1));
  const value = (pickBits(random, random.between(1, bits - behind)) | 1n) << BigInt(behind);
  return signed(random.chance(50) ? -value : value, bits);
}

/** A number of which each half is within a few of 0 or of its largest. */
function pickFull(random: Random, bits: number): bigint {
  const half = bits >> 1;
  const upper = BigInt(random.between(-3, 1));
  return signed((upper << BigInt(half)) | BigInt.asUintN(half, BigInt(random.between(-3, 1))), bits);
}

/** Bits of a dividend or product: all there are, at times as many as a double can hold, or any. */
function pickTotal(random: Random, bits: number): number {
  const kind = random.below(8);
  if (bits === XLEN && kind < 5) return random.pick(DOUBLE_BITS);
  return kind < 7 ? bits - random.below(2) : random.between(2, bits);
}

function maybeNegative(random: Random, value: bigint, bits: number): bigint {
  return signed(random.chance(PERCENT_NEGATIVE) ? -value : value, bits);
}

function pickAny(random: Random, bits: number): bigint {
  return signed(random.chance(50) ? pickEnd(random) : pickValue(random), bits);
}

/** A number of exactly so many bits, at least one: any, or one with few bits set or clear. */
function pickBits(random: Random, bits: number): bigint {
  const top = 1n << BigInt(bits - 1);
  const kind = random.below(6);
  if (kind === 0) return top | (top - 1n);
  if (kind === 1) return top;
  const low = bits > 32 ? (BigInt(random.next()) << 32n) | BigInt(random.next()) : BigInt(random.next());
  return top | (low & (top - 1n));
}

function signed(value: bigint, bits: number): bigint {
  return BigInt.asIntN(bits, value);
}

/** 32 bits as a program can have them in a register: with their sign, with zeros, with ones, or with anything above. */
function inLowerHalf(random: Random, word: bigint): bigint {
  const kind = random.below(8);
  if (kind < 3) return word;
  const upper = kind < 6 ? 0n : kind === 6 ? -1n : BigInt(random.next());
  return BigInt.asIntN(64, (upper << 32n) | (word & HALF_MASK));
}

/** The pair in the upper halves, with lower ones that would decide otherwise, or not at all. */
function inUpperHalves(random: Random, [one, other]: Pair): Pair {
  const lower = (): bigint =>
    BigInt(random.chance(50) ? random.pick([0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]) : random.next());
  return [BigInt.asIntN(64, (one << 32n) | lower()), BigInt.asIntN(64, (other << 32n) | lower())];
}
