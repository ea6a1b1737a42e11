import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCase, arbitraryCutPlan, arbitraryProgram } from "../../src/generate/arbitrary.ts";
import { generateCase, measure, shrinkCase, type GeneratedCase } from "../../src/generate/index.ts";
import { rebuildCase } from "../../src/generate/case.ts";
import { op, row } from "../../src/generate/op.ts";
import type { Item } from "../../src/generate/program.ts";
import { Random } from "../../src/generate/random.ts";
import { inlineCalls, unrollLoops } from "../../src/generate/shrink/copies.ts";
import { BEGIN } from "../../src/generate/shrink/pass.ts";
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
      generated.program.items.every(({ kind }) => kind !== "branch") && executed(generated, "bne") >= 3;
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

describe("shrinking is bounded", () => {
  /** A program with its straight items repeated, so that it has `count` of them. */
  function long(count: number): GeneratedCase {
    const short = generateCase(SEED, 3, { intents: { exit: 1 }, families: ["compute", "constants"], size: 300 });
    const items = Array.from({ length: count }, (_, k) => ({
      ...short.program.items[k % short.program.items.length],
      id: k,
    }));
    const program = { ...short.program, items, codeRoom: 0x80000, data: [], pointers: [] };
    return rebuildCase(short, program, { ...short.world, memorySize: 2 ** 22 }, []);
  }

  test("a program of 30,000 items is shrunk in few tries to the one that is needed", async () => {
    const whole = long(30_000);
    const needle = whole.program.items[17_001].id;
    const has = ({ program }: GeneratedCase) => program.items.some(({ id }) => id === needle);
    const { smallest, tries, complete } = await shrinkCase(whole, has, { timeMs: 60_000 });
    expect(complete).toBe(true);
    expect(smallest.program.items.map(({ id }) => id)).toEqual([needle]);
    expect(tries).toBeLessThan(300);
  });

  test("a long program of which nothing can go ends when its time is over, or its tries", async () => {
    const whole = long(20_000);
    const start = performance.now();
    const late = await shrinkCase(whole, ({ program }) => program.items.length === 20_000, { timeMs: 300 });
    expect(late.complete).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
    const few = await shrinkCase(whole, ({ program }) => program.items.length === 20_000, {
      maxTries: 50,
      timeMs: Infinity,
    });
    expect(few).toMatchObject({ complete: false, tries: 50 });
  });

  test("every step of a random walk is smaller, whichever way it goes", () => {
    const random = new Random(SEED, 99);
    for (let k = 0; k < 40; k++) {
      let current = generateCase(SEED, k, { size: 150 });
      for (let step = 0; step < 60; step++) {
        const next = [...take(smallerCases(current), 1 + random.below(60))].at(-1)?.smaller;
        if (!next) break;
        const [before, after] = [measure(current), measure(next)];
        expect(after >= 0n && after < before).toBe(true);
        current = next;
      }
    }
  });

  test("where everything fails, it takes no more steps than there are things to take away", async () => {
    for (let k = 0; k < 30; k++) {
      const whole = generateCase(SEED, k);
      const { steps, complete } = await shrinkCase(whole, () => true);
      expect(complete).toBe(true);
      // Everything goes at once but parts, fields of the world and numbers of targets, one step each.
      expect(steps).toBeLessThanOrEqual(40);
    }
  });

  test("an answer that does not come counts as no when the time is over", async () => {
    const whole = generateCase(SEED, 0);
    const never = new Promise<boolean>(() => {});
    const { complete, smallest, tries } = await shrinkCase(whole, () => never, { timeMs: 50 });
    expect({ complete, tries }).toEqual({ complete: false, tries: 1 });
    expect(smallest).toBe(whole);
  });

  test("an answer that fails after that is nobody's concern, and one that fails before is told", async () => {
    const whole = generateCase(SEED, 0);
    const later = () => new Promise<boolean>((_, reject) => setTimeout(() => reject(new Error("late")), 60));
    expect(await shrinkCase(whole, later, { timeMs: 20 })).toMatchObject({ complete: false });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await expect(shrinkCase(whole, () => Promise.reject(new Error("soon")))).rejects.toThrow("soon");
  });
});

