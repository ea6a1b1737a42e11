import { describe, expect, test } from "vitest";
import { findingText } from "../../src/report/finding-text.ts";
import { gateJson } from "../../src/report/gate-json.ts";
import { gateText } from "../../src/report/gate-text.ts";
import type { Floor, GateResult } from "../../src/campaign/index.ts";
import { brokenGate, gate, report, reported } from "./gate.ts";

describe("text", () => {
  test("a held gate closes with verdict, targets and seed", () => {
    expect(gateText(gate()).split("\n").at(-1)).toBe("held in 1.5 s on reference, seed 7");
    expect(gateText(gate())).toContain("all 1 floors reached");
  });

  test("numbers of one are told as one, and large seeds as in a hash", () => {
    const text = gateText(gate({ regressions: 1, seed: 0xabcdef0123456789n }));
    expect(text).toContain("regressions  1 case replayed");
    expect(text).toContain("1 case, 1 check, 3 legs, 1 cut, 0 instructions");
    expect(text.split("\n").at(-1)).toContain("seed 0xabcdef0123456789");
    expect(gateText(gate({ regressions: 2 }))).toContain("regressions  2 cases replayed");
  });

  test("a run that findings ended early says so", () => {
    const { tally } = gate();
    expect(gateText(gate({ endedEarlyOf: 3000, tally }))).toContain("ended early by findings, after 1 of 3,000 cases");
    expect(gateText(gate({ endedEarlyOf: Infinity }))).toContain("ended early by findings, after 1 case\n");
    expect(gateText(gate())).not.toContain("ended early");
  });

  test("a fault that breaks several laws in several cases says which, and in how many", () => {
    const text = findingText({ ...reported(), laws: ["relay", "differential", "version"], cases: 4 });
    expect(text).toContain(
      "\n  and       laws differential, version\n  case      seed 7 case 0, one of 4 that show the same\n",
    );
    expect(findingText(reported())).not.toMatch(/ {2}and {7}| one of /);
  });

  test("a canary that got away, a missed floor and a failed program are named", () => {
    const cycles = 0n;
    const failed = {
      name: "five.S",
      target: "reference",
      verdict: "failed",
      reason: "solo: exit 5",
      cuts: 0,
      cycles,
      retired: [],
      tolerated: [],
    } as const;
    const text = gateText(
      gate({
        canary: [{ law: "relay", caught: false, cases: 200 }],
        floors: [{ what: "cases", atLeast: 10_000, reached: 12 }],
        conformance: [failed],
        interrupted: true,
        verdict: "broken",
      }),
    );
    expect(text).toContain("NOT CAUGHT by law relay in 200 cases");
    expect(text).toContain("floor missed: cases: 12, at least 10,000 wanted");
    expect(text).toContain("failed: five.S on reference: solo: exit 5");
    expect(text).toContain("broken (interrupted)");
  });

  test("a finding names law, case, both sides, each difference, and the command that repeats it last", () => {
    const lines = findingText(reported()).split("\n");
    expect(lines[0]).toBe("BROKEN  law relay: A sentence.");
    expect(lines.slice(-4, -2)).toEqual([
      `${" ".repeat(21)}expected  actual`,
      String.raw`    a0 <&> "quoted"  0x1       0x2\u{0}`,
    ]);
    expect(lines.at(-2)).toBe("  first differing instruction: 0x10000: nop (at cycle 3)");
    expect(lines.at(-1)).toBe("  repeat with: rvrelay replay x.S");
  });
});

test("JSON has schema version, verdict, seconds, counts per law, floors and findings", () => {
  const document = JSON.parse(JSON.stringify(gateJson(brokenGate(), [reported()], report().provenance))) as Record<
    string,
    unknown
  >;
  expect(document).toMatchObject({
    schemaVersion: 1,
    verdict: "broken",
    seconds: 1.5,
    seed: "7",
    broken: 1,
    checks: 1,
  });
  const counted = { asked: 1, held: 1, broken: 0, unsupported: 0, withCuts: 1, seconds: 0.25 };
  expect(document["perLaw"]).toMatchObject({ relay: { ...counted, exercised: { cuts: { checks: 1, times: 2 } } } });
  expect(document["floors"]).toEqual([{ what: "cases", atLeast: 1, reached: 1, held: true }]);
  expect(document["findings"]).toMatchObject([
    { law: "relay", laws: ["relay"], case: "seed 7 case 0", cases: 1, file: "x.S", repeat: "rvrelay replay x.S" },
  ]);
});

test("text has a table of the laws with the time of each, and what they met; of many floors those that came closest", () => {
  const met = (what: string, reached: number, atLeast = 10): Floor => ({
    what: `${what} in checks of law relay`,
    atLeast,
    reached,
    law: "relay",
  });
  const held = gate({
    floors: [met("a", 90), met("b", 1200, 1000), met("c", 9), met("d", 30), met("e", 20), met("f", 40)],
  });
  held.tally.addFailed("relay", 2.25);
  const lines = gateText(held).split("\n");
  expect(lines).toContain("law    asked  held  broken  unsupported  really cut  seconds");
  expect(lines).toContain("relay      2     1       0            0           1      2.5");
  expect(lines).toContain("  relay: c 9 (10); b 1,200 (1,000); e 20 (10); d 30 (10); 2 more");
  expect(lines).toContain("floor missed: c in checks of law relay: 9, at least 10 wanted");
});

test("laws that caught their canaries stand in one line, the others in one each", () => {
  const caught = { law: "relay", caught: true, cases: 9 };
  const lines = (canary: GateResult["canary"]): string[] =>
    gateText(gate({ canary }))
      .split("\n")
      .filter((line) => line.startsWith("canary"));
  expect(lines([caught])).toEqual(["canary       caught by law relay within 9 cases"]);
  expect(lines([caught, { law: "version", caught: true, cases: 1 }])).toEqual([
    "canary       caught by 2 laws, each within 9 cases",
  ]);
  expect(lines([caught, { law: "zero", caught: false, cases: 40, blind: ["pc", "output"] }])).toEqual([
    "canary       caught by law relay within 9 cases",
    "canary       NOT CAUGHT by law zero in 40 cases, damage in pc, output goes unnoticed",
  ]);
  expect(lines([{ law: "split", caught: false, cases: 200, missed: ["canary", "canary-storage"] }])).toEqual([
    "canary       NOT CAUGHT by law split in 200 cases: canary, canary-storage",
  ]);
  expect(lines([])).toEqual([]);
});
