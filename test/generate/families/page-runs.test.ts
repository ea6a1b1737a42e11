import { expect, test } from "vitest";
import { generateCase, type GeneratedCase } from "../../../src/generate/index.ts";
import { withItems } from "../../../src/generate/shrink/with-program.ts";
import { ReferenceTarget, type WorldSnapshot } from "../../../src/targets/index.ts";
import { mustEnd } from "../run.ts";

const PAGE = 4096;
const target = new ReferenceTarget();
const options = { families: ["pages", "loops"], intents: { exit: 1 }, size: 2000 } as const;

function runOf({ program }: GeneratedCase): number {
  const note = program.items.find((item) => item.note?.startsWith("a run of") === true)?.note ?? "";
  return Number(/^a run of (\d+) pages$/.exec(note)?.[1] ?? 0);
}

const cases = Array.from({ length: 500 }, (_, k) => generateCase(77, k, options)).filter((each) => runOf(each) > 0);

function longest({ dirtyPages }: WorldSnapshot): number {
  return Math.max(...dirtyPages.map(({ content }) => content.length / PAGE));
}

test("loops store to each page of a run, of 15 pages and of 64, which a snapshot has as one", () => {
  let around = 0;
  for (const generated of cases) {
    const { world, budget } = generated;
    const { stop, snapshot } = target.run(world, { start: "boot", maxCycles: budget, snapshot: true });
    expect(stop.kind).toBe("exit");
    // A branch may lead around the loop.
    const pages = snapshot ? longest(snapshot) : 0;
    if (pages >= 15) expect(pages).toBeGreaterThanOrEqual(runOf(generated));
    else around++;
  }
  expect(around).toBeLessThan(cases.length / 2);
  const reached = new Set(cases.map(runOf));
  expect(Math.min(...reached)).toBe(15);
  expect(Math.max(...reached)).toBe(64);
});

test("what is left of a run still exits when any item is taken away", () => {
  for (const generated of cases.slice(0, 6)) {
    const { items } = generated.program;
    for (const [n, { note }] of items.entries()) {
      if (note?.startsWith("a run of") !== true) continue;
      for (const smaller of withItems(generated, items.toSpliced(n, 1))) mustEnd(smaller, "exit");
    }
  }
  expect(cases.length).toBeGreaterThan(6);
});
