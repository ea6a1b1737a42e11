import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test, type TestContext } from "vitest";
import { gateJunit } from "../../src/report/junit.ts";
import { brokenGate, gate, report, reported } from "./gate.ts";

/** What Python's XML parser and our own rules for JUnit XML say: faults, and the test cases as they are read. */
function read(xml: string, skip: TestContext["skip"]): { faults: string[]; cases: string[] } {
  const { error, stdout, stderr, status } = spawnSync("python3", [join(import.meta.dirname, "junit-rules.py")], {
    input: xml,
    encoding: "utf8",
  });
  skip(error !== undefined, "needs python3");
  if (status !== 0) return { faults: [stderr], cases: [] };
  const lines = stdout.split("\n").filter((line) => line !== "");
  return {
    faults: lines.filter((line) => !line.startsWith("case ")),
    cases: lines.filter((line) => line.startsWith("case ")),
  };
}

const directed = (name: string, verdict: "passed" | "failed" | "unsupported" | "error", reason?: string) => ({
  name,
  target: "reference",
  verdict,
  cuts: 0,
  cycles: 0n,
  retired: [],
  tolerated: [],
  ...(reason !== undefined && { reason }),
});

/** A gate with all that can be in one: every kind of outcome, and texts that XML cannot hold as they are. */
const everything = () =>
  report(
    {
      ...brokenGate(),
      canary: [
        { law: "relay", caught: true, cases: 1 },
        { law: "zero", caught: false, cases: 9 },
      ],
      conformance: [
        directed("a.S", "passed"),
        directed("b.S", "failed", "solo: exit 5\nnot 0"),
        directed("c.S", "unsupported", `no "B"`),
        directed("d.S", "error", "died"),
      ],
      floors: [
        { what: "cases", atLeast: 1, reached: 1 },
        { what: "cuts", atLeast: 5, reached: 1 },
      ],
      failures: [
        {
          law: "relay",
          name: "case 3",
          message: "no <answer>",
          target: "x",
          transcript: ["> a ]]> b", "< \u0001\ud800"],
        },
      ],
    },
    [reported({ laws: ["relay", "split"] })],
  );

describe("our table of the rules for JUnit XML, as Jenkins' xunit plugin has them", () => {
  test("allows a gate that held, one with all that can be in one, and one with nothing in it", ({ skip }) => {
    for (const each of [report(), everything(), report(gate({ canary: [], floors: [], targets: [] }))]) {
      expect(read(gateJunit(each), skip).faults).toEqual([]);
    }
  });

  test("the rules can be broken: what rvrelay once wrote is refused", ({ skip }) => {
    const wrong = gateJunit(report()).replace(`<testsuites name="rvrelay"`, `<testsuites name="rvrelay" skipped="0"`);
    expect(read(wrong, skip).faults).toEqual(["testsuites: attribute skipped is not allowed"]);
    expect(read(gateJunit(report()).replaceAll(`tests="3"`, `tests="4"`), skip).faults).toEqual([
      "testsuites: tests is 4, there are 3",
      "testsuite: tests is 4, there are 3",
    ]);
  });
});

test("every kind of outcome is read back as it was written", ({ skip }) => {
  const { cases } = read(gateJunit(everything()), skip);
  const of = (name: string): string => cases.find((line) => line.includes(`'${name}'`)) ?? "";
  expect(of("the canary is caught by law relay")).toBe("case 'canary' 'the canary is caught by law relay'");
  expect(of("the canary is caught by law zero")).toContain("failure 'not caught in 9 cases'");
  expect(of("a.S")).toBe("case 'reference' 'a.S'");
  expect(of("b.S")).toContain(String.raw`failure 'solo: exit 5\nnot 0'`); // also the line end in an attribute
  expect(of("c.S")).toContain(`skipped 'no "B"'`);
  expect(of("d.S")).toContain("error 'died'");
  expect(of("cases")).toBe("case 'floors' 'cases'");
  expect(of("cuts")).toContain("failure '1 reached, at least 5 wanted'");
  expect(of("law relay: case 3")).toContain(
    String.raw`case 'x' 'law relay: case 3' error 'no <answer>' '> a ]]> b\n< ��'`,
  );
});

test("a broken law has one failure with its findings, and so has every other law that the fault breaks", ({ skip }) => {
  const { cases } = read(gateJunit(everything()), skip);
  for (const law of ["relay", "split"]) {
    const line = cases.find((each) => each.includes(`'law ${law}'`)) ?? "";
    expect(line).toContain("failure 'seed 7 case 0: 0x10000: nop (at cycle 3)'");
    expect(line.match(/failure '/g)).toHaveLength(1);
    expect(line).toContain("repeat with: rvrelay replay x.S");
    expect(line).toContain(`a0 <&> "quoted"`);
    expect(line).toContain(String.raw`0x2\\u{0}`); // as Python writes it: the backslash twice
  }
});

test("a law that was broken is not green where its fault is not told", ({ skip }) => {
  const result = gate();
  result.tally.add("relay", {
    kind: "broken",
    evidence: { legs: 1, cuts: 0, comparisons: 1, retired: [] },
    divergence: brokenGate().findings[0].divergence,
  });
  const { cases } = read(gateJunit(report(result)), skip);
  expect(cases.find((line) => line.includes("'law relay'"))).toContain("failure 'broken in 1 checks'");
});

test("a law has the time that its checks took", () => {
  expect(gateJunit(report())).toContain('<testcase classname="reference" name="law relay" time="0.250"/>');
});

test("says what repeats it, and with what it was made", () => {
  const xml = gateJunit(report());
  for (const [name, value] of [
    ["seed", "7"],
    ["repeat", "npx rvrelay check --seed 7 --cases 1"],
    ["version", "1.2.3"],
  ]) {
    expect(xml).toContain(`<property name="${name}" value="${value}"/>`);
  }
  expect(xml).toContain('timestamp="2026-01-02T03:04:05"');
});

test("names do not change with the seed", () => {
  const names = (xml: string): string[] => xml.match(/<testcase[^>]* name="[^"]*"/g) ?? [];
  expect(names(gateJunit(report(gate({ seed: 8n }))))).toEqual(names(gateJunit(report())));
  expect(names(gateJunit(report()))).toHaveLength(3);
});
