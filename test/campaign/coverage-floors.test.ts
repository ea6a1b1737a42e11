import { expect, test } from "vitest";
import { coverageFloors, coverageReport, missed, type FamilyCoverage } from "../../src/campaign/index.ts";
import { HITS, ONCE, SHARES, SUMS } from "../../src/campaign/coverage-measured.ts";
import { Coverage } from "../../src/targets/index.ts";

const NOTHING = coverageReport(new Coverage());
const CASES = 200_000;

/** A report in which each cell has the hits that `hitsOf` gives it. */
function withHits(hitsOf: (family: string, parts: readonly string[]) => number): FamilyCoverage[] {
  return NOTHING.map((each) => {
    const cells = each.cells.map((cell) => ({ ...cell, hits: hitsOf(each.family, cell.parts) }));
    return { ...each, cells, hit: cells.filter(({ hits }) => hits > 0).length };
  });
}

/** Far more than any floor asks for, but where `damaged` gives something else. */
function healthyBut(damaged: (family: string, parts: readonly string[]) => number | undefined): FamilyCoverage[] {
  return withHits((family, parts) => damaged(family, parts) ?? 1e7);
}

function missedOf(coverage: readonly FamilyCoverage[], cases = CASES, allLaws = true): string[] {
  return missed(coverageFloors(coverage, cases, allLaws)).map(({ what }) => what);
}

test("floors begin at 10,000 cases; all can be reached, and all can be missed", () => {
  expect(coverageFloors(NOTHING, 9999, true)).toEqual([]);
  const floors = coverageFloors(NOTHING, CASES, true);
  expect(floors).toHaveLength(SHARES.length + HITS.length + SUMS.length + ONCE.length);
  expect(missed(floors)).toEqual(floors);
  expect(new Set(floors.map(({ what }) => what)).size).toBe(floors.length);
  expect(missedOf(healthyBut(() => undefined))).toEqual([]);
});

test("every floor is of cells that there are", () => {
  const cellsOf = (family: string, parts: readonly string[]) =>
    (NOTHING.find((each) => each.family === family)?.cells ?? []).filter((cell) =>
      parts.every((part) => cell.parts.includes(part)),
    );
  const empty = [
    ...[...SHARES, ...HITS, ...SUMS].filter(({ family, parts = [] }) => cellsOf(family, parts).length === 0),
    ...ONCE.filter(({ family, part }) => cellsOf(family, [part]).length === 0),
  ];
  expect(empty).toEqual([]);
});

test("a family that lost its cells reaches no floor", () => {
  const without = healthyBut(() => undefined).filter(({ family }) => family !== "branches");
  expect(missedOf(without)).toContain("cells of branches met");
});

test("a share may lack one cell, and is told for whole families only", () => {
  const [first, second] = NOTHING.filter(({ family }) => family === "registers")[0].cells;
  const without = (...names: readonly string[]): string[] =>
    missedOf(healthyBut((_, parts) => (names.includes(parts.join(", ")) ? 0 : undefined)));
  expect(without(first.name, second.name)).toEqual([]); // 634 cells, of which 98 % are asked for
  const outcomes = NOTHING.filter(({ family }) => family === "accesses")[0].cells.filter(({ parts }) =>
    parts.includes("frozen source"),
  );
  expect(without(outcomes[0].name)).toEqual([]);
  const [one, two, three, four] = outcomes.map(({ name }) => name); // of about 30, a tenth may be missed
  expect(without(one, two, three, four)).toContain("cells of accesses, frozen source met");
  const told = coverageFloors(NOTHING, CASES, true).filter(({ of }) => of !== undefined);
  expect(told.map(({ what }) => what)).toEqual(
    SHARES.filter(({ parts }) => parts === undefined).map(({ family }) => `cells of ${family} met`),
  );
});

