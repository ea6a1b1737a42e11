import { expect, test } from "vitest";
import { generateCase } from "../../../src/generate/index.ts";
import { LAWS } from "../../../src/laws/index.ts";
import { Coverage, ReferenceTarget } from "../../../src/targets/index.ts";
import { EXIT, hitsOf, record, worldOf } from "./hits.ts";

const TEXT = `_start: nop ${EXIT}`;

test("fresh cells are told once", () => {
  const coverage = new Coverage();
  coverage.hit(7);
  coverage.hit(9);
  coverage.hit(7);
  expect(coverage.takeFresh()).toEqual([7, 9]);
  expect(coverage.takeFresh()).toEqual([]);
  coverage.hit(7);
  expect(coverage.takeFresh()).toEqual([]);
  expect([coverage.hits(7), coverage.hits(8), coverage.hits(9)]).toEqual([3, 0, 1]);
  coverage.clear();
  coverage.hit(7);
  expect(coverage.takeFresh()).toEqual([7]);
});

test("operands are looked at once in each world, stops in each leg", () => {
  const coverage = new Coverage();
  const world = worldOf(TEXT);
  record(coverage, world);
  const [addi = -1, ...others] = coverage.takeFresh(); // rs1 of the first instruction, 0; the stop comes last
  const exit = others.at(-1) ?? -1;
  expect([coverage.hits(addi), coverage.hits(exit)]).toEqual([3, 1]);
  record(coverage, world);
  expect([coverage.hits(addi), coverage.hits(exit)]).toEqual([3, 2]);
  record(coverage, worldOf(TEXT));
  expect([coverage.hits(addi), coverage.hits(exit)]).toEqual([6, 3]);
});

test("what is held back counts later, once, or never", () => {
  const coverage = new Coverage();
  const [kept, dropped] = [worldOf(TEXT), worldOf("_start: lui a1, 5\n addi a1, a1, -1\n ecall\n")];
  coverage.hold(kept);
  coverage.hold(dropped);
  record(coverage, kept);
  record(coverage, dropped);
  record(coverage, kept);
  expect(hitsOf(coverage, "stops")).toEqual([]);
  coverage.drop(dropped);
  coverage.count(kept);
  expect(hitsOf(coverage, "stops")).toEqual(["version 2, exit 0"]);
  const alone = new Coverage();
  const world = worldOf(TEXT);
  record(alone, world);
  record(alone, world);
  for (const cell of alone.takeFresh()) expect(coverage.hits(cell)).toBe(alone.hits(cell));
  coverage.count(kept);
  for (const cell of coverage.takeFresh()) expect(coverage.hits(cell)).toBe(alone.hits(cell));
});

test("recording changes nothing of what is recorded", async () => {
  const [relayLaw] = LAWS;
  const plain = new ReferenceTarget();
  const recorded = new ReferenceTarget({ coverage: new Coverage() });
  for (let k = 0; k < 60; k++) {
    const generated = { ...generateCase(9n, k), legTargets: [1] };
    for (const targets of [
      [plain, recorded],
      [recorded, plain],
    ]) {
      const verdict = await relayLaw.check(generated, targets);
      expect(verdict.kind).toBe("held");
    }
    const leg = { start: "boot", maxCycles: generated.budget, snapshot: true } as const;
    expect(recorded.run(structuredClone(generated.world), leg).retired).toEqual(
      plain.run(generated.world, leg).retired,
    );
  }
});
