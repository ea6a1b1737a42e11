import { beforeAll, describe, expect, test } from "vitest";
import type { RunEvents } from "../../src/case/index.ts";
import { enoughBudget, rebuiltBudget, spentBudget, type KnownCycles } from "../../src/generate/budgets.ts";
import { rebuildCase } from "../../src/generate/case.ts";
import { generateCase, type CaseOptions, type GeneratedCase } from "../../src/generate/index.ts";
import { Random } from "../../src/generate/random.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { mustEnd, runWhole } from "./run.ts";

const SEED = 31;
const reference = new ReferenceTarget();
const events: CaseOptions["events"] = ({ world, budget }) => reference.events(world, budget);

function drawn(pick: (random: Random) => bigint, count = 2000): bigint[] {
  const random = new Random(SEED);
  return Array.from({ length: count }, () => pick(random));
}

test("962 of 1000 programs are to exit, 15 to fault, 7 to spend their budget, 16 to do anything", () => {
  const count = { exit: 0, fault: 0, budget: 0, any: 0 };
  for (let k = 0; k < 6000; k++) count[generateCase(SEED, k, { size: 20 }).intent]++;
  expect(Math.abs(count.exit / 6000 - 0.962)).toBeLessThan(0.01); // four times its deviation
  expect(count.fault / 6000).toBeCloseTo(0.015, 2);
  expect(count.budget / 6000).toBeCloseTo(0.007, 2);
  expect(count.any / 6000).toBeCloseTo(0.016, 2);
});

describe("budgets that are enough", () => {
  const ample = 3000n;

  test("are ample where nothing is known exactly", () => {
    const known: KnownCycles = { least: 700n, ample, exact: undefined, events: undefined };
    expect(new Set(drawn((random) => enoughBudget(random, known)))).toEqual(new Set([ample]));
  });

  test("are often exact, or one cycle more, where it is", () => {
    const budgets = drawn((random) => enoughBudget(random, { least: 700n, ample, exact: 900n, events: undefined }));
    const share = (budget: bigint) => budgets.filter((each) => each === budget).length / budgets.length;
    expect(share(900n)).toBeCloseTo(0.2, 1);
    expect(share(901n)).toBeCloseTo(0.1, 1);
    expect(share(900n) + share(901n) + share(ample)).toBe(1);
  });
});

describe("budgets that are spent", () => {
  const call = { kind: "system call", before: 20n, after: 520n } as const;
  const last = { kind: "fault", before: 900n, after: 900n } as const;
  const known: RunEvents = { cycles: 900n, events: [call, last], boundaries: [20n, 520n, 900n], whole: true };

  test("are less than the program needs at least", () => {
    const budgets = drawn((random) =>
      spentBudget(random, { least: 700n, ample: 3000n, exact: undefined, events: undefined }),
    );
    for (const edge of [0n, 1n, 200n, 698n, 699n]) expect(budgets).toContain(edge);
    expect(budgets.every((budget) => budget >= 0n && budget < 700n)).toBe(true);
    expect(new Set(budgets).size).toBeGreaterThan(400);
  });

  test("are less than it needs exactly, and stand around events, where these are known", () => {
    const budgets = drawn((random) => spentBudget(random, { least: 700n, ample: 3000n, exact: 900n, events: known }));
    for (const edge of [0n, 1n, 19n, 20n, 21n, 270n, 519n, 520n, 521n, 898n, 899n]) {
      expect(budgets.filter((budget) => budget === edge).length).toBeGreaterThan(20);
    }
    expect(budgets.every((budget) => budget >= 0n && budget < 900n)).toBe(true);
  });

  test("are 0 where one cycle is too much", () => {
    const none: KnownCycles = { least: 1n, ample: 1001n, exact: 1n, events: undefined };
    expect(new Set(drawn((random) => spentBudget(random, none)))).toEqual(new Set([0n]));
  });
});

