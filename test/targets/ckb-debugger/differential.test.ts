import { beforeEach, expect, test } from "vitest";
import type { World } from "../../../src/case/index.ts";
import { generateCase } from "../../../src/generate/index.ts";
import { ISA_B, ISA_MOP } from "../../../src/isa/index.ts";
import { compareFinishes } from "../../../src/laws/index.ts";
import { ReferenceTarget, unsupportedReason } from "../../../src/targets/index.ts";
import { CkbDebuggerTarget } from "../../../src/targets/ckb-debugger/index.ts";
import { bootLeg, missing } from "./programs.ts";

// The expected values are those of CKB-VM, which is what the debugger runs.

const SEED = 2026;
const CASES = 90;
const MEMORY_SIZE = 4 * 1024 * 1024;

beforeEach(({ skip }) => {
  skip(missing !== undefined, missing);
});

test("generated programs finish on the debugger where they finish on the reference", async () => {
  const [reference, target] = [new ReferenceTarget(), new CkbDebuggerTarget()];
  const stops = new Map<string, number>();
  let left = 0;
  for (let k = 0; k < CASES; k++) {
    const version = ([0, 1, 2] as const)[k % 3];
    const options = { versions: [version], isa: version === 0 ? 0 : ISA_B | ISA_MOP, memorySizes: [MEMORY_SIZE] };
    const { world: generated, budget } = generateCase(SEED, k, {
      ...options,
      intents: { exit: 60, fault: 20, budget: 20 },
    });
    const systemCalls = version === 0 ? [2177] : [2041, 2177];
    const world: World = { ...generated, memorySize: MEMORY_SIZE, cost: "real", systemCalls };
    const reason = unsupportedReason(target, world);
    if (reason !== undefined) {
      expect(reason).toContain("takes arguments"); // a few worlds have arguments that are no text
      left++;
      continue;
    }
    const expected = reference.run(world, bootLeg(budget));
    const actual = await target.run(world, bootLeg(budget));
    expect(compareFinishes(expected, actual), `case ${k}`).toEqual([]);
    expect(actual.started).toBe(expected.started);
    stops.set(expected.stop.kind, (stops.get(expected.stop.kind) ?? 0) + 1);
  }
  const rare = ["exit", "fault", "budget"].filter((kind) => (stops.get(kind) ?? 0) < 5);
  expect(rare).toEqual([]);
  expect(left).toBeLessThan(CASES / 10);
});
