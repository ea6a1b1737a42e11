import { beforeAll, describe, expect, test } from "vitest";
import { generateCase, type CaseOptions, type GeneratedCase } from "../../src/generate/index.ts";
import { Random } from "../../src/generate/random.ts";
import { BEGIN } from "../../src/generate/shrink/pass.ts";
import { withItems } from "../../src/generate/shrink/with-program.ts";
import { usualWorld } from "../../src/generate/shrink/world.ts";
import { pickWorld } from "../../src/generate/world.ts";
import { ReferenceTarget, type WorldSnapshot } from "../../src/targets/index.ts";
import { mustEnd } from "./run.ts";

const SEED = 23;
const PAGE = 4096;
const MIB = 1024 * 1024;
const target = new ReferenceTarget();

function snapshotOf({ world, budget }: GeneratedCase): WorldSnapshot {
  const { stop, snapshot } = target.run(world, { start: "boot", maxCycles: budget, snapshot: true });
  if (stop.kind !== "exit" || !snapshot) throw new Error(`ends by ${stop.kind}`);
  return snapshot;
}

describe("of 20,000 worlds", () => {
  const worlds = (options = {}) =>
    Array.from({ length: 20_000 }, (_, k) => pickWorld(new Random(SEED, k), options)).map((world) => ({
      memorySize: world.memorySize,
      pieces: world.sources.map(({ bytes }) => bytes.length),
    }));
  const all = worlds();

  test("a few in a thousand have more than 4 MiB, at and beside powers of two; up to 64 MiB and some pages", () => {
    const large = all.map(({ memorySize }) => memorySize).filter((size) => size > 4 * MIB);
    expect(large.length).toBeGreaterThan(80);
    expect(large.length).toBeLessThan(320);
    for (const [least, most] of [
      [4, 5],
      [8, 9],
      [16, 17],
      [32, 33],
      [64, 65],
    ]) {
      // prettier-ignore
      expect(large.some((size) => size >= least * MIB && size < most * MIB)).toBe(true);
    }
    expect(large.some((size) => size % (MIB / 4) === 0)).toBe(true);
    expect(large.some((size) => size % (MIB / 4) === PAGE)).toBe(true);
    expect(Math.max(...large)).toBeLessThan(65 * MIB);
  });

  test("none have more than the kind that is asked for", () => {
    const sizes = worlds({ kinds: [{ memorySizeMax: 4 * MIB }] }).map(({ memorySize }) => memorySize);
    expect(Math.max(...sizes)).toBe(4 * MIB);
  });

  test("some have a piece of more than 32 KiB, and of more than 128 KiB", () => {
    const longest = all.map(({ pieces }) => Math.max(0, ...pieces));
    const share = (bytes: number) => longest.filter((length) => length > bytes).length / all.length;
    expect(share(32 * 1024)).toBeGreaterThan(0.01);
    expect(share(32 * 1024)).toBeLessThan(0.05);
    expect(share(128 * 1024)).toBeGreaterThan(0.003);
  });
});

describe("programs in large memory", () => {
  const options: CaseOptions = { memorySizes: [20 * MIB + 3 * PAGE, 64 * MIB], intents: { exit: 1 }, size: 300 };
  const cases = Array.from({ length: 200 }, (_, k) => generateCase(SEED, k, options));
  const reached = new Map<string, number>();

  beforeAll(() => {
    const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    for (const generated of cases) {
      const { dirtyPages, pagesFromSource } = snapshotOf(generated);
      for (const mib of [4, 16]) {
        const bytes = mib * MIB;
        if (generated.program.base > bytes) reach(`code above ${mib} MiB`);
        if (dirtyPages.some(({ address }) => address >= bytes)) reach(`content above ${mib} MiB`);
        if (pagesFromSource.some(({ address }) => address >= bytes)) reach(`references above ${mib} MiB`);
        const crosses = dirtyPages.some(({ address, content }) => {
          return address < bytes && address + BigInt(content.length) > bytes;
        });
        if (crosses) reach(`a run over ${mib} MiB`);
      }
    }
  });

  test.each([
    ["code above 4 MiB", 60],
    ["code above 16 MiB", 30],
    ["content above 4 MiB", 150],
    ["content above 16 MiB", 120],
    ["references above 4 MiB", 40],
    ["references above 16 MiB", 20],
    ["a run over 4 MiB", 1],
    ["a run over 16 MiB", 1],
  ])("have %s in at least %s of 200", (what, least) => {
    expect(reached.get(what) ?? 0).toBeGreaterThanOrEqual(least);
  });

  test("exit when their worlds are made more usual, and some then have 4 MiB", () => {
    let [steps, usual] = [0, 0];
    for (const generated of cases.slice(0, 80)) {
      // Without what accesses memory, most programs that stand low enough can do with less.
      const items = generated.program.items.filter(({ kind }) => kind === "code" || kind === "branch");
      const few = withItems(generated, items);
      for (const original of [generated, ...few]) {
        for (const { smaller } of usualWorld(original, BEGIN)) {
          mustEnd(smaller, "exit");
          steps++;
          if (smaller.world.memorySize === 4 * MIB) usual++;
        }
      }
    }
    expect(steps).toBeGreaterThan(500);
    expect(usual).toBeGreaterThan(5);
  });
});

/** Per mille of usual programs, with room to spare; measured over 4,000: 19, 8, 16, 4. */
test("snapshots of usual programs have long runs at times", () => {
  let [content, references, longReferences] = [0, 0, 0];
  for (let k = 0; k < 1500; k++) {
    const { dirtyPages, pagesFromSource } = snapshotOf(generateCase(SEED, k, { intents: { exit: 1 } }));
    if (dirtyPages.some((run) => run.content.length > 16 * PAGE)) content++;
    if (pagesFromSource.some(({ length }) => length > 8 * PAGE)) references++;
    if (pagesFromSource.some(({ length }) => length > 32 * PAGE)) longReferences++;
  }
  expect(content).toBeGreaterThanOrEqual(8);
  expect(content).toBeLessThan(90);
  expect(references).toBeGreaterThanOrEqual(8);
  expect(longReferences).toBeGreaterThanOrEqual(1);
});
