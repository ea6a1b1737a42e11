import { exponentOf } from "../statistics.ts";

/** A figure y at a size x. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How y grows between two sizes that are measured one after the other. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
}

/** What a series of points says. */
export interface Judgement {
  /** The exponent by which y grows with x, over all points. */
  readonly exponent: number;
  /** The same over the upper half: what does not depend on x no longer hides the growth there. */
  readonly tail: number;
  /** The step of the last two decades of x that is furthest above what a step of its width may have. */
  readonly steepest: Step;
  readonly linear: boolean;
}

/** Caches overflow and x log x is near enough: so much above 1 is still linear. */
const TOLERANCE = 0.15;
const TAIL_MIN = 3;
/** Sizes below the largest one by more than this have only what does not depend on the size. */
const STEPS_WITHIN = 100;
/**
 * Each figure may be off by a tenth, so y may seem to grow by 1.1 / 0.9 more between two of them than it does. That is 0.09
 * of an exponent where x grows tenfold, and more the closer the sizes are.
 */
const NOISE = Math.log(1.1 / 0.9);

/**
 * Whether y grows linearly with x or better: by the exponent of the upper half of the points, at least three, and by each
 * single step of the last two decades, so that an average hides no cliff at the end. Points at x = 0 are not looked at.
 * @throws RangeError for fewer than three different x above 0, or where a y is not above 0
 */
export function judgeGrowth(points: readonly Point[]): Judgement {
  const above = points.filter(({ x }) => x > 0).toSorted((a, b) => a.x - b.x);
  if (new Set(above.map(({ x }) => x)).size < TAIL_MIN) throw new RangeError(`${above.length} points show no growth`);
  const tail = exponentOf(above.slice(-Math.max(TAIL_MIN, Math.ceil(above.length / 2))));
  const steps = stepsOf(above);
  const [steepest] = steps.toSorted((a, b) => beyond(b) - beyond(a));
  return {
    exponent: exponentOf(above),
    tail,
    steepest,
    linear: tail <= 1 + TOLERANCE && steps.every((step) => beyond(step) <= 0),
  };
}

/** By how much a step is above what is still linear; below 0 if it is linear or better. */
function beyond({ from, to, exponent }: Step): number {
  return exponent - (1 + TOLERANCE + NOISE / Math.log(to / from));
}

function stepsOf(sorted: readonly Point[]): Step[] {
  const largest = sorted[sorted.length - 1].x;
  // The last two points at least, however far apart they are.
  return sorted.slice(1).flatMap((to, k) => {
    const from = sorted[k];
    const isLast = k === sorted.length - 2;
    if (from.x === to.x || (from.x < largest / STEPS_WITHIN && !isLast)) return [];
    return [{ from: from.x, to: to.x, exponent: exponentOf([from, to]) }];
  });
}
