import { expect, test } from "vitest";
import type { LostPart } from "../../src/campaign/index.ts";
import { withoutSameLoss } from "../../src/cli/same-loss.ts";
import type { ReportedFinding } from "../../src/report/reported-finding.ts";
import { investigation } from "../report/full-report.ts";
import { reported } from "../report/gate.ts";

function lost(law: string, fields: readonly string[], legs: readonly string[], flaky = false): ReportedFinding {
  const finding = reported();
  const parts = fields.map((field): LostPart => ({ what: field, field, expected: "1", actual: "2" }));
  return {
    ...finding,
    law,
    laws: [law],
    cases: 2,
    divergence: { ...finding.divergence, legs },
    investigation: { ...investigation(), lost: parts },
    ...(flaky && { flaky: { outcomes: ["a", "b"] as const, runs: 10, broken: 4 } }),
  };
}

const VM = ["reference", "vm"];

test("findings of one target that have lost the same field are one, with the laws and cases of all", () => {
  const all = [
    lost("canonical", ["pages_from_source[0].offset"], VM),
    lost("relay", ["pages_from_source[3].offset"], ["vm"]),
    lost("split", ["pages_from_source[0].offset"], VM),
  ];
  const merged = withoutSameLoss(all);
  expect(merged).toHaveLength(1);
  expect(merged[0]).toMatchObject({ law: "canonical", laws: ["canonical", "relay", "split"], cases: 6 });
});

test.each([
  ["another field", lost("relay", ["pages_from_source[0].flag"], VM)],
  ["another register", lost("relay", ["registers[19]"], VM)],
  ["a field more", lost("relay", ["registers[18]", "cycles"], VM)],
  ["another target", lost("relay", ["registers[18]"], ["reference", "other"])],
  ["a flaky target", lost("relay", ["registers[18]"], VM, true)],
  ["nothing lost", lost("relay", [], VM)],
])("%s is another finding", (_what, other) => {
  const first = lost("canonical", ["registers[18]"], VM);
  expect(withoutSameLoss([first, other])).toEqual([first, other]);
});
