import { describe, expect, test } from "vitest";
import { generateCase, shrinkCase, type CaseOptions, type GeneratedCase } from "../../src/generate/index.ts";
import { measure } from "../../src/generate/shrink/measure.ts";
import { BEGIN, type Pass } from "../../src/generate/shrink/pass.ts";
import { PASSES } from "../../src/generate/shrink/stream.ts";

const SEED = 9;
const SMALL: CaseOptions = { size: 25 };
const FAULTS: CaseOptions = { size: 15, intents: { fault: 1 } };
const NEEDED: CaseOptions = { size: 25, versions: [1, 2] };

/** Every pass by its name, with cases in which it has something to do. */
const TABLE: Readonly<Record<string, CaseOptions>> = {
  removeCuts: SMALL,
  lessSpoiled: { ...SMALL, intents: { any: 1 } },
  removeItems: SMALL,
  removeBlocks: { ...SMALL, families: ["loops", "calls", "branches", "compute"] },
  removeFrames: { ...SMALL, families: ["loops", "calls", "compute"] },
  inlineCalls: { ...SMALL, families: ["calls", "compute"] },
  fewerRounds: { ...SMALL, families: ["loops", "compute"] },
  unrollLoops: { ...SMALL, families: ["loops", "compute"] },
  removeParts: SMALL,
  usualWorld: SMALL,
  simplerConstants: SMALL,
  callsAsConstants: { ...SMALL, families: ["sources", "system"] },
  straightItems: { ...SMALL, families: ["jump-tables", "compute"] },
  simplerJumps: { ...SMALL, families: ["branches", "calls", "compute"] },
  accessesOfPages: { ...SMALL, families: ["memory", "edges"] },
  simplerAccesses: { ...SMALL, families: ["memory", "edges"] },
  simplerCalls: { ...SMALL, families: ["sources"] },
  simplerFaults: FAULTS,
  removeOps: { ...SMALL, families: ["constants", "compute"] },
  wideForms: SMALL,
  simplerOps: SMALL,
  fewerRegisters: SMALL,
  simplerSources: { ...SMALL, size: 12, families: ["compute"] },
  storesAsData: { ...SMALL, size: 8, families: ["memory", "edges"] },
  dataAtZero: { ...SMALL, size: 8, families: ["memory", "edges"] },
  bytesBeforeCode: { ...NEEDED, families: ["branches", "calls", "compute"] },
  smallerData: SMALL,
  callsBeforeCuts: { ...SMALL, size: 8, families: ["sources", "system"] },
  lowerCuts: SMALL,
  lowerBudget: { ...SMALL, intents: { budget: 1 } },
  removeLegTargets: SMALL,
  lowerLegTargets: SMALL,
};

/** All that makes up a case, as text. */
function textOf({
  world: { program: _program, ...world },
  cuts,
  budget,
  legTargets = [],
  program,
}: GeneratedCase): string {
  const { items, ...others } = program;
  const ops = items.map(({ ops: list, family: _family, note: _note, ...item }) => [
    item,
    list.map(({ instruction, ...fields }) => [instruction?.name, instruction?.pattern, fields]),
  ]);
  return JSON.stringify([world, cuts, budget, legTargets, ops, others], (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
  );
}

/** Smaller cases that a pass makes of a case. */
function* smallerBy(pass: Pass, checked: GeneratedCase): Generator<GeneratedCase> {
  for (const { smaller } of pass(checked, BEGIN)) if (measure(smaller) < measure(checked)) yield smaller;
}

/** A case, and what one pass alone makes of it in one step. */
function onlyBy(pass: Pass, options: CaseOptions): readonly [from: GeneratedCase, to: GeneratedCase] {
  for (let index = 0; index < 400; index++) {
    const from = generateCase(SEED, index, options);
    const mine = new Map([...smallerBy(pass, from)].map((smaller) => [textOf(smaller), smaller]));
    if (mine.size === 0) continue;
    for (const other of PASSES) {
      if (other !== pass) for (const smaller of smallerBy(other, from)) mine.delete(textOf(smaller));
    }
    const [to] = mine.values();
    if (to) return [from, to];
  }
  throw new Error(`${pass.name} makes nothing smaller that no other pass makes smaller`);
}

test("the table is of all passes", () => {
  expect(PASSES.map(({ name }) => name)).toEqual(Object.keys(TABLE));
});

describe("there are cases that only one pass makes smaller", () => {
  test.each(Object.entries(TABLE))("%s", async (name, options) => {
    const pass = PASSES.find((each) => each.name === name);
    if (!pass) throw new Error(`there is no pass ${name}`);
    const [from, to] = onlyBy(pass, options);
    const wanted = textOf(to);
    const { smallest, steps } = await shrinkCase(from, (smaller) => textOf(smaller) === wanted);
    expect(steps).toBe(1);
    expect(textOf(smallest)).toBe(wanted);
  });
});
