import { describe, expect, test } from "vitest";
import { missed, runGate, Tally, type GateResult } from "../../src/campaign/index.ts";
import { targetFloors } from "../../src/campaign/target-floors.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { gateJson } from "../../src/report/gate-json.ts";
import { gateText } from "../../src/report/gate-text.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { lawNamed } from "../laws/law-counts.ts";
import { limited } from "../laws/limited.ts";

const SEED = 11n;
const CASES = 60;
const reference = new ReferenceTarget();

function gate(targets: readonly Target[], names: readonly string[]): Promise<GateResult> {
  const laws = names.map((name) => lawNamed(LAWS, name));
  return runGate({
    targets,
    laws,
    seed: SEED,
    cases: CASES,
    timeMs: Infinity,
    caseAt: (k) => ({
      name: `case ${k}`,
      checked: generateCase(SEED, k, { versions: [k % 3 === 0 ? 0 : 2], size: 150 }),
    }),
    regressions: [],
    conformance: [],
    everyCase: true,
  });
}

const lines = (result: GateResult, start: string): string[] =>
  gateText(result)
    .split("\n")
    .filter((line) => line.startsWith(start));

describe("a target that runs version 0 only", () => {
  const open = (): Target => limited("v0only", { versions: [0] });

  test("is not said to have held what it was not asked", async () => {
    const result = await gate([reference, open()], ["fusion", "repeatable"]);
    const { held: fused } = result.tally.laws.get("fusion")!;
    expect(fused).toBeGreaterThan(20);
    // 20 of the 60 cases are of version 0; there is no fusion in any of them.
    expect(result.tally.laws.get("fusion")!.byTarget.get("v0only")).toMatchObject({ possible: 0, took: 0 });
    expect(result.tally.laws.get("repeatable")!.byTarget.get("v0only")).toMatchObject({ possible: 20, took: 20 });
    expect(lines(result, "not asked of ")).toEqual([`not asked of v0only: fusion ${fused}, repeatable 40 of 60`]);
    expect(gateText(result)).toContain(`  ${fused + 40} times: v0only does not run VM version 2`);
    expect(gateJson(result, [])).toMatchObject({
      perLaw: {
        fusion: { byTarget: { v0only: { tookPart: 0, notAsked: { "v0only does not run VM version 2": fused } } } },
        repeatable: { byTarget: { reference: { possible: 60, tookPart: 60 } } },
      },
    });
  });
});

describe("a target without snapshots", () => {
  const open = (): Target => limited("solo", { snapshots: false });

  test("can be concluded, and is named where it was not asked", async () => {
    const result = await gate([reference, open()], ["relay", "zero", "repeatable", "differential"]);
    expect(missed(result.floors)).toEqual([]);
    expect(result.verdict).toBe("held");
    expect(lines(result, "not asked of ")).toEqual([
      `not asked of solo: relay ${result.tally.laws.get("relay")!.held}`,
    ]);
    const zero = result.tally.laws.get("zero")!;
    expect(zero.byTarget.get("solo")?.took).toBe(zero.held);
    expect(zero.exercised.get("snapshot")?.checks).toBe(zero.held);
  });
});

test("one target alone is not named", async () => {
  const result = await gate([reference], ["repeatable"]);
  expect(result.tally.laws.get("repeatable")!.byTarget.size).toBe(0);
  expect(gateText(result)).not.toContain("not asked of");
  expect(gateJson(result, [])).not.toHaveProperty("perLaw.repeatable.byTarget");
});

test("a target that nothing is compared with took no part, though it ran", async () => {
  // The law shows nothing of a target that does not show its memory.
  const result = await gate(
    [reference, limited("closed", { observes: ["registers", "pc", "cycles"] })],
    ["permissions"],
  );
  const part = result.tally.laws.get("permissions")!.byTarget.get("closed");
  expect(part).toMatchObject({ possible: 0, took: 0 });
  expect([...part!.reasons.keys()]).toEqual(["closed does not show memory"]);
  expect(result.tally.legsByTarget.get("closed")).toBeGreaterThan(0);
});

describe("the floor of a law for each target", () => {
  const silent: Law = { ...lawNamed(LAWS, "repeatable"), name: "silent" };
  const targets = [reference, limited("other", {})];

  /** So many checks in which only the first target took part. */
  function tally(checks: number, law: Law): Tally {
    const counted = new Tally();
    const checked = generateCase(1n, 0, { versions: [2] });
    const evidence = { legs: 1, cuts: 0, comparisons: 1, retired: [], legsByTarget: new Map([["reference", 1]]) };
    for (let k = 0; k < checks; k++) counted.add(law.name, { kind: "held", evidence }, 0, { law, checked, targets });
    return counted;
  }
  const missedOf = (checks: number, law: Law, counting: readonly string[] = []): string[] => {
    const counted = tally(checks, law);
    for (const name of counting) counted.counting.add(name);
    return missed(targetFloors(counted, targets, [law])).flatMap(({ what }) =>
      what.startsWith("legs on") ? [] : [what],
    );
  };

  test("is missed by a target that could have taken part and never did", () => {
    expect(missedOf(40, silent)).toEqual(["checks of law silent in which other took part"]);
    expect(missedOf(39, silent)).toEqual([]);
  });

  test("is not asked of one that lacks what the law needs", () => {
    expect(missedOf(40, { ...silent, needs: { observes: ["memory"] } })).toHaveLength(1);
    const closed = { ...silent, needs: { worlds: () => [{ ...generateCase(1n, 0).world, memorySize: 2 ** 40 }] } };
    expect(missedOf(40, closed)).toEqual([]);
    expect(missedOf(40, { ...silent, needs: { counts: true } })).toEqual([]);
    expect(missedOf(40, { ...silent, needs: { counts: true } }, ["other"])).toHaveLength(1);
  });

  test("parts are added with the rest of a tally", () => {
    const [sum, more] = [tally(25, silent), tally(15, silent)];
    sum.merge(more);
    expect(sum.laws.get("silent")!.byTarget.get("other")).toEqual({
      possible: 40,
      took: 0,
      reasons: new Map([["", 40]]),
    });
    expect(more.laws.get("silent")!.byTarget.get("other")?.possible).toBe(15);
  });
});
