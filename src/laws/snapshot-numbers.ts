import type { World } from "../case/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";

/**
 * Bits at which a number that is kept as something else loses itself: evenness, halves, the digits of a double, signs, and
 * addresses in a page; the others in between.
 */
const BITS = [0, 31, 63, 32, 1, 53, 52, 30, 11, 12, 62, 2, 15, 16, 33, 54, 7, 8, 20, 24, 40, 48, 56, 61].map(BigInt);

/** A number with one bit turned. @param field its place among the numbers of a snapshot, so that all turn different bits */
export function changedNumber(value: bigint, number: number, field: number): bigint {
  return value ^ (1n << BITS[(number + field) % BITS.length]);
}

/**
 * All numbers of a snapshot but its version and limit changed at once, each into one that needs all of 64 bits; pc into one
 * that is odd at times, and lies where it would be taken for another if it were kept in less.
 */
export function otherNumbers({ pc }: WorldSnapshot, { memorySize }: World, number: number): Partial<WorldSnapshot> {
  let word = BigInt(number) + 1n;
  const next = (): bigint => (word = BigInt.asUintN(64, word * 0x5851_f42d_4c95_7f2dn + 0x1405_7b7e_f767_814fn));
  const pcs = [
    pc ^ 1n,
    next(),
    (1n << 31n) + (next() >> 34n),
    (1n << 31n) | 1n,
    (1n << 32n) - 2n,
    // A program that jumps far away has a pc up to the end of 64 bits.
    BigInt.asUintN(64, (1n << 32n) + pc),
    (1n << 63n) | pc,
    BigInt.asUintN(64, -2n),
    BigInt(memorySize) + 1n,
  ];
  return {
    registers: BigUint64Array.from({ length: 32 }, next),
    pc: pcs[number % pcs.length],
    // More than any limit under which such a snapshot is resumed: nothing is executed.
    cycles: next() | (1n << 62n),
    loadReservationAddress: next(),
  };
}
