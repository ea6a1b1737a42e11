import { describe, expect, test } from "vitest";
import type { Figure } from "../../bench/rounds.ts";
import { compareFigures, comparePaired } from "../../bench/verdict.ts";

const figure = (median: number, noise: number, samples: readonly number[] = [median]): Figure => ({
  median,
  noise,
  samples,
  about: "",
});

describe("figures of different times", () => {
  test.each<[before: Figure, now: Figure, less: boolean, verdict: string]>([
    // 10 % more, the noise of both is 3 + 4 %
    [figure(100, 0.03), figure(110, 0.04), false, "faster"],
    [figure(100, 0.03), figure(110, 0.04), true, "slower"],
    [figure(100, 0.03), figure(90, 0.04), false, "slower"],
    [figure(100, 0.03), figure(90, 0.04), true, "faster"],
    // beyond the noise of each, but not of both together
    [figure(100, 0.06), figure(110, 0.06), false, "within noise"],
    [figure(100, 0.11), figure(110, 0), false, "within noise"],
    [figure(100, 0), figure(110, 0.11), false, "within noise"],
    // figures without any noise: a change below 1 % is none
    [figure(1000, 0), figure(1009, 0), false, "within noise"],
    [figure(1000, 0), figure(1011, 0), false, "faster"],
    [figure(1000, 0), figure(1000, 0), true, "within noise"],
  ])("%j, then %j, less is better: %s: %s", (before, now, less, verdict) => {
    expect(compareFigures(before, now, less).verdict).toBe(verdict);
  });

  test("change and noise are shares", () => {
    const { change, noise } = compareFigures(figure(200, 0.02), figure(150, 0.05), false);
    expect(change).toBeCloseTo(-0.25);
    expect(noise).toBeCloseTo(0.07);
  });

  test("what is no number is no change", () => {
    expect(compareFigures(figure(0, 0), figure(0, 0), false).verdict).toBe("within noise");
  });
});

describe("figures taken in turn", () => {
  test("a machine that gets slower for both hides no change", () => {
    // In each round now is 5 % more; from round to round the machine gets three times slower.
    const before = figure(100, 0.5, [300, 200, 100, 50]);
    const now = figure(105, 0.5, [315, 210, 105, 52.5]);
    expect(compareFigures(before, now, false).verdict).toBe("within noise");
    expect(comparePaired(before, now, false)).toMatchObject({ verdict: "faster", noise: 0.01 });
    expect(comparePaired(before, now, false).change).toBeCloseTo(0.05);
    expect(comparePaired(before, now, true).verdict).toBe("slower");
  });

  test("ratios that go up and down are noise", () => {
    // Ratios 0.9, 1.05, 1.2: median 1.05, deviation 0.15, twice that is 0.3.
    const compared = comparePaired(figure(100, 0, [100, 100, 100]), figure(105, 0, [90, 105, 120]), false);
    expect(compared.verdict).toBe("within noise");
    expect(compared.noise).toBeCloseTo(0.3);
  });
});
