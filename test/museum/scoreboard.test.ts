import { expect, test } from "vitest";
import { comparedWith, EXHIBITS, scoreboardOf, scoreOf, type Attempt, type Diagnosis } from "../../src/museum/index.ts";

const [one, other] = EXHIBITS.filter(({ places }) => places.length > 0);
const found: Attempt = { seed: 1n, found: true, by: "relay", cases: 3, seconds: 0.5 };
const missed: Attempt = { seed: 2n, found: false, cases: 900, seconds: 60 };
const right: Diagnosis = { instructions: ["add"], cuts: 0, place: "add", right: true, seconds: 1 };
const REST = {
  absent: [],
  seeds: [1n, 2n],
  timeMs: 1,
  baselineTimeMs: 1,
  lost: [],
  missed: [],
  seconds: 1,
  interrupted: false,
};

test("what was found and has no diagnosis is not named rightly", () => {
  const scores = [
    scoreOf(one, [found, { ...found, seed: 2n, seconds: 0.7 }], [right], new Map()),
    scoreOf(other, [found, missed], [right], new Map()),
  ];
  const { totals } = scoreboardOf(scores, [], REST);
  expect(totals).toMatchObject({ exhibits: 2, found: 1, placed: 3, right: 2, undiagnosed: 1, seconds: 0.5 });
});

test("a run that diagnoses nothing judges nothing", () => {
  const { totals } = scoreboardOf([scoreOf(one, [found, found], [], new Map())], [], REST);
  expect(totals).toMatchObject({ placed: 0, right: 0, undiagnosed: 0 });
});

test("the full harness is also counted with the seed and in the time of the simpler methods", () => {
  const slow = { ...found, seconds: 2 };
  const baselines = new Map([["simple", found]]);
  const scores = [scoreOf(one, [found, slow], [], baselines), scoreOf(other, [slow, found], [], baselines)];
  const board = scoreboardOf(scores, [{ name: "simple", about: "" }], { ...REST, baselineTimeMs: 1000 });
  expect(board.baselines.map(({ name, found: count }) => [name, count])).toEqual([
    ["simple", 2],
    ["full harness, same time", 1],
  ]);
  expect(board.totals.longestSeconds).toBe(2);
});

test("what shrinking leaves is told beyond the median", () => {
  const diagnoses = [0, 1, 1, 1, 1, 1, 1, 2, 9, 40].map((length) => ({
    ...right,
    instructions: new Array<string>(length).fill("add"),
  }));
  const { totals } = scoreboardOf([scoreOf(one, [found], diagnoses, new Map())], [], REST);
  expect(totals).toMatchObject({ instructions: 1, instructionsOfMost: 9, instructionsMax: 40 });
});

test("a fault is lost if it was found with every seed and is not, or with some and now with none", () => {
  const score = (hits: number) =>
    scoreOf(one, [1, 2].map((k) => (k <= hits ? found : missed)), [], new Map()); // prettier-ignore
  const against = (earlier: { found: boolean; hits: number } | undefined, hits: number) =>
    comparedWith(new Map(earlier ? [[one.id, earlier]] : []), [score(hits)]);
  const [all, some, none] = [
    { found: true, hits: 5 },
    { found: false, hits: 3 },
    { found: false, hits: 0 },
  ];
  expect(against(all, 2)).toEqual({ lost: [], missed: [] });
  expect(against(all, 1)).toEqual({ lost: [one.id], missed: [one.id] });
  expect(against(some, 1)).toEqual({ lost: [], missed: [] });
  expect(against(some, 0)).toEqual({ lost: [one.id], missed: [] });
  expect(against(none, 0)).toEqual({ lost: [], missed: [] });
  // A fault that is new must be found.
  expect(against(undefined, 1)).toEqual({ lost: [], missed: [one.id] });
  expect(comparedWith(new Map(), [score(2)], ["gone"])).toEqual({ lost: ["gone"], missed: [] });
});
