import { expect, test } from "vitest";
import type { FamilyCoverage } from "../../src/campaign/index.ts";
import { coverageFile, coverageLines } from "../../src/report/coverage-text.ts";
import { gateJson } from "../../src/report/gate-json.ts";
import { gateText } from "../../src/report/gate-text.ts";
import { share } from "../../src/report/table.ts";
import { gate } from "./gate.ts";

const COLOURS: FamilyCoverage = {
  family: "colours",
  about: "a thing has a colour",
  possible: 8,
  hit: 2,
  missed: [
    { what: "blue", possible: 4, reason: undefined, cells: ["a, blue", "b, blue", "c, blue", "d, blue"] },
    { what: "", possible: 8, reason: undefined, cells: ["a, red"] },
    { what: "", possible: 1, reason: "it is never green", cells: ["a, green"] },
  ],
  cells: [
    { name: "b, red", hits: 1200 },
    { name: "a, red", hits: 0 },
  ],
};

test("a line for each family, and the groups of what was never hit", () => {
  expect(coverageLines([COLOURS], true)).toEqual([
    "coverage  cells possible  hit   share",
    "colours                8    2  25.0 %",
    "",
    "cells never hit (all of them: --coverage FILE)",
    "  colours: 6",
    "    not met yet: blue, all 4 (a, blue; b, blue; c, blue; …)",
    "    not met yet: 1 of 8 (a, red)",
    "    it is never green: all 1 (a, green)",
  ]);
  expect(coverageLines([COLOURS], false)).toHaveLength(2);
  expect(coverageLines([{ ...COLOURS, hit: 8, missed: [] }], true)).toHaveLength(2);
});

test("of many groups some are shown, the others counted", () => {
  const many = Array.from({ length: 9 }, (_, k) => ({ ...COLOURS.missed[1], what: `x${k}` }));
  const lines = coverageLines([{ ...COLOURS, missed: many }], true);
  expect(lines.at(-1)).toBe("    and 3 more");
  expect(lines.filter((line) => line.includes("not met yet"))).toHaveLength(6);
});

test("the file has every cell, hits first", () => {
  expect(coverageFile([COLOURS])).toBe("1200\tcolours: b, red\n0\tcolours: a, red\n");
});

test("only what is whole is 100 %", () => {
  expect(share(1, 1)).toBe("100.0 %");
  expect(share(9999, 10_000)).toBe("99.9 %");
  expect(share(0, 3)).toBe("0.0 %");
});

test("a report tells shares that have floors, reached or not, and names missed cells from 10,000 cases on", () => {
  const floor = { what: "programs that end by exit", atLeast: 950, reached: 971, of: 1000 };
  const held = gateText(gate({ floors: [floor], coverage: [COLOURS] }));
  expect(held).toContain("\nprograms that end by exit: 97.1 %, at least 95.0 % wanted\nall 1 floors reached\n");
  expect(held).not.toContain("not met yet");
  const low = gateText(gate({ floors: [{ ...floor, reached: 940 }] }));
  expect(low).toContain("programs that end by exit: 94.0 %, at least 95.0 % wanted\nfloor missed: programs that end");
  const long = gate({ coverage: [COLOURS] });
  long.tally.cases = 10_000;
  expect(gateText(long)).toContain("not met yet: blue, all 4");
});

test("JSON has all missed cells with their reasons", () => {
  expect(gateJson(gate({ coverage: [COLOURS] }), [])).toMatchObject({
    coverage: [
      {
        family: "colours",
        possible: 8,
        hit: 2,
        missed: [
          { what: "blue", reason: null, cells: ["a, blue", "b, blue", "c, blue", "d, blue"] },
          { what: "", reason: null, cells: ["a, red"] },
          { what: "", reason: "it is never green", cells: ["a, green"] },
        ],
      },
    ],
  });
});
