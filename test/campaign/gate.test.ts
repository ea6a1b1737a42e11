import { describe, expect, test } from "vitest";
import { runGate, type GatePlan } from "../../src/campaign/index.ts";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { CanaryTarget, ReferenceTarget, TargetError, type Target } from "../../src/targets/index.ts";

const SEED = 11n;

function plan(changes: Partial<GatePlan> = {}): GatePlan {
  return {
    targets: [new ReferenceTarget()],
    laws: LAWS,
    seed: SEED,
    cases: 30,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k) }),
    regressions: [],
    conformance: [],
    ...changes,
  };
}

function program(text: string): CaseFile {
  return readCase("p.S", text);
}

const FIVE = program("_start: li a0, 5\n li a7, 93\n ecall\n");
const reference = new ReferenceTarget();
const failing: Target = {
  name: "failing",
  capabilities: reference.capabilities,
  run: () => {
    throw new TargetError("no answer");
  },
};

/** A law that nothing can break. */
const blind: Law = {
  name: "blind",
  sentence: "Everything is fine.",
  preconditions: "None.",
  brokenBy: [],
  cuts: false,
  check: () => Promise.resolve({ kind: "held", evidence: { legs: 1, cuts: 1, comparisons: 1, retired: [] } }),
};

describe("the verdict of a gate", () => {
  test("held, when laws held, the canary was caught and floors were reached", async () => {
    const result = await runGate(plan());
    expect(result.verdict).toBe("held");
    expect(result.canary.map(({ caught }) => caught)).toEqual([true, true, true]);
    expect(result.tally.cases).toBe(30);
  });

  test("broken, when a target breaks a law", async () => {
    const result = await runGate(plan({ targets: [new CanaryTarget()] }));
    expect(result.verdict).toBe("broken");
    expect(result.findings.length).toBeGreaterThan(0);
  });

  test("broken, when a directed program does not end as it should", async () => {
    const result = await runGate(plan({ conformance: [FIVE] }));
    expect(result.verdict).toBe("broken");
    expect(result.conformance[0]?.reason).toContain("expected exit 0, got exit 5");
  });

  test("inconclusive, when a law lets the canary pass", async () => {
    const result = await runGate(plan({ laws: [...LAWS, blind] }));
    expect(result.verdict).toBe("inconclusive");
    expect(result.canary.find(({ law }) => law === "blind")?.caught).toBe(false);
  });

  test("inconclusive, when a target itself fails", async () => {
    const result = await runGate(plan({ targets: [failing] }));
    expect(result.verdict).toBe("inconclusive");
    expect(result.failures[0]?.message).toBe("no answer");
  });

  test("inconclusive, when it was interrupted or nothing ran", async () => {
    expect((await runGate(plan({ interrupted: () => true }))).verdict).toBe("inconclusive");
    expect((await runGate(plan({ cases: 0 }))).verdict).toBe("inconclusive");
  });

  test("earlier failures are checked first", async () => {
    const result = await runGate(plan({ targets: [new CanaryTarget()], regressions: [FIVE] }));
    expect(result.regressions).toBe(1);
    expect(result.tally.cases).toBeGreaterThan(1);
  });
});
