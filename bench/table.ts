import type { ComparedRow } from "./compare-in-turn.ts";
import { goalOf, type RowResult } from "./results.ts";
import { ROUNDS_UNPAIRED, type Comparison } from "./verdict.ts";

/** Text as columns: numbers to the right, everything else to the left. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  const isNumber = rows[0].map((_, k) =>
    rows.slice(1).every((row) => /^(?:[-±+\d—]|unknown$)/.test(row[k]) || row[k] === ""),
  );
  return rows.map((row) =>
    row
      .map((cell, k) => (isNumber[k] ? cell.padStart(widths[k]) : cell.padEnd(widths[k])))
      .join("  ")
      .trimEnd(),
  );
}

/** The head of the table of figures. */
export const FIGURE_HEAD = ["row", "measured", "unit", "noise", "native", "goal", "of goal"];

/** The cells of one row: its share of the goal is above 100 % where the goal is surpassed, also for times. */
export function figureCells(row: RowResult, nativeHere: boolean): string[] {
  const { name, unit, less, figure, native } = row;
  const goal = goalOf(row);
  const share = goal === undefined ? "" : percent(less ? goal / figure.median : figure.median / goal);
  const hasNative = row.goal !== undefined && typeof row.goal !== "number";
  const nativeText = native ? digits(native.median) : hasNative && !nativeHere ? "not built" : "";
  const goalText = goal === undefined ? "" : digits(goal);
  return [
    name,
    digits(figure.median),
    unit,
    noiseText(figure.noise, figure.samples.length),
    nativeText,
    goalText,
    share,
  ];
}

/** The head of the table of comparisons, by what the figures before are. */
export function comparisonHead(before: string): string[] {
  return ["row", before, "now", "unit", "change", "noise", "p", "verdict"];
}

/** The cells of one compared row. */
export function comparisonCells({ row: { name, unit, figure }, before, comparison }: ComparedRow): string[] {
  const { change, noise, p, verdict } = comparison;
  const changed = `${change < 0 ? "-" : "+"}${percent(Math.abs(change), 1)}`;
  const said = verdict === TOO_FEW ? `${verdict}; ${enoughText(comparison)} would do` : verdict;
  const chance = p === undefined ? "" : p.toFixed(3);
  return [name, digits(before), digits(figure.median), unit, changed, noiseText(noise, Infinity, 1), chance, said];
}

const TOO_FEW: Comparison["verdict"] = "too few rounds to say";

function enoughText({ roundsNeeded }: Comparison): string {
  return roundsNeeded === undefined ? `${ROUNDS_UNPAIRED} of both` : `${roundsNeeded} of now`;
}

/** A single round has no noise that is known; older files say that it has none. */
function noiseText(noise: number | undefined, samples: number, places = 0): string {
  return noise === undefined || samples < 2 ? "unknown" : `±${percent(noise, places)}`;
}

/** Three digits, or whole numbers from 100. */
export function digits(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}

function percent(share: number, places = 0): string {
  return `${(share * 100).toFixed(places)} %`;
}
