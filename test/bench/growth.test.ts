import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test, vi } from "vitest";
import { CAMPAIGN, SERIES } from "../../bench/growth/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { msOf } from "../../bench/growth/series.ts";

test("each series has a name of its own", () => {
  const names = [...SERIES.map(({ name }) => name), CAMPAIGN];
  expect(new Set(names).size).toBe(names.length);
});

// What was asked for.
test.each([
  ["run-straight", 10, 1_000_000],
  ["run-loop", 10, 1_000_000],
  ["generate", 10, 1_000_000],
  ["assemble", 10, 1_000_000],
  ["snapshot-make", 0, 1024],
  ["snapshot-resume", 0, 1024],
  ["cuts", 1, 2000],
  ["corpus", 10, 100_000],
])("%s goes from %d to %d, upwards", (name, first, last) => {
  const sizes = SERIES.find((series) => series.name === name)?.sizes ?? [];
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect([sizes[0], sizes.at(-1)]).toEqual([first, last]);
});

test("code that is generated is as long as the generator makes it, and the table says why no longer", () => {
  const { sizes = [], limit } = SERIES.find(({ name }) => name === "generate-code") ?? {};
  const last = sizes.at(-1) ?? 0;
  expect(() => generateCase(1n, 0, { length: last + 1 })).toThrow(`from 1 to ${last}`);
  expect(limit).toContain(last.toLocaleString("en-US"));
});

describe("the smallest size", () => {
  test.each(SERIES.map((series) => [series.name, series] as const))("of %s can be measured", async (_, series) => {
    const prepared = await series.prepare(series.sizes[0]);
    try {
      const told = await prepared.once();
      if (typeof told === "number") expect(told).toBeGreaterThan(0);
      if (prepared.size !== undefined) expect(prepared.size).toBe(series.sizes[0]);
    } finally {
      prepared.close?.();
    }
  });
});

test("the corpus that was written for a measurement is removed behind it", async () => {
  const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("rvrelay-corpus-"));
  const before = new Set(folders());
  const prepared = await SERIES.find(({ name }) => name === "corpus")?.prepare(10);
  const [made] = folders().filter((name) => !before.has(name));
  expect(made).toBeDefined();
  prepared?.close?.();
  expect(existsSync(`${tmpdir()}/${made}`)).toBe(false);
});

describe("the figure of one size", () => {
  test("is the median of what the work says that it took", async () => {
    let calls = 0;
    expect(await msOf({ once: () => [1, 7, 3][calls++ % 3] })).toBe(3);
  });

  test("of what takes a second is taken once", async () => {
    const once = vi.fn(() => 5000);
    expect(await msOf({ once })).toBe(5000);
    expect(once).toHaveBeenCalledTimes(1);
  });
});
