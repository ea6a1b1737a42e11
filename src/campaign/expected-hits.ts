import type { Parts } from "./missed-cells.ts";

/** Rounds of fitting: shares of families with two or three axes stand still long before. */
const ROUNDS = 24;

/**
 * How many hits each cell would have if its parts had nothing to do with each other: the shares of the values on every
 * axis are those that were met, so of two instructions that depend on each other the one's share of writers times the
 * other's share of readers. Cells that are not in the list are impossible and take no part.
 *
 * This is iterative proportional fitting: each axis in turn is scaled to the hits of its values.
 * @param cells the cells as their parts @param hits of each
 * @returns expected hits of each, with the same sum as `hits`
 */
export function expectedHits(cells: readonly Parts[], hits: readonly number[]): Float64Array {
  const expected = new Float64Array(cells.length).fill(1);
  const axes = (cells[0] ?? []).map((_, axis) => numbered(cells, axis));
  const met = axes.map((axis) => sums(axis, hits));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, axis] of axes.entries()) {
      const now = sums(axis, expected);
      for (let cell = 0; cell < cells.length; cell++) {
        const value = axis.values[cell];
        if (expected[cell] > 0) expected[cell] *= met[k][value] / now[value];
      }
    }
  }
  return expected;
}

/** The values on one axis as numbers. */
interface Axis {
  readonly count: number;
  /** Of each cell. */
  readonly values: Int32Array;
}

function numbered(cells: readonly Parts[], axis: number): Axis {
  const numbers = new Map<string, number>();
  const values = Int32Array.from(cells, (parts) => {
    const known = numbers.get(parts[axis]);
    if (known !== undefined) return known;
    numbers.set(parts[axis], numbers.size);
    return numbers.size - 1;
  });
  return { count: numbers.size, values };
}

function sums({ count, values }: Axis, amounts: ArrayLike<number>): Float64Array {
  const result = new Float64Array(count);
  for (let cell = 0; cell < values.length; cell++) result[values[cell]] += amounts[cell];
  return result;
}
