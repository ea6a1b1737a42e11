import { expect, test } from "vitest";
import { isTooMany, missedByChance, missedReason } from "../../src/campaign/missed-reason.ts";

test("what was to be expected decides", () => {
  expect(missedReason(20, undefined)).toBe(
    "should have been met: about 20 hits of each expected: look at the generator",
  );
  expect(missedReason(163.4, "few are green")).toBe(
    "few are green, and yet about 163 hits of each expected: look at the generator",
  );
  expect(missedReason(0.318, undefined)).toBe(
    "too rare for so many cases: about 0.32 hits of each expected, about 3.2 in ten times as many",
  );
  expect(missedReason(8.8, undefined)).toBe(
    "bad luck, or rarer than its parts suggest: about 8.8 hits of each expected, about 88 in ten times as many",
  );
  expect(missedReason(0.002, "few are green")).toBe(
    "few are green: less than 0.01 hits of each expected, about 0.02 in ten times as many",
  );
});

test("nothing of the kind is a reason of its own", () => {
  expect(missedReason(0, undefined)).toBe("nothing of the kind was met at all: look at the generator");
  expect(missedReason(0, "few are green")).toBe("few are green; none was met");
});

test("a part of which chance would have met the most is no matter of chance", () => {
  // Hits come in twos, about: of cells with 2 expected, 1 in e is missed.
  expect(missedByChance(Array.from({ length: 100 }, () => 2))).toBeCloseTo(100 / Math.E, 6);
  expect(missedByChance([0, 0, 0])).toBe(3);
  expect(isTooMany(90, 100 / Math.E)).toBe(true);
  expect(isTooMany(40, 100 / Math.E)).toBe(false);
  expect(isTooMany(3, 3)).toBe(false);
  expect(missedReason(3, undefined, 26.3)).toBe(
    "should not all be missed: about 3 hits of each expected, chance would miss about 26: look at the generator",
  );
});
