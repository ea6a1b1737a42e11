/** The middle of the values, or halfway between the two in the middle; NaN if there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median absolute deviation: the median distance of the values from their median. One wild value moves neither. */
export function medianDeviation(values: readonly number[]): number {
  const middle = median(values);
  return median(values.map((value) => Math.abs(value - middle)));
}

/** The median deviation as a share of the median: 0.02 is 2 %. 0 where all values are equal, 0 included. */
export function noiseOf(values: readonly number[]): number {
  const deviation = medianDeviation(values);
  return deviation === 0 ? 0 : deviation / Math.abs(median(values));
}

/**
 * The exponent by which y grows with x: the slope of the straight line that fits log y over log x best (least squares).
 * 1 is linear, 2 is quadratic.
 * @throws RangeError for fewer than two different x, or for values that are not above 0
 */
export function exponentOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  if (points.some(({ x, y }) => !(x > 0 && y > 0))) throw new RangeError("only values above 0 have a logarithm");
  const xs = points.map(({ x }) => Math.log(x));
  const ys = points.map(({ y }) => Math.log(y));
  const meanX = mean(xs);
  const meanY = mean(ys);
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) throw new RangeError("a line needs two different x");
  return xs.reduce((sum, x, k) => sum + (x - meanX) * (ys[k] - meanY), 0) / spread;
}

/**
 * The slope of the line through the points that wild values do not move: the median of the slopes between all pairs
 * (Theil-Sen). In units of y for one of x.
 * @throws RangeError for fewer than two different x
 */
export function robustSlope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const slopes = points.flatMap((a, k) =>
    points.slice(k + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  );
  if (slopes.length === 0) throw new RangeError("a slope needs two different x");
  return median(slopes);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
