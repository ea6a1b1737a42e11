import { exponentOf, median } from "../statistics.ts";

/** What a series of points says. */
export interface Judgement {
  /** The exponent by which y grows with x, over all points. */
  readonly exponent: number;
  /** The same over the upper half: what does not depend on x no longer hides the growth there. */
  readonly tail: number;
  readonly linear: boolean;
}

/** Caches overflow and noise tilts a line: so much above 1 is still linear. */
const TOLERANCE = 0.15;
const TAIL_MIN = 3;

/**
 * Whether y grows linearly with x or better: by the exponent of the upper half of the points, at least three. Points at
 * x = 0 are not looked at.
 * @throws RangeError for fewer than three points above 0
 */
export function judgeGrowth(points: readonly { readonly x: number; readonly y: number }[]): Judgement {
  const above = points.filter(({ x }) => x > 0).toSorted((a, b) => a.x - b.x);
  if (above.length < TAIL_MIN) throw new RangeError(`${above.length} points show no growth`);
  const tail = exponentOf(above.slice(-Math.max(TAIL_MIN, Math.ceil(above.length / 2))));
  return { exponent: exponentOf(above), tail, linear: tail <= 1 + TOLERANCE };
}

/** Memory that goes up and down by so much is not growing. */
const FLAT = 0.1;

/**
 * Whether memory has stopped growing: the last third of the samples is at most a tenth above the third before it. The first
 * third does not count: caches fill, code is compiled.
 */
export function judgeMemory(samples: readonly number[]): { readonly growth: number; readonly flat: boolean } {
  const third = Math.floor(samples.length / 3);
  if (third < 1) throw new RangeError(`${samples.length} samples show no growth`);
  const growth = median(samples.slice(-third)) / median(samples.slice(-2 * third, -third)) - 1;
  return { growth, flat: growth <= FLAT };
}
