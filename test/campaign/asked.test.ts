import { expect, test } from "vitest";
import { isAsked } from "../../src/campaign/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";

const law = (name: string, every?: number): Law => ({ ...LAWS[0], name, ...(every !== undefined && { every }) });
const CASES = Array.from({ length: 10_020 }, (_, k) => k);

test("a law that says nothing else is asked of every case", () => {
  expect(CASES.every((k) => isAsked(law("a"), k))).toBe(true);
});

test.each([2, 3, 10, 20])("of one case in %d behind the first 20, once in every row of so many", (every) => {
  const asked = CASES.filter((k) => isAsked(law("some law", every), k));
  expect(asked.slice(0, 20)).toEqual(CASES.slice(0, 20));
  for (let row = Math.ceil(20 / every); row < 300; row++) {
    expect([row, asked.filter((k) => Math.floor(k / every) === row).length]).toEqual([row, 1]);
  }
});

test("not always of the same ones: every rest of a division by 2, 3, 4 and 25 comes as often as the others", () => {
  const asked = CASES.slice(20).filter((k) => isAsked(law("canonical", 10), k));
  for (const turn of [2, 3, 4, 25]) {
    const share = asked.length / turn;
    for (let rest = 0; rest < turn; rest++) {
      const there = asked.filter((k) => k % turn === rest).length;
      // Five standard deviations of a binomial distribution.
      expect(Math.abs(there - share)).toBeLessThan(5 * Math.sqrt(share));
    }
  }
});

test("two laws do not meet in all cases, and the same law and case always give the same", () => {
  const cases = (name: string): number[] => CASES.slice(20).filter((k) => isAsked(law(name, 10), k));
  const [one, two] = [cases("zero"), cases("faults")];
  const both = one.filter((k) => two.includes(k)).length;
  expect(both).toBeGreaterThan(50);
  expect(both).toBeLessThan(150);
  expect(cases("zero")).toEqual(one);
});
