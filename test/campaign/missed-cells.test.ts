import { expect, test } from "vitest";
import { groupMissed } from "../../src/campaign/missed-cells.ts";

/** All combinations of three axes. */
const ALL = ["a", "b", "c", "d"].flatMap((x) =>
  ["1", "2", "3"].flatMap((y) => ["red", "green", "blue"].map((z) => [x, y, z])),
);

test("a part of which everything was missed is a group, and the largest comes first", () => {
  const missed = ALL.filter(([x, y]) => x === "b" || y === "2");
  // 12 cells with 2, of which 3 are b's; the 6 others of b.
  expect(groupMissed(missed, ALL)).toMatchObject([
    { what: "2", possible: 12 },
    { what: "b", possible: 9 },
  ]);
  expect(groupMissed(missed, ALL).map(({ cells }) => cells.length)).toEqual([12, 6]);
  expect(groupMissed(missed, ALL)[1].cells).toContain("b, 1, red");
});

test("what has nothing in common is a group without a name", () => {
  const missed = [
    ["a", "1", "red"],
    ["b", "2", "green"],
  ];
  expect(groupMissed(missed, ALL)).toEqual([{ what: "", possible: 36, cells: ["a, 1, red", "b, 2, green"] }]);
});

test("what belongs together already stays one group", () => {
  const missed = ALL.filter(([x, y]) => x === "b" || y === "2");
  const [group, ...others] = groupMissed(missed, ALL, true);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ what: "", possible: 36 });
  expect(group.cells).toHaveLength(18);
});

test("every missed cell is in exactly one group", () => {
  for (let bits = 1; bits < 60; bits++) {
    const missed = ALL.filter((_, k) => ((bits * (k + 7)) ^ (k * k)) % 3 === 0);
    const names = groupMissed(missed, ALL).flatMap(({ cells }) => cells);
    expect(names.toSorted()).toEqual(missed.map((parts) => parts.join(", ")).toSorted());
  }
});

test("a part that most of the family has says nothing", () => {
  const flat = ALL.map(([x, y]) => [x, y, "same"]);
  expect(groupMissed(flat, flat).map(({ what }) => what)).not.toContain("same");
});

test("nothing missed, no group", () => {
  expect(groupMissed([], ALL)).toEqual([]);
});