describe("loops are written out and calls are replaced by what they call, where that is smaller", () => {
  const whole = (items: readonly Item[]): GeneratedCase => {
    const plain = generateCase(SEED, 0, { intents: { exit: 1 }, size: 10, families: ["compute"] });
    const program = { ...plain.program, items, pointers: [], data: [], exitCode: undefined };
    return rebuildCase(plain, program, plain.world, []);
  };
  const item = (id: number, kind: Item["kind"], ops: Item["ops"], target = -1): Item => {
    return { id, kind, ops, target, extraCycles: 0, family: "compute" };
  };
  const [ADDI, BNE, JAL, JALR] = ["addi", "bne", "jal", "jalr"].map(row);
  const count = op(ADDI, 10, 10, 0, 1);

  test("a loop of two rounds becomes its body twice; a branch inside goes where it went", () => {
    const checked = whole([
      item(0, "loop", [op(ADDI, 5, 0, 0, 2)]),
      item(1, "branch", [op(JAL, 0, 0, 0, 0)], 3),
      item(2, "code", [op(ADDI, 10, 10, 0, 100)]),
      item(3, "end", [op(ADDI, 5, 5, 0, -1), op(BNE, 0, 5, 0, 0)], 0),
      item(4, "code", [count]),
    ]);
    const unrolled = [...unrollLoops(checked, BEGIN)].map(({ smaller }) => smaller);
    expect(unrolled.length).toBeGreaterThan(0);
    const [written, ...parts] = unrolled;
    for (const each of parts) mustEnd(each, "exit");
    for (const each of [written]) {
      expect(each.program.items.map(({ kind }) => kind)).toEqual(["branch", "code", "branch", "code", "code"]);
      expect(runWhole(each).stop).toEqual({ kind: "exit", code: 1 });
    }
  });

  test("a function that is called twice becomes its body twice", () => {
    const checked = whole([
      item(0, "call", [op(JAL, 1, 0, 0, 0)], 1_000_000),
      item(1, "call", [op(JAL, 1, 0, 0, 0)], 1_000_000),
      item(1_000_000, "function", [op(JALR, 0, 1, 0, 0)]),
      item(1_000_001, "branch", [op(JAL, 0, 0, 0, 0)], 1_000_003),
      item(1_000_002, "code", [op(ADDI, 10, 10, 0, 100)]),
      item(1_000_003, "code", [count]),
    ]);
    expect(runWhole(checked).stop).toEqual({ kind: "exit", code: 2 });
    const inlined = [...inlineCalls(checked, BEGIN)].map(({ smaller }) => smaller);
    expect(inlined.length).toBeGreaterThan(0);
    const [everywhere, ...parts] = inlined;
    for (const each of parts) mustEnd(each, "exit");
    for (const each of [everywhere]) {
      expect(each.program.items.map(({ kind }) => kind)).toEqual(["branch", "code", "code", "branch", "code", "code"]);
      expect(runWhole(each).stop).toEqual({ kind: "exit", code: 2 });
    }
  });
});

