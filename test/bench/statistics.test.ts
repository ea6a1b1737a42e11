import { describe, expect, test } from "vitest";
import { exponentOf, median, medianDeviation, noiseOf, robustSlope } from "../../bench/statistics.ts";

describe("median", () => {
  test.each<[values: readonly number[], expected: number]>([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 2, 4, 8], 6],
    [[100, 9, 20], 20], // by value, not by text
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test("of nothing is no number", () => {
    expect(median([])).toBeNaN();
  });

  test("leaves the values in their order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

// 1 1 2 2 4 6 9 is the usual example: median 2, distances 1 1 0 0 2 4 7, of which the median is 1.
test("median deviation and noise", () => {
  expect(medianDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  expect(noiseOf([1, 1, 2, 2, 4, 6, 9])).toBe(0.5);
  expect(noiseOf([-1, -1, -2, -2, -4, -6, -9])).toBe(0.5);
  expect(noiseOf([5, 5, 5])).toBe(0);
  expect(noiseOf([0, 0, 0])).toBe(0);
});

test("one wild value does not move the noise", () => {
  expect(noiseOf([98, 99, 100, 101, 1_000_000])).toBe(0.01);
});

describe("exponent", () => {
  const points = (y: (x: number) => number): { x: number; y: number }[] =>
    [1, 10, 100, 1000].map((x) => ({ x, y: y(x) }));

  test.each<[name: string, y: (x: number) => number, expected: number]>([
    ["constant", () => 7, 0],
    ["square root", (x) => 3 * Math.sqrt(x), 0.5],
    ["linear", (x) => 0.001 * x, 1],
    ["quadratic", (x) => 5 * x * x, 2],
  ])("%s", (_, y, expected) => {
    expect(exponentOf(points(y))).toBeCloseTo(expected, 10);
  });

  test("least squares: 1, 10, 10 over 1, 10, 100 is a slope of a half", () => {
    // Logarithms to 10: x 0 1 2, y 0 1 1; slope = sum(dx dy) / sum(dx dx) = (0.667 + 0 + 0.333) / 2.
    const uneven = [1, 10, 10].map((y, k) => ({ x: 10 ** k, y }));
    expect(exponentOf(uneven)).toBeCloseTo(0.5, 10);
  });

  test.each([[[{ x: 1, y: 1 }]], [[{ x: 2, y: 1 }, { x: 2, y: 5 }]], [[{ x: 1, y: 0 }, { x: 2, y: 1 }]], [[{ x: 0, y: 1 }, { x: 2, y: 1 }]]]) // prettier-ignore
  ("%j has none", (few) => {
    expect(() => exponentOf(few)).toThrow(RangeError);
  });
});

describe("robust slope", () => {
  test("is that of the line, whatever two of nine points say", () => {
    const ys = [1, 3, 900, 7, 9, 11, -500, 15, 17];
    expect(robustSlope(ys.map((y, x) => ({ x, y })))).toBe(2);
  });

  test("is the median of all pairs: 0 1 5 over 0 1 2 has slopes 1, 2.5 and 4", () => {
    expect(robustSlope([0, 1, 5].map((y, x) => ({ x, y })))).toBe(2.5);
  });

  test("needs two different x", () => {
    expect(() => robustSlope([{ x: 1, y: 1 }, { x: 1, y: 2 }])).toThrow(RangeError); // prettier-ignore
  });
});
