import { describe, expect, test } from "vitest";
import { coverageReport, Tally } from "../../src/campaign/index.ts";
import { cutMap, operandMap, pageCutMap } from "../../src/report/page/coverage-maps.ts";
import { heatOf, heatTable, shortCount, type HeatMap } from "../../src/report/page/heat-map.ts";
import { CELL_FAMILIES, Coverage, firstCell } from "../../src/targets/index.ts";

const rows = new Tally().byRow();

/** Coverage in which the cells of `family` with all of these parts were hit so often. */
function covered(family: string, parts: readonly string[], times: number): ReturnType<typeof coverageReport> {
  const coverage = new Coverage();
  const found = CELL_FAMILIES.find(({ name }) => name === family)!;
  for (let cell = 0; cell < found.cells; cell++) {
    if (!found.possible(cell) || !parts.every((part) => found.parts(cell).includes(part))) continue;
    for (let k = 0; k < times; k++) coverage.hit(firstCell(found) + cell);
  }
  return coverageReport(coverage);
}

function placeOf(map: HeatMap | undefined, row: string, group: string, column: string) {
  const columns = map!.columns.flatMap((each) => each.columns.map((name) => `${each.name}: ${name}`));
  const found = map!.groups.flatMap((each) => each.rows).find(({ name }) => name === row);
  const at = columns.indexOf(`${group}: ${column}`);
  expect([found?.name, at >= 0]).toEqual([row, true]);
  return found!.places[at];
}

describe("instruction x operand class", () => {
  const map = operandMap(covered("operands", ["addi", "rs1", "-1"], 3), rows);

  test("has what was hit, what never was, and nothing where an instruction has no such register", () => {
    expect(placeOf(map, "addi", "rs1", "-1")).toEqual({ hits: 3, of: 1, met: 1 });
    expect(placeOf(map, "addi", "rs1", "0")).toEqual({ hits: 0, of: 1, met: 0 });
    expect(placeOf(map, "addi", "rs2", "0")).toBeUndefined();
  });

  test("has a row for each instruction that reads a register, grouped by extension; lui reads none", () => {
    expect(map!.groups.map(({ name }) => name)).toEqual([
      "I",
      "M",
      "A",
      "Zba",
      "Zbb",
      "Zbc",
      "Zbs",
      "C",
      "fused sequences",
    ]);
    const names = map!.groups.find(({ name }) => name === "M")!.rows.map(({ name }) => name);
    expect(names).toContain("mulhsu");
    expect(names).toHaveLength(13); // The M extension has 13 instructions on RV64.
    expect(map!.groups[0].rows.some(({ name }) => name === "lui")).toBe(false);
  });
});

describe("instruction x cut position", () => {
  const coverage = covered("cuts before", ["sd", "dirty", "on the border"], 5);

  test("adds up over the states of pages, and says how many of them were met", () => {
    const place = placeOf(cutMap(coverage, rows), "sd", "cut before it", "on the border");
    expect(place).toEqual({ hits: 5, of: 7, met: 1 }); // docs/coverage.md: a page is in one of seven states
  });

  test("by the state of the page it has each cell", () => {
    const map = pageCutMap(coverage, rows);
    expect(placeOf(map, "sd", "cut before it, on the border", "dirty")).toEqual({ hits: 5, of: 1, met: 1 });
    expect(placeOf(map, "sd", "cut before it, on the border", "source")).toEqual({ hits: 0, of: 1, met: 0 });
    // Rows that touch no memory are in the other map only.
    expect(map!.groups.flatMap((each) => each.rows).some(({ name }) => name === "addi")).toBe(false);
  });

  test("an instruction of one cycle has no inside to be cut at", () => {
    expect(placeOf(cutMap(coverage, rows), "addi", "cut before it", "further inside")).toBeUndefined();
    expect(placeOf(cutMap(coverage, rows), "divu", "cut before it", "further inside")).toMatchObject({ hits: 0 });
  });

  test("there is no map of what nobody recorded", () => {
    expect([operandMap([], rows), cutMap([], rows), pageCutMap([], rows)]).toEqual([undefined, undefined, undefined]);
  });
});

describe("the table", () => {
  const map: HeatMap = {
    row: "<row>",
    columns: [
      { name: "A", columns: ["a", "b"] },
      { name: "B", columns: ["c", "d"] },
    ],
    groups: [
      {
        name: "G",
        rows: [
          { name: "r", places: [{ hits: 1234, of: 1, met: 1 }, { hits: 0, of: 1, met: 0 }, "left out", undefined] },
          { name: "s", places: [{ hits: 7, of: 4, met: 2 }, undefined, undefined, undefined] },
        ],
      },
    ],
  };
  const html = heatTable(map, "label");

  test("shows hits, an empty cell, one that is left out and one that cannot be, each in another way", () => {
    expect(html).toContain(
      `<th scope="row">r</th><td class="h4 b">1.2k</td><td class="e">0</td><td class="l b">–</td><td></td>`,
    );
    expect(html).toContain(`<td class="h1 p b">7<small>2/4</small></td>`);
  });

  test("says of each group how much of it was met", () => {
    expect(html).toContain("G: 3 of 6 met, 3 never");
  });

  test("names its columns and rows for those who do not see it", () => {
    expect(html).toContain(`<th scope="colgroup" colspan="2">A</th>`);
    expect(html).toContain(`&#60;row&#62;`);
    expect(html).toContain(`role="region" aria-label="label"`);
  });
});

test.each([
  [1, 1, "1"],
  [9, 1, "9"],
  [10, 2, "10"],
  [999, 3, "999"],
  [1000, 4, "1k"],
  [1999, 4, "1.9k"],
  [9999, 4, "9.9k"],
  [10_000, 5, "10k"],
  [999_999, 5, "999k"],
  [1_250_000, 5, "1.2M"],
  [3_000_000_000, 5, "3G"],
])("%i hits are heat %i and written %s", (hits, heat, text) => {
  expect([heatOf(hits), shortCount(hits)]).toEqual([heat, text]);
});
