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
    { what: "blue", possible: 4, expected: 30, reason: "look", cells: ["a, blue", "b, blue", "c, blue", "d, blue"] },
    { what: "", possible: 8, expected: 0.5, reason: "too rare", cells: ["a, red"] },
    { what: "", possible: 1, expected: 0, reason: "it is never green", cells: ["a, green"] },
  ],
  cells: [
    { name: "b, red", parts: ["b", "red"], hits: 1200 },
    { name: "a, red", parts: ["a", "red"], hits: 0 },
  ],
  leftOut: [{ reason: "nobody has black", cells: ["a, black", "b, black"] }],
};

test("a line for each family, and the groups of what was never hit", () => {
  expect(coverageLines([COLOURS], true)).toEqual([
    "coverage  cells possible  hit   share",
    "colours                8    2  25.0 %",
    "",
    "cells never hit (all of them: --coverage FILE)",
    "  colours: 6",
    "    blue, all 4 (a, blue; b, blue; c, blue; …): look",
    "    1 of 8 (a, red): too rare",
    "    all 1 (a, green): it is never green",
    "",
    "left out: no world of random cases can meet these",
    "  colours: 2 (a, black; b, black): nobody has black",
  ]);
  expect(coverageLines([COLOURS], false)).toHaveLength(2);
  expect(coverageLines([{ ...COLOURS, hit: 8, missed: [], leftOut: [] }], true)).toHaveLength(2);
});

test("of many groups some are shown, the others counted", () => {
  const many = Array.from({ length: 9 }, (_, k) => ({ ...COLOURS.missed[1], what: `x${k}` }));
  const lines = coverageLines([{ ...COLOURS, missed: many, leftOut: [] }], true);
  expect(lines.at(-1)).toBe("    and 3 more");
  expect(lines.filter((line) => line.includes("too rare"))).toHaveLength(6);
});

test("the file has every cell, hits first, and what is left out under a heading of its own", () => {
  const [lines, leftOut] = [
    "1200\tcolours: b, red\n0\tcolours: a, red\n",
    "# left out: no world of random cases can meet these\n# nobody has black\n0\tcolours: a, black\n0\tcolours: b, black\n",
  ];
  expect(coverageFile([COLOURS])).toBe(lines + leftOut);
  expect(coverageFile([{ ...COLOURS, leftOut: [] }])).toBe(lines);
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
  expect(held).not.toContain("cells never hit");
  const low = gateText(gate({ floors: [{ ...floor, reached: 940 }] }));
  expect(low).toContain("programs that end by exit: 94.0 %, at least 95.0 % wanted\nfloor missed: programs that end");
  const long = gate({ coverage: [COLOURS] });
  long.tally.cases = 10_000;
  expect(gateText(long)).toContain("\n    blue, all 4 (");
});

test("JSON of a long run has all missed cells with their reasons, and what is left out; of a short one how many", () => {
  const short = JSON.stringify(gateJson(gate({ coverage: [COLOURS] }), []));
  expect(short).toContain('"reason":"look","expected":30,"count":4}');
  expect(short).not.toContain("a, blue");
  const long = gate({ coverage: [COLOURS] });
  long.tally.cases = 10_000;
  expect(gateJson(long, [])).toMatchObject({
    coverage: [
      {
        family: "colours",
        possible: 8,
        hit: 2,
        missed: [
          { what: "blue", expected: 30, reason: "look", cells: ["a, blue", "b, blue", "c, blue", "d, blue"] },
          { what: "", expected: 0.5, reason: "too rare", cells: ["a, red"] },
          { what: "", expected: 0, reason: "it is never green", cells: ["a, green"] },
        ],
        leftOut: [{ reason: "nobody has black", cells: ["a, black", "b, black"] }],
      },
    ],
  });
});
