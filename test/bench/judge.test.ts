import { describe, expect, test } from "vitest";
import { judgeGrowth, judgeMemory } from "../../bench/growth/judge.ts";

const over = (xs: readonly number[], y: (x: number) => number): { x: number; y: number }[] =>
  xs.map((x) => ({ x, y: y(x) }));
const decades = [10, 100, 1000, 10_000, 100_000, 1_000_000];

describe("growth", () => {
  test.each<[name: string, y: (x: number) => number, linear: boolean]>([
    ["constant", () => 3, true],
    ["linear", (x) => x / 7, true],
    ["linear behind a fixed cost", (x) => 1e5 + x, true],
    ["x log x", (x) => x * Math.log2(x), true], // 1.08 between 1,000 and a million
    ["x to the power of 1.2", (x) => x ** 1.2, false],
    ["quadratic", (x) => x * x, false],
  ])("%s: linear or better is %s", (_, y, linear) => {
    expect(judgeGrowth(over(decades, y)).linear).toBe(linear);
  });

  test("a fixed cost hides no quadratic growth: the upper half counts", () => {
    // Over all points the exponent is far below 1; from 10,000 on it is nearly 2.
    const judged = judgeGrowth(over(decades, (x) => 1e8 + x * x));
    expect(judged.exponent).toBeLessThan(1);
    expect(judged.tail).toBeGreaterThan(1.5);
    expect(judged.linear).toBe(false);
  });

  test("points at 0 have no logarithm and are left out; the order of the points does not matter", () => {
    const points = over([1000, 0, 10, 100], (x) => 5 * x + (x === 0 ? 1 : 0));
    expect(judgeGrowth(points).exponent).toBeCloseTo(1, 10);
  });

  test("two points show no growth", () => {
    expect(() => judgeGrowth(over([0, 10, 100], (x) => x + 1))).toThrow(RangeError);
  });
});

describe("memory", () => {
  test("that fills up and then stays is flat", () => {
    const { growth, flat } = judgeMemory([10, 50, 90, 100, 100, 101, 102, 101, 100]);
    expect(flat).toBe(true);
    expect(growth).toBeCloseTo(0.01);
  });

  test("that grows all the time is not", () => {
    // 4 5 6 against 7 8 9: 8 is 60 % more than 5.
    const { growth, flat } = judgeMemory([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(growth).toBeCloseTo(0.6);
    expect(flat).toBe(false);
  });

  test("that shrinks is flat", () => {
    expect(judgeMemory([9, 9, 9, 9, 9, 9, 2, 2, 2]).flat).toBe(true);
  });

  test("of two samples says nothing", () => {
    expect(() => judgeMemory([1, 2])).toThrow(RangeError);
  });
});
