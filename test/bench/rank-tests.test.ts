import { describe, expect, test } from "vitest";
import { pairedP, pairedPMin, unpairedP, unpairedPMin } from "../../bench/rank-tests.ts";

// Numbers of ways are those of the textbook tables: of the 252 ways to choose 5 of 10 ranks, 1 1 2 3 5 give U = 0 1 2 3 4.
describe("ranks of two groups", () => {
  test.each<[before: readonly number[], now: readonly number[], p: number]>([
    [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 2 / 252],
    [[6, 7, 8, 9, 10], [1, 2, 3, 4, 5], 2 / 252],
    [[1, 2, 3, 4, 6], [5, 7, 8, 9, 10], 4 / 252],
    [[1, 2, 3, 4, 7], [5, 6, 8, 9, 10], 8 / 252],
    [[1, 2], [3, 4, 5, 6, 7], 2 / 21],
    [[1, 4], [2, 3], 1],
    [[7, 7, 7], [7, 7, 7], 1], // all alike
    // Ranks 1, 3, 3 and 3, 5, 6 (a triple tie at 3): of 20 ways to choose three, one has a lower sum than 7 or the same: itself
    // and those that take another of the three equal ones, 3 in all.
    [[1, 2, 2], [2, 8, 9], 6 / 20],
    [[], [1, 2], 1],
  ])("%j and %j: p is %d", (before, now, p) => {
    expect(unpairedP(before, now)).toBeCloseTo(p, 12);
  });

  test("the smallest p is that of groups that do not overlap", () => {
    expect(unpairedPMin(5, 5)).toBeCloseTo(2 / 252, 12);
    expect(unpairedPMin(2, 13)).toBeCloseTo(2 / 105, 12);
    expect(unpairedPMin(1, 1)).toBe(1);
    expect(unpairedPMin(0, 9)).toBe(1);
  });

  test("fifty of each are quick to count and as unlikely as they look", () => {
    const [low, high] = [0, 100].map((from) => Array.from({ length: 50 }, (_, k) => from + k));
    // 2 / (100 over 50), which is 1.00891e29
    expect(unpairedP(low, high) / (2 / 1.00891e29)).toBeCloseTo(1, 4);
  });
});

describe("signed ranks", () => {
  test.each<[differences: readonly number[], p: number]>([
    [[1, 2, 3, 4, 5, 6, 7, 8], 2 / 256],
    [[-1, 2, 3, 4, 5, 6, 7, 8], 4 / 256],
    [[1, -2, 3, 4, 5, 6, 7, 8], 6 / 256],
    // Sums up to 8 come about in 1 1 1 2 2 3 4 5 6 ways, 25 of 1024: the 5 % value of the tables for ten pairs is 8.
    [[-8, 1, 2, 3, 4, 5, 6, 7, 9, 10], 50 / 1024],
    [[0, 0, 5], 1],
    [[0, 1, 2, 3], 2 / 8], // without the 0
    [[], 1],
    [[-1, 1], 1],
    [[2, 2, 2, -2], 10 / 16], // all ranks alike: as a sign test, 2 (1 + 4) / 16
  ])("%j: p is %d", (differences, p) => {
    expect(pairedP(differences)).toBeCloseTo(p, 12);
    expect(pairedP(differences.map((difference) => -difference))).toBeCloseTo(p, 12);
  });

  test("the smallest p is that of pairs that all agree", () => {
    expect(pairedPMin(7)).toBe(2 / 128);
    expect(pairedPMin(0)).toBe(1);
  });
});
