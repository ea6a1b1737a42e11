import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ISA_MOP } from "../../src/isa/index.ts";
import type { Surroundings } from "../../src/generate/index.ts";
import { arbitraryCase, arbitraryCutPlan, arbitraryProgram, arbitraryWorld } from "../../src/generate/arbitrary.ts";
import { generateCase, type GeneratedCase } from "../../src/generate/index.ts";
import { mustEnd, runWhole } from "./run.ts";

const SEED = 2026;

function sample(count: number, options?: Parameters<typeof generateCase>[2]): GeneratedCase[] {
  return Array.from({ length: count }, (_, k) => generateCase(SEED, k, options));
}

describe("the same seed gives the same value", () => {
  test("in plain loops", () => {
    for (let k = 0; k < 50; k++) expect(generateCase(7n, k)).toEqual(generateCase(7, k));
    expect(generateCase(2n ** 40n, 0)).not.toEqual(generateCase(2n ** 41n, 0));
    expect(generateCase(7, 1)).not.toEqual(generateCase(8, 1));
  });

  test("through fast-check", () => {
    const arbitraries = [arbitraryCase(), arbitraryWorld(), arbitraryProgram(), arbitraryCutPlan(1000n)];
    for (const arbitrary of arbitraries) {
      const [first, second] = [1, 2].map(() => fc.sample<unknown>(arbitrary, { seed: SEED, numRuns: 20 }));
      expect(first).toEqual(second);
    }
  });
});

describe("a program ends as it is meant to", () => {
  test("96 of 100 by exit, most of the rest on purpose", () => {
    const cases = sample(2000);
    for (const generated of cases) if (generated.intent !== "any") mustEnd(generated, generated.intent);
    const exits = cases.filter(({ intent }) => intent === "exit").length;
    expect(exits / cases.length).toBeGreaterThan(0.95);
    expect(exits).toBeLessThan(cases.length);
  });

  test("by fault where faults are asked for, and by budget where budgets are", () => {
    for (const intent of ["fault", "budget"] as const) {
      const cases = sample(400, { intents: { [intent]: 1 }, size: 100 });
      for (const generated of cases) mustEnd(generated, intent);
    }
  });

  test("in every world", () => {
    for (const version of [0, 1, 2] as const) {
      for (const isa of [0, 1, 4, 5]) {
        const cases = sample(60, { versions: [version], isa, intents: { exit: 1 } });
        for (const generated of cases) {
          expect(generated.world).toMatchObject({ version, isa });
          mustEnd(generated, "exit");
        }
      }
    }
  });
});

test("the size is about the average number of executed instructions", () => {
  for (const size of [100, 1000]) {
    const cases = sample(600, { size, intents: { exit: 1 } });
    let executed = 0;
    for (const generated of cases) for (const count of runWhole(generated).retired ?? []) executed += count;
    expect(executed / cases.length).toBeGreaterThan(size / 2);
    expect(executed / cases.length).toBeLessThan(size * 2);
  }
});

test("only the families that are asked for are used", () => {
  for (const generated of sample(50, { families: ["compute", "loops"], intents: { exit: 1 } })) {
    expect(["compute", "loops"]).toEqual(expect.arrayContaining([...generated.families]));
  }
});

test("worlds have all versions, ISA sets and memory sizes", () => {
  const worlds: Surroundings[] = fc.sample(arbitraryWorld(), { seed: SEED, numRuns: 2000 });
  const distinct = (pick: (world: Surroundings) => unknown) => new Set(worlds.map(pick));
  expect(distinct(({ version }) => version)).toEqual(new Set([0, 1, 2]));
  expect(distinct(({ isa }) => isa)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  const fusing = worlds.filter(({ isa }) => isa & ISA_MOP);
  expect(fusing.every(({ version }) => version > 0)).toBe(true);
  expect(fusing.length / worlds.filter(({ version }) => version > 0).length).toBeCloseTo(0.5, 1);
  const sizes = [...distinct(({ memorySize }) => memorySize)] as number[];
  const usual = sizes.filter((size) => size <= 0x400000);
  expect(usual.filter((size) => size % 0x40000 === 0)).toHaveLength(16);
  expect(usual.filter((size) => size % 0x40000 !== 0).length).toBeGreaterThan(20);
  expect(distinct(({ cost }) => cost).size).toBe(2);
  expect(distinct(({ markProgram }) => markProgram).size).toBe(2);
  expect(distinct(({ args }) => args.length).size).toBeGreaterThan(3);
  for (const { memorySize, sources } of worlds) {
    expect(memorySize % 4096).toBe(0);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  }
});

test("every case says which targets take its legs", () => {
  const all = sample(500).map(({ legTargets = [] }) => legTargets);
  expect(new Set(all.map(({ length }) => length))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  expect(new Set(all.flat())).toEqual(new Set(Array.from({ length: 12 }, (_, k) => k)));
});
