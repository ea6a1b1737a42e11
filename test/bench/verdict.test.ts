import { describe, expect, test } from "vitest";
import type { Figure } from "../../bench/rounds.ts";
import { compareFigures, comparePaired, ROUNDS_PAIRED, ROUNDS_UNPAIRED } from "../../bench/verdict.ts";
import { median } from "../../bench/statistics.ts";
import { normal } from "./chance.ts";

const figure = (...samples: readonly number[]): Figure => ({ median: median(samples), samples, about: "" });
const times = (by: number, values: readonly number[]): number[] => values.map((value) => value * by);

const FIVE = [98, 99, 100, 101, 102];
const EIGHT = [300, 200, 100, 50, 70, 90, 110, 130];

describe("figures of different times", () => {
  test.each<[what: string, now: readonly number[], less: boolean, verdict: string]>([
    ["10 % more", times(1.1, FIVE), false, "faster"],
    ["10 % more of what should be less", times(1.1, FIVE), true, "slower"],
    ["10 % less", times(0.9, FIVE), false, "slower"],
    ["10 % less of what should be less", times(0.9, FIVE), true, "faster"],
    ["no change", FIVE, false, "within noise"],
    ["10 % more on average, with overlap", [80, 99.5, 110, 101.5, 130], false, "within noise"],
    ["0.9 % more without any scatter", [100.9, 100.9, 100.9, 100.9, 100.9], false, "within noise"],
  ])("%s", (_, now, less, verdict) => {
    const before = now.every((value) => value === now[0]) ? figure(100, 100, 100, 100, 100) : figure(...FIVE);
    expect(compareFigures(before, figure(...now), less).verdict).toBe(verdict);
  });

  test("change, noise and p are shares", () => {
    const compared = compareFigures(figure(...FIVE), figure(...times(0.75, FIVE)), false);
    // Deviations 2 1 0 1 2 of 100: 1 % on either side.
    expect(compared.change).toBeCloseTo(-0.25);
    expect(compared.noise).toBeCloseTo(0.02);
    expect(compared.p).toBeCloseTo(2 / 252);
  });

  test("what is no number is no change", () => {
    expect(compareFigures(figure(0, 0, 0, 0, 0), figure(0, 0, 0, 0, 0), false).verdict).toBe("within noise");
  });

  // The first number of rounds at which one of all ways to choose them is less than a hundredth: (n + m over n) > 100.
  test.each([
    [1, 5, undefined], // 100, which nobody measures
    [2, 5, 13],
    [3, 5, 7],
    [4, 4, 5],
  ])("%d rounds before and %d now are too few", (before, now, needed) => {
    const compared = compareFigures(figure(...FIVE.slice(0, before)), figure(...times(3, FIVE).slice(0, now)), false);
    expect(compared).toMatchObject({ verdict: "too few rounds to say" });
    expect(compared.roundsNeeded).toBe(needed);
    expect(compared).not.toHaveProperty("p");
    if (before === 1) expect(compared).not.toHaveProperty("noise");
  });
});

describe("figures taken in turn", () => {
  test("a machine that gets slower for both hides no change", () => {
    // In each round now is 5 % more; from round to round the machine gets several times slower.
    const [before, now] = [figure(...EIGHT), figure(...times(1.05, EIGHT))];
    expect(compareFigures(before, now, false).verdict).toBe("within noise");
    expect(comparePaired(before, now, false)).toMatchObject({ verdict: "faster" });
    expect(comparePaired(before, now, false).change).toBeCloseTo(0.05);
    expect(comparePaired(before, now, true).verdict).toBe("slower");
  });

  test("ratios that go up and down are noise", () => {
    const ratios = [0.9, 1.05, 1.2, 0.95, 1.1, 0.98, 1.08, 1.02];
    const compared = comparePaired(figure(...EIGHT), figure(...EIGHT.map((value, k) => value * ratios[k])), false);
    expect(compared.verdict).toBe("within noise");
  });

  test("less than seven rounds are too few, and seven would do", () => {
    const compared = comparePaired(figure(...EIGHT.slice(0, 6)), figure(...times(2, EIGHT.slice(0, 6))), false);
    expect(compared).toMatchObject({ verdict: "too few rounds to say", roundsNeeded: 7 });
    const enough = comparePaired(figure(...EIGHT.slice(0, 7)), figure(...times(2, EIGHT.slice(0, 7))), false);
    expect(enough.verdict).toBe("faster");
    const [once] = [comparePaired(figure(100), figure(120), false)];
    expect(once).not.toHaveProperty("noise");
  });

  test("figures of 0 and below have a verdict too", () => {
    const before = [-1, 0, 1, 2, 3, 4, 5, 6];
    const now = figure(...before.map((value) => value + 100));
    expect(comparePaired(figure(...before), now, true).verdict).toBe("slower");
  });
});

/** Shares of verdicts over many rows with normal scatter, of which now is so many times before. */
function shares(
  compare: typeof compareFigures,
  [before, now]: readonly [number, number],
  change: number,
  scatter: number,
): { changed: number; right: number } {
  const rows = 2000;
  const noise = normal(1);
  const samples = (count: number, by: number): number[] =>
    Array.from({ length: count }, () => 100 * by * (1 + scatter * noise()));
  let [changed, right] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const { verdict } = compare(figure(...samples(before, 1)), figure(...samples(now, change)), false);
    if (verdict === "faster" || verdict === "slower") changed++;
    if (verdict === (change > 1 ? "faster" : "slower")) right++;
  }
  return { changed: changed / rows, right: right / rows };
}

describe.each<[what: string, compare: typeof compareFigures, rounds: readonly [number, number], found: number]>([
  ["figures of different times", compareFigures, [ROUNDS_UNPAIRED, ROUNDS_UNPAIRED], 0.98],
  ["2 rounds before and 13 now", compareFigures, [2, 13], 0.85],
  ["3 rounds before and 7 now", compareFigures, [3, 7], 0.85],
  ["10 rounds before and 10 now", compareFigures, [10, 10], 0.99],
  ["figures taken in turn", comparePaired, [ROUNDS_PAIRED, ROUNDS_PAIRED], 0.98],
  ["7 rounds in turn", comparePaired, [7, 7], 0.95],
  ["20 rounds in turn", comparePaired, [20, 20], 0.99],
])("%s, with normal scatter", (_, compare, rounds, found) => {
  test.each([0.02, 0.05, 0.3])("of %d: no change is called one in less than 3 % of rows", (scatter) => {
    expect(shares(compare, rounds, 1, scatter).changed).toBeLessThan(0.03);
  });

  test("of 5 %: a change of 20 % is found nearly always, and never the wrong way round", () => {
    for (const change of [1.2, 0.8]) {
      const { changed, right } = shares(compare, rounds, change, 0.05);
      expect(right).toBeGreaterThan(found);
      expect(changed).toBe(right);
    }
  });
});

test.each<[compare: typeof compareFigures, rounds: readonly [number, number]]>([
  [compareFigures, [2, 5]],
  [compareFigures, [1, 5]],
  [compareFigures, [1, 1]],
  [comparePaired, [1, 1]],
  [comparePaired, [5, 5]],
])("too few rounds never say that there is a change (%#)", (compare, rounds) => {
  expect(shares(compare, rounds, 1.5, 0.05).changed).toBe(0);
});