describe("generated programs", () => {
  const exits: { generated: GeneratedCase; needed: bigint; asked: boolean }[] = [];

  beforeAll(() => {
    for (let k = 0; k < 1000; k++) {
      let asked = false;
      const generated = generateCase(SEED, k, {
        size: 100,
        intents: { exit: 1 },
        events: (probed) => {
          asked = true;
          return events(probed);
        },
      });
      mustEnd(generated, "exit");
      exits.push({ generated, needed: runWhole(generated).state.cycles ?? 0n, asked });
    }
  });

  test.each([true, false])("get what they need exactly, or one cycle more; known from events: %s", (fromEvents) => {
    const some = exits.filter(({ asked }) => asked === fromEvents);
    const spares = some.map(({ generated, needed }) => generated.budget - needed);
    expect(spares.filter((spare) => spare === 0n).length).toBeGreaterThan(8);
    expect(spares.filter((spare) => spare === 1n).length).toBeGreaterThan(3);
    expect(spares.filter((spare) => spare >= 1000n).length).toBeGreaterThan(some.length / 2);
    expect(spares.every((spare) => spare === 0n || spare === 1n || spare >= 1000n)).toBe(true);
  });

  test("with a tight budget need one cycle less of nothing: their last instruction is the call that exits", () => {
    const [{ generated, needed }] = exits.filter(({ generated: { budget }, needed: cycles }) => budget === cycles);
    mustEnd({ ...generated, budget: needed - 1n }, "budget");
  });

  test("stay tight while they shrink, where both lengths are known from their shape", () => {
    let tight = 0;
    for (const { generated, needed, asked } of exits) {
      if (asked || generated.budget - needed > 1n) continue;
      const { program, world, budget } = generated;
      for (let k = 0; k < program.items.length; k += 5) {
        if (program.items[k].kind !== "code") continue;
        const smaller = rebuildCase(generated, { ...program, items: program.items.toSpliced(k, 1) }, world, []);
        mustEnd(smaller, "exit");
        if (smaller.budget - (runWhole(smaller).state.cycles ?? 0n) === budget - needed) tight++;
      }
    }
    expect(tight).toBeGreaterThan(50);
  });

  test("still exit in a world that charges more", () => {
    for (const { generated } of exits) {
      if (generated.world.cost === "constant") {
        mustEnd(rebuildCase(generated, generated.program, { ...generated.world, cost: "real" }, []), "exit");
      }
    }
  });

  test("whose budget is to be spent are cut right before, inside and right behind events", () => {
    const where = { before: 0, inside: 0, behind: 0, charged: 0, tooLate: 0 };
    for (let k = 0; k < 400; k++) {
      const generated = generateCase(SEED, k, { size: 100, intents: { budget: 1 }, events });
      mustEnd(generated, "budget");
      const { budget, world } = generated;
      const spent = runWhole(generated).state.cycles ?? 0n;
      const known = reference.events(world, 1_000_000n);
      if (budget === known.cycles - 1n) where.tooLate++;
      // The handler charged beyond the budget.
      if (spent > budget) where.charged++;
      if (known.events.some(({ before }) => before === budget)) where.before++;
      if (known.events.some(({ after }) => after === budget)) where.behind++;
      if (known.events.some(({ before, after }) => before < budget && budget < after && spent === before))
        where.inside++;
    }
    expect(where.before).toBeGreaterThan(20);
    expect(where.inside).toBeGreaterThan(40);
    expect(where.behind).toBeGreaterThan(20);
    expect(where.charged).toBeGreaterThan(0);
    expect(where.tooLate).toBeGreaterThan(10);
  });
});

describe("a case that became another", () => {
  const bounds = (least: number, most = least) => ({ least, most, called: new Map() });

  test.each([
    ["ample stays enough", "exit", 1900n, bounds(900), bounds(2000), 3000n],
    ["more than enough stays", "exit", 1900n, bounds(900), bounds(500), 1900n],
    ["exact stays exact", "exit", 900n, bounds(900), bounds(500), 500n],
    ["one cycle more stays so", "exit", 901n, bounds(900), bounds(1500), 1501n],
    ["exact becomes enough where the new length is not exact", "exit", 900n, bounds(900), bounds(400, 800), 1800n],
    ["nor was the old one", "exit", 900n, bounds(400, 900), bounds(500), 1500n],
    ["faults get enough", "fault", 900n, bounds(900), bounds(500), 1500n],
    ["what is to be spent stays", "budget", 700n, bounds(900), bounds(500), 700n],
  ] as const)("%s", (_, intent, budget, before, after, expected) => {
    expect(rebuiltBudget({ budget, intent }, before, after)).toBe(expected);
  });
});
