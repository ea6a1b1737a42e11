import { expect, test } from "vitest";
import { growthVerdict } from "../../bench/growth/verdicts.ts";

const linear = [10, 100, 1000, 10_000].map((x) => ({ x, y: 3 * x }));

test("a cost that grows as it should is good, unless its process failed", () => {
  expect(growthVerdict(linear, false)).toEqual({
    exponent: expect.closeTo(1, 10) as number,
    good: true,
    verdict: "linear or better, 1.00 in the upper half, steepest step 1.00 from 100 to 1,000",
  });
  expect(growthVerdict(linear, true)).toMatchObject({ good: false, verdict: expect.stringMatching(/^failed; /) });
});

test("a cliff at the end is named", () => {
  const { good, verdict } = growthVerdict([...linear, { x: 100_000, y: 6_000_000 }], false);
  expect(good).toBe(false);
  expect(verdict).toMatch(/^worse than linear, .*steepest step 2\.30 from 10,000 to 100,000$/);
});

test("two points above 0 cannot tell", () => {
  const few = [{ x: 0, y: 1 }, ...linear.slice(0, 2)];
  expect(growthVerdict(few, false)).toEqual({ good: null, verdict: "too few points" });
  expect(growthVerdict(few, true)).toEqual({ good: false, verdict: "failed; until then too few points" });
});
