import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { coverageFloors, coverageReport, missed, runGate, type FamilyCoverage } from "../../src/campaign/index.ts";
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

test("a reason stands apart from what is not met yet, and only beside cells that it explains", () => {
  const stops = coverageReport(new Coverage()).find(({ family }) => family === "stops");
  const byReason = new Map(stops?.missed.map(({ reason, cells }) => [reason, cells]));
  expect(byReason.get("random worlds offer no host calls")).toEqual([
    "version 0, fault Yield",
    "version 1, fault Yield",
    "version 2, fault Yield",
  ]);
  expect(byReason.get(undefined)?.some((name) => name.endsWith("exit 0"))).toBe(true);
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

test("coverage has floors once there are enough cases, and each can be missed", () => {
  const none = coverageReport(new Coverage());
  expect(coverageFloors(none, 9999)).toEqual([]);
  const floors = coverageFloors(none, 10_000);
  expect(floors.length).toBeGreaterThan(5);
  expect(missed(floors)).toEqual(floors);
  const whole = none.map((each) => ({ ...each, hit: each.possible }));
  expect(missed(coverageFloors(whole, 10_000))).toEqual([]);
  // A floor of a family that was renamed would never be asked for.
  for (const { what } of floors) expect(CELL_FAMILIES.some(({ name }) => what === `cells of ${name} met`)).toBe(true);
});
