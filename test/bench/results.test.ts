import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeFor, goalOf, readResults, resultsOf, type Results } from "../../bench/results.ts";
import { ROWS } from "../../bench/rows.ts";
import type { Figure, RowFigures } from "../../bench/rounds.ts";
import type { Row } from "../../bench/row.ts";

const figure = (median: number, about = ""): Figure => ({ median, noise: 0.01, samples: [median], about });
const open: Row["open"] = () => ({ sample: () => 1 });
const about = {
  machine: { cpu: "a CPU", cores: 2, node: "v26.0.0" },
  commit: "0123456789ab",
  date: "2026-01-02T03:04:05.000Z",
  rounds: 3,
  sampleMs: 100,
};
const row: Row = {
  name: "one",
  what: "one thing",
  unit: "µs",
  less: true,
  goal: { timesNative: 2, otherwise: 9 },
  open,
};

function results(...figures: [side: string, Figure | { missing: string }][]): Results {
  return resultsOf([row], new Map<string, RowFigures>([["one", new Map(figures)]]), about);
}

describe("what was measured becomes results", () => {
  test("with the plain interpreter as native figure, and the other engines beside it", () => {
    const made = results(["now", figure(5, "3 legs")], ["ckb-vm:plain", figure(3)], ["ckb-vm:asm", figure(2)]);
    expect(made).toMatchObject({ ...about, schemaVersion: 1, missing: {} });
    expect(made.rows).toEqual([
      {
        name: "one",
        what: "one thing (3 legs)",
        unit: "µs",
        less: true,
        goal: { timesNative: 2, otherwise: 9 },
        figure: figure(5, "3 legs"),
        native: figure(3),
        beside: { "ckb-vm:asm": 2 },
      },
    ]);
  });

  test("rows that were not measured say why", () => {
    const made = results(["now", { missing: "not built" }], ["ckb-vm:plain", figure(3)]);
    expect(made.rows).toEqual([]);
    expect(made.missing).toEqual({ one: "not built" });
  });

  test("an engine that failed is left out", () => {
    const made = results(["now", figure(5)], ["ckb-vm:plain", { missing: "failed" }], ["ckb-vm:asm", { missing: "x" }]);
    expect(made.rows[0]).not.toHaveProperty("native");
    expect(made.rows[0]).not.toHaveProperty("beside");
  });
});

test("goals go by the native figure of the same run where there is one", () => {
  const goal = { timesNative: 2, otherwise: 9 };
  expect(goalOf({ goal, native: figure(3) })).toBe(6);
  expect(goalOf({ goal })).toBe(9);
  expect(goalOf({ goal: 7, native: figure(3) })).toBe(7);
  expect(goalOf({})).toBeUndefined();
});

test("a row that failed makes a run inconclusive, one that is not built does not", () => {
  expect(exitCodeFor(results(["now", figure(5)]))).toBe(0);
  expect(exitCodeFor(results(["now", { missing: "not built; build it with: cargo" }]))).toBe(0);
  expect(exitCodeFor(results(["now", { missing: "failed: case 7 is broken" }]))).toBe(3);
});

describe("results files", () => {
  const good = results(["now", figure(5)]);
  const changed = (change: (copy: Record<string, never>) => void): string => {
    const copy = JSON.parse(JSON.stringify(good)) as Record<string, never>;
    change(copy);
    return JSON.stringify(copy);
  };

  test("are read as they were written", () => {
    expect(readResults(JSON.stringify(good))).toEqual(good);
  });

  test("of one round have no noise, those of two do", () => {
    const made = (...samples: number[]): string =>
      changed((copy) =>
        Object.assign(copy, { rows: [{ name: "x", unit: "s", less: true, figure: { median: 1, samples } }] }),
      );
    expect(readResults(made(1)).rows[0].figure).not.toHaveProperty("noise");
    expect(() => readResults(made(1, 1))).toThrow("its figure is no number");
  });

  test.each<[why: string, change: (copy: Record<string, never>) => void]>([
    ["schemaVersion is 2, not 1", (copy) => Object.assign(copy, { schemaVersion: 2 })],
    ["cpu is missing", (copy) => Object.assign(copy, { machine: { node: "v1" } })],
    ["commit is missing", (copy) => Object.assign(copy, { commit: undefined })],
    ["rows are missing", (copy) => Object.assign(copy, { rows: {} })],
    [
      "rows[0], x: more than 50 samples",
      (copy) =>
        Object.assign(copy, {
          rows: [{ name: "x", unit: "s", less: true, figure: { median: 1, noise: 0, samples: Array(51).fill(1) } }],
        }),
    ],
    ["rows[0] has no name", (copy) => Object.assign(copy, { rows: [{ unit: "s", less: true }] })],
    [
      "its figure is no number",
      (copy) => Object.assign(copy, { rows: [{ name: "x", unit: "s", less: true, figure: {} }] }),
    ],
    [
      "its figure is no number",
      (copy) =>
        Object.assign(copy, {
          rows: [{ name: "x", unit: "s", less: true, figure: { median: null, noise: 0, samples: [] } }],
        }),
    ],
  ])("%s: refused", (why, change) => {
    expect(() => readResults(changed(change))).toThrow(why);
  });

  test("what is no JSON, or null, is refused", () => {
    expect(() => readResults("null")).toThrow("schemaVersion is undefined");
    expect(() => readResults("rows")).toThrow(SyntaxError);
  });

  test("the committed one can be read, and its rows are rows that are measured", ({ skip }) => {
    const file = join(import.meta.dirname, "../../bench/results.json");
    skip(!existsSync(file), "no results are committed");
    const names = readResults(readFileSync(file, "utf8")).rows.map(({ name }) => name);
    expect(names).toContain("relay");
    expect(names.filter((name) => !ROWS.some((each) => each.name === name))).toEqual([]);
  });
});
