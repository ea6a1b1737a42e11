import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { compareSnapshots } from "../../src/snapshot/index.ts";
import { storageOf } from "../../src/snapshot/shared-run.ts";
import { MemoryCanaryTarget, ReferenceTarget, StorageCanaryTarget, type Finish } from "../../src/targets/index.ts";

// Canaries that are broken in storage, where comparisons copy nothing: each in one bit, and in nothing else.

const { world } = generateCase(5n, 1);
const reference = new ReferenceTarget();
const first = (): Finish => reference.run(world, { start: "boot", maxCycles: 40n, snapshot: true });

test("canary-storage: what is resumed and handed over at once has one bit that is wrong, in storage", () => {
  const canary = new StorageCanaryTarget();
  const { snapshot } = first();
  const leg = { start: snapshot!, maxCycles: snapshot!.cycles, snapshot: true } as const;
  const [right, wrong] = [reference.run(world, leg), canary.run(world, leg)];
  expect(compareFinishes(right, wrong)).toEqual([]);
  expect(wrong.snapshot!.dirtyPages.every((run) => storageOf(run) !== undefined)).toBe(true);
  const last = right.snapshot!.dirtyPages.length - 1;
  const field = `dirty_pages[${last}].content[${right.snapshot!.dirtyPages[last].content.length - 1}]`;
  expect(compareSnapshots(right.snapshot!, wrong.snapshot!)?.field).toBe(field);
  // Where it goes on from there, and where cycles were spent, nothing is wrong.
  const on = { start: right.snapshot!, maxCycles: snapshot!.cycles + 20n, snapshot: true } as const;
  const [expected, after] = [reference.run(world, on), canary.run(world, { ...on, start: wrong.snapshot! })];
  expect(compareFinishes(expected, after)).toEqual([]);
  expect(compareSnapshots(expected.snapshot!, after.snapshot!)).toBeUndefined();
  expect(
    compareSnapshots(first().snapshot!, canary.run(world, { start: "boot", maxCycles: 40n, snapshot: true }).snapshot!),
  ).toBeUndefined();
});

test("a canary in memory has another last byte, and nothing else, not in what was handed over either", () => {
  for (const resumedOnly of [false, true]) {
    const canary = new MemoryCanaryTarget(resumedOnly);
    const booted = canary.run(world, { start: "boot", maxCycles: 40n, snapshot: true });
    const end = BigInt(world.memorySize - 1).toString(16);
    const found = compareFinishes(first(), booted).map(({ what }) => what);
    expect(found).toEqual(resumedOnly ? [] : [`memory at 0x${end}`]);
    expect(compareSnapshots(first().snapshot!, booted.snapshot!)).toBeUndefined();
    const leg = { start: first().snapshot!, maxCycles: 60n, snapshot: true } as const;
    const resumed = [reference, canary].map((target) => target.run(world, leg));
    expect(compareFinishes(resumed[0], resumed[1]).map(({ what }) => what)).toEqual([`memory at 0x${end}`]);
  }
});
