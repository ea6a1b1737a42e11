import { expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { boundsFor, locate, locationText } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { FlippedBit } from "./flipped-bit.ts";
import { a2, addOf, LONG, TURNS } from "./long-run.ts";

const log2 = (cycles: bigint): number => cycles.toString(2).length;

/** The program of a million cycles, cut in its last quarter. */
const SHORTER: Case = { ...LONG, budget: 1_000_000n, cuts: [800_000n] };

test("one wrong bit in the middle of 50 million cycles is found in a few whole runs, and the number of legs is told", async () => {
  const at = addOf(TURNS / 2n);
  const faulty = new FlippedBit(at, a2, 7);
  const location = await locate(LONG, [new ReferenceTarget(), faulty], "differential");
  expect(location).toMatchObject({ cycles: at + 1n, text: "add a2, a2, a1" });
  // Two runs for each halving and for each cycle of the last stretch, and a few whole ones before and behind.
  expect(location?.legs).toBeLessThanOrEqual(2 * (log2(50_000_000n) + 16) + 12);
  expect(location?.legs).toBeGreaterThan(2 * (log2(50_000_000n) - 4));
  // Each probe begins where both were last equal: not log2 but less than seven whole runs.
  expect(faulty.cycles).toBeLessThan(7n * 50_000_000n);
  const { before, expected, actual } = location!.there!;
  expect(before!.state.registers![a2] + before!.state.registers![11]).toBe(expected.state.registers![a2]);
  expect(actual.state.registers![a2] ^ expected.state.registers![a2]).toBe(1n << 7n);
});

test("through a relay it is found too, in the leg where it goes wrong", async () => {
  const at = addOf(210_000n);
  const targets = [new ReferenceTarget(), new FlippedBit(at, a2, 0)];
  const location = await locate({ ...SHORTER, legTargets: [0, 1] }, targets);
  expect(location).toMatchObject({ cycles: at + 1n, text: "add a2, a2, a1" });
  expect(location).not.toHaveProperty("wrongAfterCut");
});

test("a resume that goes wrong after a long leg is found where it is, although resumes of the search go wrong as well", async () => {
  class Loses extends ReferenceTarget {
    override readonly name = "loses";
    override run(...[world, leg]: Parameters<Target["run"]>) {
      if (leg.start === "boot") return super.run(world, leg);
      const registers = leg.start.registers.slice();
      registers[a2] &= ~1n << 8n;
      return super.run(world, { ...leg, start: { ...leg.start, registers } });
    }
  }
  const location = await locate({ ...SHORTER, legTargets: [1] }, [new ReferenceTarget(), new Loses()]);
  expect(location).toMatchObject({ wrongAfterCut: 800_000n, wrongAfterResume: [{ what: "a2" }] });
});

test("a bound ends it, and what was reached is told", async () => {
  let probes = 0;
  const bounds = { isOver: () => ++probes > 6 };
  const targets = [new ReferenceTarget(), new FlippedBit(addOf(100_000n), a2, 3)];
  const location = await locate(SHORTER, targets, "differential", "flipped-bit", undefined, bounds);
  const { equal, different } = location!.reached!;
  expect(different - equal).toBe((1_000_000n + 63n) / 64n); // halved six times, the first border being -1
  expect(equal).toBeLessThanOrEqual(addOf(100_000n));
  expect(different).toBeGreaterThan(addOf(100_000n));
  expect(locationText(location!)).toMatch(/^not found in time: between cycle \d+ and \d+, from 0x/);
  expect(boundsFor(0).isOver()).toBe(true);
});