test("loops whose feet are all bne are noticed", () => {
  const coverage = healthyBut((family, [row, direction]) =>
    family === "branches" && direction === "backward" && row !== "bne" ? 0 : undefined,
  );
  const names = missedOf(coverage, 10_000);
  for (const row of ["beq", "blt", "bge", "bltu", "bgeu", "c.beqz", "c.bnez"]) {
    expect(names.some((name) => name.startsWith(`cells of branches, ${row}, backward hit`))).toBe(true);
  }
  expect(names.some((name) => name.startsWith("cells of branches, bne"))).toBe(false);
});

test("branches that hardly ever go one way are noticed, though every cell was met", () => {
  const coverage = healthyBut((family, [row, , outcome]) =>
    family === "branches" && row === "c.beqz" && outcome === "not taken" ? 30 : undefined,
  );
  const names = missedOf(coverage, 10_000);
  expect(names).toHaveLength(2);
  expect(names.every((name) => name.startsWith("cells of branches, c.beqz"))).toBe(true);
});

test("cut plans without cuts inside of what happens are noticed", () => {
  // What is left of them comes from dense cuts, which seldom fall upon pages of data sources.
  const coverage = healthyBut((family, [, page, edge]) =>
    family === "cuts before" && page === "frozen source" && edge !== "on the border" ? 0 : undefined,
  );
  expect(missedOf(coverage, 10_000)).toContain("hits of cuts before, frozen source, one cycle short");
});

test.each([
  ["operands", "operands"],
  ["operand pairs", "operand pairs"],
  ["dependencies", "dependencies"],
  ["accesses", "accesses"],
  ["border accesses", "border accesses"],
  ["cuts before", "cuts before"],
  ["cuts after", "cuts after"],
])("a fifth less of %s than was measured is noticed", (family) => {
  const share = (SHARES.find((each) => each.family === family && each.parts === undefined)?.least ?? 0) / 100;
  const [whole] = NOTHING.filter((each) => each.family === family);
  const first = new Map(whole.cells.map(({ name }, k) => [name, k]));
  const hitting = (part: number): FamilyCoverage[] =>
    healthyBut((each, parts) =>
      each === family && (first.get(parts.join(", ")) ?? 0) >= whole.possible * part ? 0 : undefined,
    );
  const floor = `cells of ${family} met`;
  expect(missedOf(hitting(share), 10_000)).not.toContain(floor);
  expect(missedOf(hitting(share * 0.8), 10_000)).toContain(floor);
});

test("each system call, each stop, and each fault in each version", () => {
  const without = (family: string, ...wanted: readonly string[]): FamilyCoverage[] =>
    healthyBut((each, parts) => (each === family && wanted.every((part) => parts.includes(part)) ? 0 : undefined));
  expect(missedOf(without("system calls", "debug", "fault"), 10_000)).toContain("cells of system calls, debug hit");
  expect(missedOf(without("system calls", "load cell data", "fault"), 10_000)).toContain(
    "cells of system calls, load cell data hit",
  );
  expect(missedOf(without("stops", "version 1", "exit negative"), 10_000)).toHaveLength(1);
  const memory = without("stops", "version 0", "fault MemOutOfBound");
  expect(missedOf(memory, 10_000)).toEqual(["cells of stops, fault MemOutOfBound hit"]);
  // A sixth of one fault in a thousand cases is not to be expected so soon.
  const calls = without("stops", "version 0", "fault InvalidEcall");
  expect(missedOf(calls, 10_000)).toEqual([]);
  expect(missedOf(calls, 80_000)).toEqual(["cells of stops, fault InvalidEcall hit"]);
});

test("with fewer laws there are fewer legs: only what one leg of a case shows is asked for", () => {
  const families = (allLaws: boolean): Set<string> =>
    new Set(
      coverageFloors(NOTHING, CASES, allLaws).flatMap(({ what }) =>
        NOTHING.map(({ family }) => family).filter((family) => what.includes(` of ${family}`)),
      ),
    );
  expect(families(true)).toContain("cuts before");
  expect(families(true)).toContain("stops");
  expect([...families(false)]).toEqual(
    expect.arrayContaining(["operands", "operand pairs", "dependencies", "branches", "sc"]),
  );
  for (const family of ["cuts before", "cuts after", "stops"]) expect(families(false)).not.toContain(family);
});
