import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryCase,
  arbitraryCutPlan,
  arbitraryProgram,
  generateCase,
  measure,
  shrinkCase,
  type GeneratedCase,
} from "../../src/generate/index.ts";
import { smallerCases } from "../../src/generate/shrink/stream.ts";
import { withItems } from "../../src/generate/shrink/with-program.ts";
import { INSTRUCTIONS, type Instruction } from "../../src/isa/index.ts";
import { mustEnd, runWhole } from "./run.ts";

const SEED = 31;

/** How often `name` is executed. */
function executed(generated: GeneratedCase, name: string): number {
  const rows = INSTRUCTIONS.filter((row) => row.name === name);
  const { retired } = runWhole(generated);
  return rows.reduce((sum, row: Instruction) => sum + (retired?.[row.index] ?? 0), 0);
}

/** Generated cases that fail, at most `count` of them. */
function failing(count: number, fails: (generated: GeneratedCase) => boolean): GeneratedCase[] {
  const found: GeneratedCase[] = [];
  for (let k = 0; k < 2000 && found.length < count; k++) {
    const generated = generateCase(SEED, k);
    if (fails(generated)) found.push(generated);
  }
  expect(found).toHaveLength(count);
  return found;
}

function names({ program }: GeneratedCase): (string | undefined)[] {
  return program.items.flatMap(({ ops }) => ops.map(({ instruction }) => instruction?.name));
}

describe("a program stays one that ends", () => {
  test("when any item is taken away", () => {
    for (let k = 0; k < 25; k++) {
      const generated = generateCase(SEED, k, { intents: { exit: 1 }, size: 200 });
      const { items } = generated.program;
      for (let n = 0; n < items.length; n++)
        for (const smaller of withItems(generated, items.toSpliced(n, 1))) mustEnd(smaller, "exit");
    }
  });

  test("when any set of items is taken away", () => {
    const sets = fc.tuple(arbitraryCase({ intents: { exit: 1 }, size: 300 }), fc.infiniteStream(fc.nat(3)));
    fc.assert(
      fc.property(sets, ([generated, draws]) => {
        const left = generated.program.items.filter(() => draws.next().value !== 0);
        for (const smaller of withItems(generated, left)) mustEnd(smaller, "exit");
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("on every way down", () => {
    for (let k = 0; k < 60; k++) {
      let current = generateCase(SEED, k, { intents: { exit: 1 }, size: 200 });
      for (let step = 0; step < 40; step++) {
        // Takes one of the next cases, another one each time.
        let skip = (k * 7 + step * 5) % 23;
        let next: GeneratedCase | undefined;
        for (const { smaller } of smallerCases(current)) {
          next = smaller;
          if (skip-- === 0) break;
        }
        if (!next) break;
        expect(measure(next)).toBeLessThan(measure(current));
        mustEnd(next, "exit");
        current = next;
      }
    }
  });
});

describe("shrinking ends, at nothing where everything fails", () => {
  test("with shrinkCase", async () => {
    for (let k = 0; k < 20; k++) {
      const { smallest, complete } = await shrinkCase(generateCase(SEED, k), () => true);
      expect(complete).toBe(true);
      expect(smallest.program).toMatchObject({ items: [], data: [], pointers: [] });
      expect(smallest.cuts).toEqual([]);
      expect(smallest).not.toHaveProperty("legTargets");
      expect(smallest.world).toMatchObject({ version: 2, isa: 5, args: [], sources: [], cost: "real" });
    }
  });

  test("with fast-check", () => {
    const { counterexample, failed } = fc.check(
      fc.property(arbitraryCase(), (_generated: GeneratedCase) => false),
      { seed: SEED },
    );
    expect(failed).toBe(true);
    expect(counterexample?.[0].program.items).toEqual([]);
  });

  test("also from a case that fast-check has not drawn", () => {
    const [example] = failing(1, (generated) => executed(generated, "mulhu") > 0);
    const property = fc.property(arbitraryCase(), (generated) => executed(generated, "mulhu") === 0);
    const { counterexample } = fc.check(property, { examples: [[example]], numRuns: 1 });
    expect(counterexample && names(counterexample[0])).toEqual(["mulhu"]);
  });

  test("of programs and cut plans alone", () => {
    const program = fc.property(arbitraryProgram(), ({ items }) => items.length < 3);
    expect(fc.check(program, { seed: SEED }).counterexample?.[0].items).toHaveLength(3);
    const plan = fc.property(arbitraryCutPlan(1000n), (cuts) => cuts.every((cut) => cut < 100n));
    expect(fc.check(plan, { seed: SEED }).counterexample).toEqual([[100n]]);
  });

  test("within the tries it is given", async () => {
    const [example] = failing(1, (generated) => executed(generated, "mulhu") > 0);
    const { tries, complete } = await shrinkCase(example, (smaller) => executed(smaller, "mulhu") > 0, { maxTries: 5 });
    expect({ tries, complete }).toEqual({ tries: 5, complete: false });
  });
});

describe("the smallest form is found", () => {
  async function smallest(count: number, fails: (generated: GeneratedCase) => boolean): Promise<GeneratedCase[]> {
    const results = await Promise.all(failing(count, fails).map((example) => shrinkCase(example, fails)));
    for (const { smallest: found, complete } of results) {
      expect(complete).toBe(true);
      expect(fails(found)).toBe(true);
    }
    return results.map(({ smallest: found }) => found);
  }

  test("of one instruction", async () => {
    for (const found of await smallest(5, (generated) => executed(generated, "clmulr") > 0)) {
      expect(names(found)).toEqual(["clmulr"]);
      expect(found.cuts).toEqual([]);
    }
  });

  test("of two instructions in any order, with their addresses", async () => {
    const both = (generated: GeneratedCase) => executed(generated, "sd") > 0 && executed(generated, "amoadd.w") > 0;
    for (const found of await smallest(5, both)) expect(names(found).length).toBeLessThanOrEqual(4);
  });

  test("of a cut inside a run", async () => {
    const cutInside = (generated: GeneratedCase) => {
      const total = runWhole(generated).state.cycles ?? 0n;
      return executed(generated, "div") > 0 && generated.cuts.some((cut) => cut > 10n && cut < total);
    };
    for (const found of await smallest(5, cutInside)) {
      expect(names(found)).toEqual(["div"]);
      expect(found.cuts).toEqual([11n]);
    }
  });

  test("of a loop", async () => {
    const three = (generated: GeneratedCase) =>
      generated.program.items.every(({ family }) => family !== "branches") && executed(generated, "bne") >= 3;
    for (const found of await smallest(5, three)) expect(names(found)).toHaveLength(3);
  });

  test("of the targets that take legs", async () => {
    const third = ({ legTargets = [] }: GeneratedCase) => legTargets.length > 1 && legTargets[1] % 4 === 3;
    for (const found of await smallest(5, third)) {
      expect(found.legTargets).toEqual([0, 3]);
      expect(found.program.items).toEqual([]);
    }
  });

  test("of a world", async () => {
    for (const found of await smallest(5, ({ world }) => world.version < 2 && world.memorySize < 2 ** 22)) {
      expect(found.world).toMatchObject({ version: 1, sources: [], args: [] });
      expect(found.program.items).toEqual([]);
    }
  });
});
