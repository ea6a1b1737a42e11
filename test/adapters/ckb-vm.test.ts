import { describe, expect, test } from "vitest";
import { checkDirected, missed, runGate } from "../../src/campaign/index.ts";
import { ADAPTERS } from "../../src/cli/adapters.ts";
import { readCases } from "../../src/cli/corpus.ts";
import { join } from "node:path";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { targetContract } from "../contract/target-contract.ts";
import { opening, whyNot } from "./adapter.ts";

const ROOT = join(import.meta.dirname, "../..");
const SEED = 20n;
const CASES = 300;

describe.each(ADAPTERS.map(({ name }) => name))("target %s", (name) => {
  targetContract(() => opening(name), whyNot(name));

  test("runs every directed program as it should, solo and as a relay", async ({ skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const corpus = readCases([join(ROOT, "corpus", "conformance")], ROOT);
    const problems: string[] = [];
    let passed = 0;
    for (const [k, file] of corpus.entries()) {
      const { verdict, reason } = await checkDirected(file, target, k);
      if (verdict === "passed") passed++;
      else if (verdict !== "unsupported") problems.push(`${verdict}: ${file.name}: ${reason}`);
    }
    expect(problems).toEqual([]);
    expect(passed).toBeGreaterThan(corpus.length * 0.8);
  });
});

const TRIOS = [
  ["ckb-vm:plain", "ckb-vm:trace", "ckb-vm:asm"],
  ["ckb-vm-latest:plain", "ckb-vm-latest:trace", "ckb-vm-latest:asm"],
] as const;

test.for(TRIOS)(`${CASES} random cases with all laws, over the reference, %s, %s and %s`, async (names, { skip }) => {
  skip(whyNot(names[0]) !== undefined, whyNot(names[0]));
  const targets = [new ReferenceTarget(), ...(await Promise.all(names.map(opening)))];
  const result = await runGate({
    targets,
    laws: LAWS,
    seed: SEED,
    cases: CASES,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `seed ${SEED} case ${k}`, checked: generateCase(SEED, k) }),
    regressions: [],
    conformance: [],
  });
  const found = result.findings.map(({ law, name, divergence }) => ({
    law,
    name,
    differences: divergence.differences,
  }));
  expect(found).toEqual([]);
  expect(result.failures).toEqual([]);
  // Which way every snapshot goes, and which entry of the policy is needed, is for runs with more cases.
  expect(missed(result.floors)).toEqual([]);
  for (const name of names) expect(result.tally.legsByTarget.get(name)).toBeGreaterThan(CASES);
});
