import { expect, test } from "vitest";
import { EXHIBITS, scoreboardOf, scoreOf, type Attempt, type Diagnosis } from "../../src/museum/index.ts";

const [one, other] = EXHIBITS.filter(({ places }) => places.length > 0);
const found: Attempt = { seed: 1n, found: true, by: "relay", cases: 3, seconds: 0.5 };
const missed: Attempt = { seed: 2n, found: false, cases: 900, seconds: 60 };
const right: Diagnosis = { instructions: ["add"], cuts: 0, place: "add", right: true, seconds: 1 };
const REST = { absent: [], seeds: [1n, 2n], timeMs: 1, baselineTimeMs: 1, lost: [], seconds: 1, interrupted: false };

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
