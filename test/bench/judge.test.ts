import { describe, expect, test } from "vitest";
import { judgeGrowth } from "../../bench/growth/judge.ts";

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

  // Averages over the upper half of these are below 1.15: 0 and 2.3 in two steps, 1 and 1.3.
  test.each<[name: string, ys: readonly number[], step: number]>([
    ["flat to 100,000, then 200 times the cost for 10 times the size", [1, 1, 1, 1, 1, 200], 2.3],
    ["linear to 100,000, then 20 times the cost for 10 times the size", [1, 10, 100, 1e3, 1e4, 2e5], 1.3],
    ["a cliff from 10,000 to 100,000, flat behind it", [1, 1, 1, 1, 30, 30], 1.48],
  ])("%s is not linear", (_, ys, step) => {
    const { steepest, linear } = judgeGrowth(ys.map((y, k) => ({ x: decades[k], y })));
    expect(linear).toBe(false);
    expect(steepest.exponent).toBeCloseTo(step, 1);
  });

  // A tenth too little and a tenth too much at each of two sizes that are neighbours, wherever they stand.
  test.each([
    [decades],
    [[10, 100, 1000, 10_000]],
    [[1, 4, 16, 64, 256, 1024]],
    [[1, 3, 10, 30, 100, 300, 1000, 2000]],
  ])("linear over %j with a tenth of noise at two neighbours is linear", (sizes) => {
    for (let wrong = 0; wrong < sizes.length - 1; wrong++) {
      const noise = sizes.map((_, k) => (k === wrong ? 0.91 : k === wrong + 1 ? 1.09 : 1));
      expect(judgeGrowth(sizes.map((x, k) => ({ x, y: x * noise[k] })))).toMatchObject({ linear: true });
    }
  });

  test("what happens far below the largest size is not looked at step by step", () => {
    const points = [1, 1, 30, 30, 30, 30].map((y, k) => ({ x: decades[k], y }));
    expect(judgeGrowth(points)).toMatchObject({ linear: true, steepest: { exponent: 0 } });
  });

  test("the last step counts however far apart its sizes are", () => {
    const points = [10, 100, 1_000_000].map((x, k) => ({ x, y: [1, 1, 1e6][k] }));
    expect(judgeGrowth(points)).toMatchObject({ linear: false, steepest: { from: 100, to: 1_000_000 } });
  });

  test("points at 0 have no logarithm and are left out; the order of the points does not matter", () => {
    const points = over([1000, 0, 10, 100], (x) => 5 * x + (x === 0 ? 1 : 0));
    expect(judgeGrowth(points).exponent).toBeCloseTo(1, 10);
  });

  test("two points show no growth", () => {
    expect(() => judgeGrowth(over([0, 10, 100], (x) => x + 1))).toThrow(RangeError);
  });
});