describe("what is loaded stays loadable", () => {
  /** Code that begins in the last page of a writable segment, which therefore has to be loaded before it. */
  function sharing(version: 1 | 2, writeXorExecute: boolean): GeneratedCase {
    const options = { intents: { exit: 1 }, size: 10, families: ["compute"], versions: [version], writeXorExecute };
    const plain = generateCase(SEED, 0, options);
    const segment = { writable: true, address: 0x10000, fileBytes: 0x7f0, memoryBytes: 0x7f0, patches: [] };
    const place = { base: 0x107f0, codeRoom: 0x10000, functions: "behind", lead: new Uint8Array(0) } as const;
    const program = { ...plain.program, ...place, items: [], pointers: [], data: [segment], dataBeforeCode: 1 };
    return rebuildCase(plain, program, { ...plain.world, memorySize: 2 ** 22 }, []);
  }

  test.each([
    [1, true],
    [2, true],
    [2, false],
  ] as const)("version %i, W^X %s: data in the first page of the code stays before it", (version, writeXorExecute) => {
    const checked = sharing(version, writeXorExecute);
    mustEnd(checked, "exit");
    // The manual move: data behind the code finds the page frozen, or empties it.
    const moved = rebuildCase(checked, { ...checked.program, dataBeforeCode: 0 }, checked.world, []);
    expect(runWhole(moved).stop.kind).toBe("fault");
    let tried = 0;
    for (const { smaller } of smallerCases(checked)) {
      mustEnd(smaller, "exit");
      tried++;
    }
    expect(tried).toBeGreaterThan(5);
  });

  test("a world without W^X gets it only where its program can be loaded with it", () => {
    const { world, program, ...others } = sharing(2, false);
    const segment = { writable: false, address: 0x30000, fileBytes: 16, memoryBytes: 16, patches: [] };
    const data = [segment, { ...segment, address: 0x30800 }];
    const place = { base: 0x10000, dataBeforeCode: 0 };
    const checked = rebuildCase({ world, program, ...others }, { ...program, ...place, data }, world, []);
    mustEnd(checked, "exit");
    let withIt = 0;
    for (const { smaller } of smallerCases(checked)) {
      mustEnd(smaller, "exit");
      if (smaller.world.writeXorExecute) withIt++;
    }
    expect(withIt).toBe(0);
  });
});

test("bits that are two instructions, by where they are entered, keep their registers", () => {
  const plain = generateCase(SEED, 0, { intents: { exit: 1 }, size: 10, families: ["compute"] });
  // A jump of 4 bytes into the upper half of andi, which has its immediate and the upper 4 bits of its source.
  const ops = [op(row("c.j"), 0, 0, 0, 4), op(row("andi"), 18, 3, 0, -2032)];
  const item = { id: 0, kind: "code", ops, target: -1, extraCycles: 0, family: "hidden" } as const;
  const program = { ...plain.program, items: [item], pointers: [], data: [], exitCode: undefined };
  const checked = rebuildCase(plain, program, plain.world, []);
  let tried = 0;
  for (const { smaller } of smallerCases(checked)) {
    const [left] = smaller.program.items.filter(({ ops: list }) => list.length === 2);
    if (left) expect(left.ops).toEqual(ops);
    tried++;
  }
  expect(tried).toBeGreaterThan(0);
});

test("a budget that is just enough for a run stays just enough while the program becomes smaller", async () => {
  const spare = (generated: GeneratedCase) => generated.budget - (runWhole(generated).state.cycles ?? 0n);
  // Its loop body branches, so that bounds from the shape are not exact.
  const isWide = (generated: GeneratedCase) => generated.program.items.some(({ kind }) => kind === "branch");
  for (let k = 0; k < 8; k++) {
    const drawn = generateCase(SEED, k, { intents: { exit: 1 }, size: 150, families: ["branches", "compute"] });
    const { cycles = 0n } = runWhole(drawn).state;
    const tight = { ...drawn, budget: cycles, cuts: [] };
    if (!isWide(tight)) continue;
    const { smallest, complete } = await shrinkCase(tight, (smaller) => spare(smaller) === 0n);
    expect(complete).toBe(true);
    expect(smallest.program.items).toEqual([]);
    // addi a7, zero, 93 and ecall: 1 and 500 cycles, or 1 each.
    expect(smallest.budget).toBe(runWhole(smallest).state.cycles);
  }
});

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  for (const value of values) {
    if (count-- <= 0) return;
    yield value;
  }
}
