import { describe, expect, test } from "vitest";
import { judgeMemory } from "../../bench/growth/judge-memory.ts";
import { memoryVerdict } from "../../bench/growth/verdicts.ts";
import type { Point } from "../../bench/growth/judge.ts";
import { normal } from "./chance.ts";

const SAMPLES = 60;

/** MiB at 60 moments of so many minutes. */
const over = (minutes: number, memory: (minute: number) => number): Point[] =>
  Array.from({ length: SAMPLES }, (_, k) => (k * minutes) / (SAMPLES - 1)).map((x) => ({ x, y: memory(x) }));

/** What a campaign of one minute measured that was flat from its third minute on. */
// prettier-ignore
const MEASURED = [23.1, 31.1, 30.6, 31.1, 31.7, 32.4, 32.0, 32.3, 32.3, 28.0, 28.0, 28.4, 28.4, 28.5, 28.7, 28.7, 28.8, 28.7, 29.1, 28.8, 29.0, 28.8, 29.4, 29.3, 28.9, 29.0, 29.2, 29.4, 29.2, 29.4, 29.3, 29.1, 29.7, 29.3, 29.3, 29.5, 29.4, 29.2, 29.4, 29.5, 29.5, 29.7, 29.4, 29.7, 29.6, 29.7, 29.7, 29.7, 29.7, 29.8, 29.7, 30.0, 30.1, 29.7, 29.8, 29.5, 30.0, 29.6, 30.3, 30.0, 29.8];

describe("memory that grows is never flat", () => {
  test.each<[what: string, minutes: number, memory: (minute: number) => number, verdict: string]>([
    ["20 MiB a minute over 60 MiB", 1, (t) => 60 + 20 * t, "growing"],
    ["50 MiB a minute over 150 MiB", 1, (t) => 150 + 50 * t, "growing"],
    ["1 MiB a minute over 30 MiB, of one minute", 1, (t) => 30 + t, "growing"],
    ["half a MiB a minute over 1 GiB, of ten minutes", 10, (t) => 1024 + t / 2, "growing"],
    ["20 MiB an hour, of an hour", 60, (t) => 30 + t / 3, "growing"],
    ["20 MiB an hour, of half a minute", 0.5, (t) => 30 + t / 3, "too short to tell"],
    ["grows and is cleared away now and then", 60, (t) => 30 + t + (t % 7), "growing"],
  ])("%s", (_, minutes, memory, verdict) => {
    expect(judgeMemory(over(minutes, memory)).verdict).toBe(verdict);
  });

  test.each([1, 2, 3, 4, 5])("with noise of half a MiB, seed %d: 2 MiB a minute for 10 minutes", (seed) => {
    const noise = normal(seed);
    expect(judgeMemory(over(10, (t) => 30 + 2 * t + noise() / 2)).verdict).toBe("growing");
  });
});

describe("memory that does not grow", () => {
  test.each([1, 2, 3, 4, 5])("of 11 minutes with the noise of a real campaign is flat, seed %d", (seed) => {
    const noise = normal(seed);
    const filling = (t: number): number => 30.8 - 8 * Math.exp(-4 * t) + t / 40;
    const { verdict, slope } = judgeMemory(over(11, (t) => filling(t) + noise() / 10));
    expect(verdict).toBe("flat");
    expect(Math.abs(slope)).toBeLessThan(5);
  });

  test("is flat with wild samples", () => {
    expect(judgeMemory(over(30, (t) => (Math.round(t * 2) % 6 === 0 ? 90 : 30))).verdict).toBe("flat");
  });

  test("and jumps once by 2 MiB is flat if the run is long, and never growing", () => {
    const jumping = (minutes: number): Point[] => over(minutes, (t) => (t < (minutes * 2) / 3 ? 30 : 32));
    expect(judgeMemory(jumping(30)).verdict).toBe("too short to tell");
    expect(judgeMemory(jumping(120)).verdict).toBe("flat");
  });

  test("and shrinks is flat", () => {
    expect(judgeMemory(over(10, (t) => 90 - t)).verdict).toBe("flat");
  });

  test("of a minute says nothing yet: caches still fill", () => {
    const points = MEASURED.map((y, k) => ({ x: k / (MEASURED.length - 1), y }));
    expect(judgeMemory(points).verdict).toBe("too short to tell");
    expect(judgeMemory(over(1, () => 30)).verdict).toBe("too short to tell");
  });

  test("of less than a minute says nothing, however fast its caches fill", () => {
    for (const minutes of [0.1, 0.3, 0.5]) {
      const told = memoryVerdict(
        over(minutes, (t) => 20 + 20 * t),
        false,
      );
      expect(told).toEqual({ good: null, verdict: expect.stringMatching(/^too short to tell/) });
    }
  });
});

test("the slope is in MiB an hour, and the uncertainty what the noise makes of it", () => {
  // 40 minutes count, that is two thirds of an hour: 0.2 MiB are 0.3 MiB an hour.
  const { slope, uncertainty } = judgeMemory(over(60, (t) => 30 + t / 20));
  expect(slope).toBeCloseTo(3, 5);
  expect(uncertainty).toBeCloseTo(0.3, 5);
});

test("few samples say nothing", () => {
  expect(() => judgeMemory(over(10, () => 1).slice(0, 8))).toThrow(RangeError);
});

describe("a campaign", () => {
  const flat = over(30, () => 30);

  test("is good if it is flat, bad if it grows, neither if it was too short", () => {
    expect(memoryVerdict(flat, false)).toMatchObject({ good: true, verdict: expect.stringMatching(/^flat, \+0\.0 /) });
    expect(
      memoryVerdict(
        over(30, (t) => t),
        false,
      ),
    ).toMatchObject({ good: false });
    expect(
      memoryVerdict(
        over(1, () => 30),
        false,
      ),
    ).toMatchObject({ good: null });
    expect(memoryVerdict(flat.slice(0, 3), false)).toEqual({ good: null, verdict: "too few samples" });
  });

  test.each([[flat], [flat.slice(0, 3)], [[]]])("whose process failed is never good (%#)", (points) => {
    const { good, verdict } = memoryVerdict(points, true);
    expect(good).toBe(false);
    expect(verdict).toMatch(/^failed; until then /);
  });
});
