import type { ComparedRow } from "./compare-in-turn.ts";
import { goalOf, type RowResult } from "./results.ts";

/** Text as columns: numbers to the right, everything else to the left. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  const isNumber = rows[0].map((_, k) => rows.slice(1).every((row) => /^[-±+\d—]/.test(row[k]) || row[k] === ""));
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
  return [name, digits(figure.median), unit, `±${percent(figure.noise)}`, nativeText, goalText, share];
}

/** The head of the table of comparisons, by what the figures before are. */
export function comparisonHead(before: string): string[] {
  return ["row", before, "now", "unit", "change", "noise", "verdict"];
}

/** The cells of one compared row. */
export function comparisonCells({ row: { name, unit, figure }, before, comparison }: ComparedRow): string[] {
  const { change, noise, verdict } = comparison;
  const changed = `${change < 0 ? "-" : "+"}${percent(Math.abs(change), 1)}`;
  return [name, digits(before), digits(figure.median), unit, changed, `±${percent(noise, 1)}`, verdict];
}

/** Three digits, or whole numbers from 100. */
export function digits(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}

function percent(share: number, places = 0): string {
  return `${(share * 100).toFixed(places)} %`;
}
