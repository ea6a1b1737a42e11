import { expect, test } from "vitest";
import { exercisedFloors, missed, Tally } from "../../src/campaign/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";

const law: Law = { ...LAWS[0], name: "about pages", exercises: { "a page": 0.5, "a rare page": 0.01 } };

/** A tally of so many checks, in the first of which something was met. */
function tally(asked: number, met: Readonly<Record<string, number>>): Tally {
  const counted = new Tally();
  for (let k = 0; k < asked; k++) {
    const exercised = new Map(Object.entries(met).flatMap(([what, checks]) => (k < checks ? [[what, 3]] : [])));
    const evidence = { legs: 1, cuts: 0, comparisons: 1, retired: [], exercised };
    counted.add(law.name, { kind: "held", evidence });
  }
  return counted;
}

const A_PAGE = "a page in checks of law about pages";
const RARE = "a rare page in checks of law about pages";

test("counts checks, not times, as a part of the cases that the law was asked of", () => {
  const floors = exercisedFloors(tally(100, { "a page": 50 }), [law], 1);
  expect(floors).toEqual([{ what: A_PAGE, atLeast: 50, reached: 50, law: law.name }]);
  expect(missed(exercisedFloors(tally(100, { "a page": 49 }), [law], 1))).toHaveLength(1);
});

test("what was never met misses its floor, also where the law says nothing", () => {
  expect(missed(exercisedFloors(tally(100, {}), [law], 1)).map(({ what }) => what)).toEqual([A_PAGE]);
  const silent = new Tally();
  for (let k = 0; k < 100; k++) silent.add(law.name, { kind: "unsupported", reason: "no pages" });
  expect(missed(exercisedFloors(silent, [law], 1)).map(({ what }) => what)).toEqual([A_PAGE]);
});

test("what is rare must be met once from 400 cases on, as most of a part from 500, and as a part from 1,000 on", () => {
  const atLeast = (asked: number): number | undefined =>
    exercisedFloors(tally(asked, {}), [law], 1).find(({ what }) => what === RARE)?.atLeast;
  expect([399, 400, 499, 500, 800, 999, 1000, 2000].map(atLeast)).toEqual([undefined, 1, 1, 3, 6, 7, 10, 20]);
});

test("where targets are compared, one case in so many is made for the first", () => {
  expect(exercisedFloors(tally(400, { "a page": 50 }), [law], 4)).toMatchObject([{ what: A_PAGE, atLeast: 50 }]);
});

test("tallies are added, with all that was met", () => {
  const [sum, more] = [tally(3, { "a page": 2 }), tally(4, { "a page": 1, "a rare page": 4 })];
  sum.merge(more);
  sum.addFailed(law.name, 0.25);
  expect(sum.laws.get(law.name)).toMatchObject({ asked: 8, held: 7, comparisons: 7, seconds: 0.25 });
  expect([...sum.laws.get(law.name)!.exercised]).toEqual([
    ["a page", { checks: 3, times: 9 }],
    ["a rare page", { checks: 4, times: 12 }],
  ]);
});

test("every law says what it must meet, but for those whose comparison is all there is", () => {
  const without = LAWS.filter(({ exercises }) => !exercises).map(({ name }) => name);
  expect(without).toEqual(["resume-snapshot", "version", "repeatable", "differential"]);
});
