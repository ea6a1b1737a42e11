import { describe, expect, test } from "vitest";
import { readArguments } from "../../bench/arguments.ts";
import { ROWS } from "../../bench/rows.ts";
import { readSample } from "../../bench/sample.ts";
import type { Comparison } from "../../bench/verdict.ts";
import { columns, comparisonCells, comparisonHead, digits, figureCells } from "../../bench/table.ts";

test("each row has a name of its own", () => {
  const names = ROWS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(-[a-z\d]+)*$/.test(name))).toEqual([]);
});

// The figures of DESIGN.md section 5 and of what was asked for later, written out once more.
test.each([
  ["relay", "/s", 10_000],
  ["interpreter-compute", "million instructions/s", { timesNative: 1, otherwise: 60 }],
  ["interpreter-memory", "million instructions/s", { timesNative: 1, otherwise: 60 }],
  ["interpreter-branchy", "million instructions/s", { timesNative: 1, otherwise: 60 }],
  ["boot", "/s", 30_000],
  ["snapshot-0", "µs", { timesNative: 2, otherwise: 1.3 }],
  ["snapshot-16", "µs", { timesNative: 2, otherwise: 13 }],
  ["snapshot-256", "µs", { timesNative: 2, otherwise: 150 }],
  ["live-made", "KiB", 16],
  ["live-booted", "KiB", 16],
  ["live-sparse", "KiB", 16],
  ["generate-100", "µs", 30],
  ["wire-relay", "/s", 3000],
  ["start-help", "ms", 120],
  ["start-check", "ms", 400],
])("%s is to reach its goal", (name, unit, goal) => {
  expect(ROWS.find((row) => row.name === name)).toMatchObject({ unit, goal });
});

test("where less is better is said of all times and sizes, and of no rate", () => {
  const less = new Set(ROWS.filter((row) => row.less).map(({ unit }) => unit));
  const more = new Set(ROWS.filter((row) => !row.less).map(({ unit }) => unit));
  expect([...less].toSorted()).toEqual(["%", "KiB", "ms", "s", "x", "µs"].toSorted());
  expect([...more].toSorted()).toEqual(["/s", "million instructions/s"]);
});

describe("the command line", () => {
  test("takes all rows if none is named", () => {
    expect(readArguments([])).toMatchObject({ rows: ROWS, json: undefined });
  });

  test("takes as many rounds as a verdict needs", () => {
    expect(readArguments([])).toMatchObject({ rounds: 6 });
    expect(readArguments(["--base", "HEAD"], ["base"])).toMatchObject({ rounds: 8 });
    expect(readArguments(["--base", "HEAD", "--rounds", "9"], ["base"])).toMatchObject({ rounds: 9 });
  });

  test("takes rows by the start of their names, in the order of the table", () => {
    const { rows, rounds, json } = readArguments(["--only", "snapshot", "--only=boot", "--rounds", "3", "--json", "x"]);
    expect(rows.map(({ name }) => name)).toEqual([
      "boot",
      "boot-other",
      ...[0, 16, 256].map((pages) => `snapshot-${pages}`),
      ...["stored", "read"].flatMap((copied) => [16, 256].map((pages) => `snapshot-${pages}-${copied}`)),
    ]);
    expect({ rounds, json }).toEqual({ rounds: 3, json: "x" });
  });

  test.each([
    [["--only", "bot"], /no row is called bot; there are: relay, /],
    [["--rounds", "0"], /--rounds takes a whole number from 1 to 50, not 0/],
    [["--rounds", "51"], /--rounds takes a whole number from 1 to 50, not 51/],
    [["--rounds", "2.5"], /--rounds/],
    [["--sample-ms", "soon"], /--sample-ms takes a whole number from 1 to 60000, not soon/],
    [["--base", "HEAD"], /base/], // of `compare` only
    [["file"], /file/],
  ])("%j is refused", (words, why) => {
    expect(() => readArguments(words)).toThrow(why);
  });

  test("of comparisons names what is compared with", () => {
    expect(readArguments(["--base", "HEAD~3"], ["base", "against"])).toMatchObject({ base: "HEAD~3" });
    const both = ["--base", "HEAD", "--against", "x.json"];
    expect(() => readArguments(both, ["base", "against"])).toThrow("not both");
  });
});

