import { expect, test } from "vitest";
import { expectedHits } from "../../src/campaign/expected-hits.ts";

/** Rounded, as fitting only comes near. */
function expected(table: readonly (readonly [readonly string[], number])[]): number[] {
  const cells = table.map(([parts]) => parts);
  const hits = table.map(([, count]) => count);
  return [...expectedHits(cells, hits)].map((amount) => Math.round(amount * 1000) / 1000);
}

test("a pair is met as often as its first and its second together allow", () => {
  // 100 hits: 60 % are a, 30 % are red.
  const table = [
    [["a", "red"], 0],
    [["a", "blue"], 60],
    [["b", "red"], 30],
    [["b", "blue"], 10],
  ] as const;
  expect(expected(table)).toEqual([18, 42, 12, 28]);
});

test("cells that there are not take no part", () => {
  // c is never red: its 1000 hits say nothing about red and blue among the others.
  const table = [
    [["a", "red"], 10],
    [["a", "blue"], 10],
    [["b", "red"], 20],
    [["b", "blue"], 20],
    [["c", "none"], 1000],
  ] as const;
  expect(expected(table)).toEqual([10, 10, 20, 20, 1000]);
});

test("three axes", () => {
  const table = ["a", "b"].flatMap((x) =>
    ["1", "2"].flatMap((y) =>
      ["r", "g"].map((z) => [[x, y, z], (x === "a" ? 3 : 1) * (y === "1" ? 4 : 1) * 10] as const),
    ),
  );
  expect(expected(table)).toEqual(table.map(([, hits]) => hits));
});

test("a value that was never met has nothing to expect, and nothing is nothing", () => {
  const table = [
    [["a", "red"], 5],
    [["a", "blue"], 5],
    [["b", "red"], 0],
    [["b", "blue"], 0],
  ] as const;
  expect(expected(table)).toEqual([5, 5, 0, 0]);
  expect(expected(table.map(([parts]) => [parts, 0] as const))).toEqual([0, 0, 0, 0]);
  expect(expected([])).toEqual([]);
});
