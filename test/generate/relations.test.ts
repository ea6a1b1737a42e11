import { describe, expect, test } from "vitest";
import { Random } from "../../src/generate/random.ts";
import { pickNearFull, pickPair, pickThird, pickWordPair, type Pair } from "../../src/generate/relations.ts";

const DRAWS = 4000;
const MIN = -(1n << 63n);
const MIN_WORD = -(1n << 31n);

/** What is asked for, in how many of 100 pairs at least (about half of what the shares of the kinds make it), and when it holds. */
type Condition = readonly [what: string, percent: number, holds: (one: bigint, other: bigint) => boolean];

/** How many of the pairs meet a condition. */
function countOf(pairs: readonly Pair[], holds: Condition[2]): number {
  return pairs.filter(([one, other]) => holds(one, other)).length;
}

function draw(pick: (random: Random) => Pair): Pair[] {
  const random = new Random(5);
  return Array.from({ length: DRAWS }, () => pick(random));
}

function unsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function word(value: bigint): bigint {
  return BigInt.asIntN(32, value);
}

function isPower(value: bigint): boolean {
  return value > 1n && (value & (value - 1n)) === 0n;
}

/** True if an unsigned quotient below 2^56 is another one when it is computed with doubles. */
function losesAsDoubles(one: bigint, other: bigint): boolean {
  if (one < 0n || other <= 0n || one >= 1n << 56n || other >= 1n << 56n) return false;
  return BigInt(Math.floor(Number(one) / Number(other))) !== one / other;
}

const QUOTIENTS: readonly Condition[] = [
  ["the least number by -1", 6, (one, other) => one === MIN && other === -1n],
  ["by 0", 2.5, (_, other) => other === 0n],
  ["exact", 2, (one, other) => other > 2n && one > other && one % other === 0n],
  ["one less than exact", 6, (one, other) => other > 2n && one > other && (one + 1n) % other === 0n],
  [
    "a negative by a power of two, with a remainder",
    5,
    (one, other) => one < 0n && isPower(other) && one % other !== 0n,
  ],
  ["another one with doubles", 2, losesAsDoubles],
  // Both beyond 2^63, and the larger one is the divisor.
  ["unsigned, of nearly equal", 0.2, (one, other) => one < other && other < 0n && other - one < 3n],
];

const PRODUCTS: readonly Condition[] = [
  ["whose low half is 0", 15, (one, other) => one !== 0n && other !== 0n && unsigned(one * other) === 0n],
  [
    "negative, whose low half is 0",
    6,
    (one, other) => one < 0n !== other < 0n && one !== 0n && other !== 0n && unsigned(one * other) === 0n,
  ],
  [
    "of two words, which a double does not hold",
    4,
    (one, other) => word(one) === one && word(other) === other && BigInt(Number(one) * Number(other)) !== one * other,
  ],
  ["of factors that are all ones above", 1, (one, other) => one >> 32n === -1n && other >> 32n === -1n],
];

const SUMS: readonly Condition[] = [
  ["of equal operands", 6, (one, other) => one === other],
  ["that is 0", 6, (one, other) => one !== 0n && unsigned(one + other) === 0n],
  ["that is all ones", 2, (one, other) => BigInt.asIntN(64, one + other) === -1n],
  ["of operands one apart", 2, (one, other) => one - other === 1n || other - one === 1n],
  ["of equal upper halves and unlike lower ones", 4, (one, other) => one >> 32n === other >> 32n && one !== other],
  ["of equal lower halves and unlike upper ones", 4, (one, other) => word(one) === word(other) && one !== other],
];

const WORD_QUOTIENTS: readonly Condition[] = [
  ["the least word by -1", 7, (one, other) => word(one) === MIN_WORD && word(other) === -1n],
  ["of words with other upper halves", 30, (one, other) => word(one) !== one || word(other) !== other],
  ["by a word of 0", 2.5, (_, other) => word(other) === 0n],
];

const WORD_PRODUCTS: readonly Condition[] = [
  [
    "whose low word is 0",
    15,
    (one, other) => word(one) !== 0n && word(other) !== 0n && BigInt.asUintN(32, one * other) === 0n,
  ],
];

describe.each([
  ["quotient", draw((random) => pickPair(random, "quotient")), QUOTIENTS],
  ["product", draw((random) => pickPair(random, "product")), PRODUCTS],
  ["sum", draw((random) => pickPair(random, "sum")), SUMS],
  ["quotient of words", draw((random) => pickWordPair(random, "quotient")), WORD_QUOTIENTS],
  ["product of words", draw((random) => pickWordPair(random, "product")), WORD_PRODUCTS],
])("%s", (_, pairs, conditions) => {
  test("all operands are numbers of 64 bits with sign", () => {
    for (const value of pairs.flat()) expect(BigInt.asIntN(64, value)).toBe(value);
  });

  test.each(conditions)("%s: in %d of 100 at least", (_what, percent, holds) => {
    expect((100 * countOf(pairs, holds)) / DRAWS).toBeGreaterThanOrEqual(percent);
  });
});

test("with a third operand, sums carry twice, once, and to exactly 0", () => {
  const random = new Random(6);
  const seen = { twice: 0, second: 0, zero: 0 };
  for (let k = 0; k < DRAWS; k++) {
    const pair = pickPair(random, "sum");
    const [one, other, third] = [...pair, pickThird(random, pair)].map(unsigned);
    const first = unsigned(one + other);
    const carries = [first < other, unsigned(first + third) < third];
    if (carries[0] && carries[1]) seen.twice++;
    if (!carries[0] && carries[1]) seen.second++;
    if (third !== 0n && unsigned(first + third) === 0n) seen.zero++;
  }
  // Of operands drawn alone, sums are 0 in next to none, and carry twice in one of six.
  expect(seen.twice).toBeGreaterThan(DRAWS / 20);
  expect(seen.second).toBeGreaterThan(DRAWS / 20);
  expect(seen.zero).toBeGreaterThan(DRAWS / 50);
});

test("three operands just below 2^64 always carry twice", () => {
  const random = new Random(7);
  for (let k = 0; k < 100; k++) {
    const [one, other, third] = [...pickNearFull(random), pickNearFull(random)[0]].map(unsigned);
    const first = unsigned(one + other);
    expect(first).toBeLessThan(other);
    expect(unsigned(first + third)).toBeLessThan(third);
  }
});
