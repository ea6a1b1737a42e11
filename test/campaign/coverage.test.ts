import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { coverageReport, runGate, type FamilyCoverage } from "../../src/campaign/index.ts";
import { LEFT_OUT } from "../../src/campaign/coverage-left-out.ts";
import { reasonFor, REASONS } from "../../src/campaign/coverage-reasons.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { CELL_FAMILIES, Coverage, firstCell, ReferenceTarget, type Target } from "../../src/targets/index.ts";

const SEED = 21n;
const CASES = 70;

/** Another VM, which is asked several things at once and answers in its own time. */
function slow(parallel: number): Target {
  const reference = new ReferenceTarget();
  return {
    name: "slow",
    capabilities: reference.capabilities,
    parallel,
    async run(world, leg) {
      for (let k = 0; k < Number(leg.maxCycles % 3n); k++) await setImmediate();
      return reference.run(world, leg);
    },
  };
}

async function gateCoverage(others: readonly Target[] = []): Promise<readonly FamilyCoverage[]> {
  const coverage = new Coverage();
  const result = await runGate({
    targets: [new ReferenceTarget({ coverage }), ...others],
    laws: LAWS,
    seed: SEED,
    cases: CASES,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k) }),
    regressions: [],
    conformance: [],
    coverage,
  });
  expect(result.findings).toEqual([]);
  return result.coverage;
}

test("a gate reports what its random cases met, the same for the same seed", async () => {
  const coverage = await gateCoverage();
  expect(coverage.map(({ family }) => family)).toEqual(CELL_FAMILIES.map(({ name }) => name));
  for (const { possible, hit, cells, missed: groups } of coverage) {
    expect(hit).toBeGreaterThan(0);
    expect(hit).toBe(cells.filter(({ hits }) => hits > 0).length);
    expect(groups.reduce((sum, group) => sum + group.cells.length, 0)).toBe(possible - hit);
  }
  expect(await gateCoverage()).toEqual(coverage);
});

test("cases that are checked at once count as those that are checked in turn", async () => {
  expect(await gateCoverage([slow(4)])).toEqual(await gateCoverage([slow(1)]));
});

test("a gate without coverage reports none", async () => {
  const plan = { targets: [new ReferenceTarget()], laws: LAWS, seed: SEED, cases: 3, timeMs: Infinity };
  const result = await runGate({
    ...plan,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k) }),
    regressions: [],
    conformance: [],
  });
  expect(result.coverage).toEqual([]);
});

/** A report in which the cells of `family` that `chosen` names were hit so often, and nothing else was. */
function reportOf(family: string, hitsOf: (parts: readonly string[]) => number): FamilyCoverage {
  const coverage = new Coverage();
  const space = CELL_FAMILIES.find(({ name }) => name === family);
  if (space === undefined) throw new Error(`there is no family ${family}`);
  for (let cell = 0; cell < space.cells; cell++) {
    for (let left = hitsOf(space.parts(cell)); left > 0; left--) coverage.hit(firstCell(space) + cell);
  }
  const report = coverageReport(coverage).find((each) => each.family === family);
  if (report === undefined) throw new Error(`no report has ${family}`);
  return report;
}

test("what no world of random cases can meet is left out, with its reason, and is not missed", () => {
  const calls = reportOf("system calls", () => 0);
  expect(calls.possible).toBe(10);
  expect(calls.leftOut.map(({ reason, cells }) => [reason, cells.length])).toEqual([
    ["random worlds offer no host calls", 17],
  ]);
  const names = [...calls.cells.map(({ name }) => name), ...calls.missed.flatMap(({ cells }) => cells)];
  expect(names.filter((name) => name.startsWith("host: "))).toEqual([]);
  const stops = reportOf("stops", () => 0);
  const leftOut = stops.leftOut.flatMap(({ cells }) => cells);
  expect(leftOut).toContain("version 1, fault CyclesOverflow");
  expect(leftOut).toContain("version 2, pause");
  expect(leftOut).not.toContain("version 0, fault MemOutOfBound");
  expect(stops.possible).toBe(3 * 23 - leftOut.length);
});

test("what was met counts, even if a rule would leave it out", () => {
  const stops = reportOf("stops", ([version, stop]) => (version === "version 1" && stop === "pause" ? 2 : 0));
  expect(stops.hit).toBe(1);
  expect(stops.cells.find(({ name }) => name === "version 1, pause")?.hits).toBe(2);
  expect(stops.leftOut.flatMap(({ cells }) => cells)).not.toContain("version 1, pause");
});

