import { join } from "node:path";
import { describe, test } from "vitest";
import { checkDirected } from "../src/campaign/index.ts";
import type { CaseFile } from "../src/case/index.ts";
import { CORPUS, readCases } from "../src/cli/corpus.ts";
import { hasRiscvTests, HOW_TO_GET, readRiscvTests } from "../src/cli/riscv-tests.ts";
import { INSTRUCTIONS } from "../src/isa/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";

const target = new ReferenceTarget();

/** Runs every program solo and as a relay; returns how often each instruction was executed. */
async function allPass(files: readonly CaseFile[]): Promise<Float64Array> {
  const executed = new Float64Array(INSTRUCTIONS.length);
  const problems: string[] = [];
  for (const [k, file] of files.entries()) {
    const { verdict, reason, retired } = await checkDirected(file, target, k);
    if (verdict !== "passed") problems.push(`${file.name}: ${verdict}: ${reason ?? ""}`);
    for (const counts of retired) counts.forEach((count, index) => (executed[index] += count));
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return executed;
}

describe("the directed corpus", () => {
  test("passes solo and as relays, and executes every instruction of the table", async () => {
    const executed = await allPass(readCases([join(CORPUS, "conformance")], join(CORPUS, "..")));
    const missing = INSTRUCTIONS.filter(({ index }) => executed[index] === 0).map(({ key }) => key);
    if (missing.length > 0) throw new Error(`never executed: ${missing.join(", ")}`);
  });
});

describe("riscv-tests", () => {
  test("pass solo and as relays", async ({ skip }) => {
    skip(!hasRiscvTests(), `riscv-tests is not checked out; get it with: ${HOW_TO_GET}`);
    const { cases } = readRiscvTests();
    if (cases.length < 128) throw new Error(`only ${cases.length} tests found`);
    await allPass(cases);
  });
});