test("what a process printed is one sample or none", () => {
  expect(readSample(`{"value":2.5,"about":"3 legs"}\n`)).toEqual({ value: 2.5, about: "3 legs" });
  expect(readSample(`{"missing":"not built"}`)).toEqual({ missing: "not built" });
  // NaN and Infinity become null in JSON.
  expect(() => readSample(`{"value":null,"about":""}`)).toThrow("no sample");
  expect(() => readSample(`{}`)).toThrow("no sample");
  expect(() => readSample("")).toThrow(SyntaxError);
});

describe("the table", () => {
  const figure = (median: number) => ({ median, noise: 0.031, samples: [median, median], about: "" });
  const base = { what: "", unit: "µs", less: true, figure: figure(50) };

  test("shows the share of the goal: above 100 % is better, also where less is better", () => {
    expect(figureCells({ ...base, name: "t", goal: 100 }, false)).toEqual([
      "t",
      "50.0",
      "µs",
      "±3 %",
      "",
      "100",
      "200 %",
    ]);
    const rate = { ...base, name: "r", unit: "/s", less: false, figure: figure(5000), goal: 10_000 };
    expect(figureCells(rate, false)).toEqual(["r", "5,000", "/s", "±3 %", "", "10,000", "50 %"]);
  });

  test("shows the native figure, or that it is not built", () => {
    const row = { ...base, name: "n", goal: { timesNative: 2, otherwise: 13 } };
    expect(figureCells({ ...row, native: figure(20) }, true)).toEqual([
      "n",
      "50.0",
      "µs",
      "±3 %",
      "20.0",
      "40.0",
      "80 %",
    ]);
    expect(figureCells(row, false)).toEqual(["n", "50.0", "µs", "±3 %", "not built", "13.0", "26 %"]);
  });

  test("shows no share where there is no goal", () => {
    expect(figureCells({ ...base, name: "o" }, false)).toEqual(["o", "50.0", "µs", "±3 %", "", "", ""]);
  });

  test("of comparisons shows before, now and the change with its sign", () => {
    const row = { ...base, name: "c" };
    const comparison: Comparison = { change: 0.25, noise: 0.0312, p: 0.0079, verdict: "slower" };
    const cells = comparisonCells({ row, before: 40, comparison });
    expect(cells).toEqual(["c", "40.0", "50.0", "µs", "+25.0 %", "±3.1 %", "0.008", "slower"]);
    const [, , , , change] = comparisonCells({
      row,
      before: 50,
      comparison: { change: -0.0049, noise: 0.01, verdict: "within noise" },
    });
    expect(change).toBe("-0.5 %");
    expect(comparisonHead("HEAD~1")).toHaveLength(cells.length);
  });

  test("says that the noise of one round is unknown, also where an older file has 0", () => {
    const once = { median: 50, samples: [50], about: "" };
    for (const figure of [once, { ...once, noise: 0 }]) {
      expect(figureCells({ ...base, name: "o", figure }, false)[3]).toBe("unknown");
    }
  });

  test("says how many rounds would do where there are too few", () => {
    const comparison = { change: 0.5, verdict: "too few rounds to say" } as const;
    const cells = (more: object): string[] =>
      comparisonCells({ row: { ...base, name: "c" }, before: 40, comparison: { ...comparison, ...more } }).slice(-3);
    expect(cells({ roundsNeeded: 13 })).toEqual(["unknown", "", "too few rounds to say; 13 of now would do"]);
    expect(cells({})).toEqual(["unknown", "", "too few rounds to say; 6 of both would do"]);
  });

  test("puts numbers to the right", () => {
    expect(
      columns([
        ["row", "measured"],
        ["a", "5"],
        ["long", "12.5"],
      ]),
    ).toEqual(["row   measured", "a            5", "long      12.5"]);
  });

  test.each([
    [0.012345, "0.0123"],
    [1, "1.00"],
    [99.96, "100"],
    [12_345.6, "12,346"],
    [-0.5, "-0.500"],
  ])("%d is shown as %s", (value, text) => {
    expect(digits(value)).toBe(text);
  });
});

// Each checks by itself that what it measures is done: that verdicts are held, programs exit with 0, pages are dirty.
test.each(
  ROWS.filter(({ name }) => /^(relay|interpreter|boot|snapshot|grow|generate)/.test(name)).map(
    (row) => [row.name, row] as const,
  ),
)("%s can be measured", async (_, row) => {
  const opened = await row.open();
  const figure = await opened.sample(1);
  expect(figure).toBeGreaterThan(0);
  expect(figure).toBeLessThan(Infinity);
});