test("every rule leaves out a cell that no rule before it does", () => {
  for (const rule of LEFT_OUT) {
    const family = CELL_FAMILIES.find(({ name }) => name === rule.family);
    const all = Array.from({ length: family?.cells ?? 0 }, (_, cell) => family?.parts(cell) ?? []);
    expect(
      all.some((parts) => LEFT_OUT.find((each) => each.family === rule.family && each.covers(parts)) === rule),
    ).toBe(true);
  }
});

test("a missed cell whose parts are common should have been met; one of rare parts is rare", () => {
  // Each branch row 300 times in each way, but for bne, which never goes back, and c.bnez, which hardly is there.
  const branches = reportOf("branches", ([row, direction]) => {
    if (row === "c.bnez") return direction === "forward" ? 1 : 0;
    return row === "bne" && direction === "backward" ? 0 : 300;
  });
  const reasons = new Map(branches.missed.map(({ reason, cells }) => [cells.join("; "), reason]));
  expect(reasons.size).toBe(2);
  expect(reasons.get("bne, backward, taken; bne, backward, not taken")).toMatch(
    /^should have been met: about \d+ hits/,
  );
  expect(reasons.get("c.bnez, backward, taken; c.bnez, backward, not taken")).toMatch(
    /^too rare for so many cases: about 0\.\d+ hits of each expected, about \d/,
  );
  expect(branches.missed[0].expected).toBeGreaterThan(100);
});

test("a value that nothing has met is no matter of chance", () => {
  const sc = reportOf("sc", ([, outcome]) => (outcome === "succeeds" ? 40 : 0));
  expect(new Set(sc.missed.map(({ reason }) => reason))).toEqual(
    new Set(["nothing of the kind was met at all: look at the generator"]),
  );
  expect(sc.missed.flatMap(({ cells }) => cells)).toHaveLength(4);
});

test("where there is a reason, the hits that count are those of the cells with the same reason", () => {
  // Loads and stores meet every state equally often, but of all stores to code only one was.
  const accesses = reportOf("accesses", ([access, place, state]) => {
    if (state !== "executable" || access.startsWith("l")) return 1000;
    return access === "store 4" && place === "aligned" ? 1 : 0;
  });
  expect(accesses.missed).toHaveLength(1);
  const [{ reason, expected, cells }] = accesses.missed;
  expect(cells).not.toContain("store 4, aligned, executable");
  // One hit over 19 cells: of stores of four widths, of sc and amo of two, aligned or not; one byte is always aligned.
  expect(cells).toHaveLength(14);
  expect(expected).toBeGreaterThan(0.01);
  expect(expected).toBeLessThan(1);
  expect(reason).toMatch(/^a store to code ends its program, but for the few worlds without W\^X: about 0\.0\d+ hits/);
});

test("a cell that was hit needs no reason", () => {
  const coverage = new Coverage();
  const family = CELL_FAMILIES.find(({ name }) => name === "sc");
  if (family === undefined) throw new Error("no such family");
  for (let cell = 0; cell < family.cells; cell++) coverage.hit(firstCell(family) + cell);
  const sc = coverageReport(coverage).find((each) => each.family === "sc");
  expect(sc).toMatchObject({ possible: 6, hit: 6, missed: [] });
});

test("every reason explains a cell that no reason before it does", () => {
  const idle = REASONS.filter((reason) => {
    const family = CELL_FAMILIES.find(({ name }) => name === reason.family);
    if (family === undefined) return true;
    const cells = Array.from({ length: family.cells }, (_, cell) => cell).filter((cell) => family.possible(cell));
    return !cells.some((cell) => {
      const parts = family.parts(cell);
      return REASONS.find((each) => each.family === family.name && each.explains(parts)) === reason;
    });
  });
  expect(idle).toEqual([]);
});

test("wrapping addresses, and loads of code, have no excuse", () => {
  expect(reasonFor("operands", ["lb", "rs1", "-1"])).toBeUndefined();
  expect(reasonFor("operands", ["amoadd.w", "rs1", "-1"])).toBeDefined();
  expect(reasonFor("operands", ["add", "rs1", "beside a 64-bit border"])).toBeUndefined();
  expect(reasonFor("cuts before", ["lw", "executable", "on the border"])).toBeUndefined();
  expect(reasonFor("cuts before", ["c.swsp", "executable", "on the border"])).toBeDefined();
  expect(reasonFor("border accesses", ["load 4", "from executable", "to dirty"])).toBeUndefined();
});
