import { escaped, htmlPage, htmlTable } from "./html.ts";
import { plotPlace, plotScripts, plotStyle, type PlotLibrary, type PlotSeries } from "./plot.ts";
import { group } from "./table.ts";

/** How one cost grows. */
export interface GrowthSeries {
  readonly name: string;
  readonly what: string;
  /** What is counted along x, and the unit of y. */
  readonly x: string;
  readonly y: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Logarithmic axes show a power of x as a straight line; memory over time has plain ones. */
  readonly axes: "logarithmic" | "plain";
  /** What the points say, in words. */
  readonly verdict: string;
  /** Whether it grows as it should; null where the points cannot tell. */
  readonly good: boolean | null;
  /** The power of x that fits best, where one was fitted. */
  readonly exponent?: number;
  /** What ended the series, or limits it. */
  readonly limit?: string;
}

/** A measurement of growth. */
export interface Growth {
  readonly schemaVersion: 1;
  readonly machine: string;
  readonly commit: string;
  /** In UTC. */
  readonly date: string;
  readonly series: readonly GrowthSeries[];
}

/**
 * How costs grow, as one HTML file that needs nothing else. Without scripts its tables say the same.
 * @throws RangeError if the library would end the element that it is put into
 */
export function growthHtml(growth: Growth, library: PlotLibrary): string {
  const { machine, commit, date, series } = growth;
  const good = series.filter((each) => each.good === true).length;
  const untold = series.filter((each) => each.good === null).length;
  return htmlPage("rvrelay growth", [
    `<style>${plotStyle(library)} details { max-width: 24rem; }</style>`,
    `<h1>Growth</h1>`,
    `<p>How costs grow with sizes. ${good} of ${series.length} are as they should be: linear or better, memory without growth.${untold === 0 ? "" : ` Of ${untold} the points cannot tell.`}</p>`,
    `<p>${escaped(machine)}, commit ${escaped(commit)}, ${escaped(date)}</p>`,
    htmlTable(["cost", "along", "exponent", "verdict"], series.map(summaryRow)),
    ...series.flatMap(section),
    ...plotScripts(series.map(plotted), library),
  ]);
}

function summaryRow({ name, what, x, exponent, verdict, good }: GrowthSeries): string[] {
  const link = `<a href="#${escaped(encodeURIComponent(name))}">${escaped(what)}</a>`;
  const manner = good === null ? "" : ` class="${good ? "good" : "bad"}"`;
  const told = `<strong${manner}>${escaped(verdict)}</strong>`;
  return [link, escaped(x), exponent === undefined ? "" : exponent.toFixed(2), told];
}

function section({ name, what, x, y, points, verdict, limit }: GrowthSeries, index: number): string[] {
  return [
    `<h2 id="${escaped(encodeURIComponent(name))}">${escaped(what)}</h2>`,
    `<p>${escaped(verdict)}${limit === undefined ? "" : `; ${escaped(limit)}`}.</p>`,
    plotPlace(index, `${what}: ${y} over ${x}; the table below has the same points`),
    `<details><summary>${points.length} points</summary>`,
    htmlTable(
      [x, y],
      points.map((point) => [escaped(figure(point.x)), escaped(figure(point.y))]),
    ),
    `</details>`,
  ];
}

/** Three digits, or whole numbers from 100. */
function figure(value: number): string {
  return Number.isInteger(value) || value >= 100 ? group(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** What the script of the page draws; what has no logarithm cannot be drawn on such an axis. */
function plotted({ x, y, points, axes }: GrowthSeries): PlotSeries {
  const logarithmic = axes === "logarithmic";
  const drawn = logarithmic ? points.filter((point) => point.x > 0 && point.y > 0) : points;
  return { x, y, logarithmic, xs: drawn.map((point) => point.x), ys: drawn.map((point) => point.y) };
}
