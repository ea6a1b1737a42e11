import { describe, expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { CANARIES, ReferenceTarget } from "../../src/targets/index.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { SEEDED_FAULTS } from "./seeded/index.ts";

test("each law names exactly the faults that are seeded for it, behind its canaries", () => {
  expect([...SEEDED_FAULTS.keys()]).toEqual(LAWS.map(({ name }) => name));
  for (const { name, brokenBy } of LAWS) {
    const faults = brokenBy.filter((each) => !CANARIES.has(each));
    expect([name, faults]).toEqual([name, Object.keys(SEEDED_FAULTS.get(name) ?? {})]);
    expect(faults.length).toBeGreaterThan(1);
  }
});

/** The other laws have test files of their own, which ask more. */
const HERE = ["relay", "resume-snapshot", "version", "repeatable", "differential"];

describe.each(HERE.map((name) => [name, LAWS.find((law) => law.name === name)!] as const))("law %s", (name, law) => {
  const others = Array.from({ length: (law.targetsMin ?? 1) - 1 }, () => new ReferenceTarget());

  test.each(Object.entries(SEEDED_FAULTS.get(name) ?? {}))("is broken by a target that %s", async (_, fault) => {
    let broken = 0;
    for (let k = 0; k < 150; k++) {
      const verdict = await law.check(generateCase(11, k, { size: 150 }), [...others, withFault(fault)]);
      if (verdict.kind !== "broken") continue;
      broken++;
      expect(verdict.divergence.law).toBe(name);
      expect(verdict.divergence.differences.length).toBeGreaterThan(0);
    }
    expect(broken).toBeGreaterThan(1);
  });
});
