import { escaped, htmlPage, htmlTable } from "./html.ts";
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
  readonly good: boolean;
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

/** The library that draws the plots, which becomes part of the page. */
export interface PlotLibrary {
  /** Script that defines `uPlot`. */
  readonly script: string;
  readonly style: string;
}

/**
 * How costs grow, as one HTML file that needs nothing else. Without scripts its tables say the same.
 * @throws RangeError if the library would end the element that it is put into
 */
export function growthHtml(growth: Growth, { script, style }: PlotLibrary): string {
  if (/<\/script/i.test(script) || /<\/style/i.test(style)) throw new RangeError("the library cannot stand in a page");
  const { machine, commit, date, series } = growth;
  const good = series.filter((each) => each.good).length;
  return htmlPage("rvrelay growth", [
    `<style>${style}\n${PLOT_STYLE}</style>`,
    `<h1>Growth</h1>`,
    `<p>How costs grow with sizes. ${good} of ${series.length} are as they should be: linear or better, memory without growth.</p>`,
    `<p>${escaped(machine)}, commit ${escaped(commit)}, ${escaped(date)}</p>`,
    htmlTable(["cost", "along", "exponent", "verdict"], series.map(summaryRow)),
    ...series.flatMap(section),
    // Between these tags only "<" could end the element or start a comment.
    `<script type="application/json" id="growth">${JSON.stringify(series.map(plotted)).replaceAll("<", "\\u003c")}</script>`,
    `<script>${script}</script>`,
    `<script>${DRAW}</script>`,
  ]);
}

function summaryRow({ name, what, x, exponent, verdict, good }: GrowthSeries): string[] {
  const link = `<a href="#${escaped(encodeURIComponent(name))}">${escaped(what)}</a>`;
  const told = `<strong class="${good ? "good" : "bad"}">${escaped(verdict)}</strong>`;
  return [link, escaped(x), exponent === undefined ? "" : exponent.toFixed(2), told];
}

function section({ name, what, x, y, points, verdict, limit }: GrowthSeries, index: number): string[] {
  return [
    `<h2 id="${escaped(encodeURIComponent(name))}">${escaped(what)}</h2>`,
    `<p>${escaped(verdict)}${limit === undefined ? "" : `; ${escaped(limit)}`}.</p>`,
    `<div class="plot" data-series="${index}" role="img" aria-label="${escaped(`${what}: ${y} over ${x}; the table below has the same points`)}"></div>`,
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
function plotted({ x, y, points, axes }: GrowthSeries): object {
  const logarithmic = axes === "logarithmic";
  const drawn = logarithmic ? points.filter((point) => point.x > 0 && point.y > 0) : points;
  return { x, y, logarithmic, xs: drawn.map((point) => point.x), ys: drawn.map((point) => point.y) };
}

const PLOT_STYLE = `
.plot { margin: .6rem 0; max-width: 46rem; } .u-legend { font-size: .85rem; }
.uplot .u-legend th, .uplot .u-legend td { border: 0; padding: .1rem .3rem; }
a { color: var(--bar); } details { max-width: 24rem; }
`;

/** Draws each plot in the colours of the page, again when its width or the colours change. Plain JavaScript of any browser. */
const DRAW = `
"use strict";
(function () {
  const series = JSON.parse(document.getElementById("growth").textContent);
  const places = [...document.querySelectorAll(".plot")];
  const plots = [];
  const short = (value) => value == null ? "" : value >= 1e6 ? value / 1e6 + "M" : value >= 1e3 ? value / 1e3 + "k" : String(+value.toPrecision(3));
  const decades = (_, axis, from, to) => {
    const first = Math.ceil(Math.log10(from) - 1e-9), last = Math.floor(Math.log10(to) + 1e-9);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, power) => 10 ** (first + power));
  };
  function draw(place, k) {
    const { x, y, logarithmic, xs, ys } = series[k];
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const rule = { stroke: colour("--line"), width: 1 };
    const axis = (label, size) => ({ label, size, stroke: colour("--quiet"), grid: rule, ticks: rule, values: (_, ticks) => ticks.map(short), ...(logarithmic && { splits: decades }) });
    const value = (_, shown) => short(shown);
    const line = { label: y, stroke: colour("--bar"), width: 2, points: { show: true, size: 7, fill: colour("--paper") }, value };
    // What linear growth to the last point would look like; it need not go below the figures.
    const lowest = Math.min(...ys);
    const linear = xs.map((at) => (ys.at(-1) * at) / xs.at(-1)).map((at) => (at >= lowest ? at : null));
    const yard = { label: "linear", stroke: colour("--quiet"), dash: [6, 6], points: { show: false }, value };
    if (plots[k]) plots[k].destroy();
    plots[k] = new uPlot({
      width: Math.max(280, place.clientWidth), height: 300,
      scales: logarithmic
        ? { x: { time: false, distr: 3, log: 10 }, y: { distr: 3, log: 10 } }
        : { x: { time: false }, y: { range: (_, from, to) => [0, to * 1.1] } },
      axes: [axis(x, 44), axis(y, 60)],
      series: [{ label: x, value }, line, ...(logarithmic ? [yard] : [])],
    }, logarithmic ? [xs, ys, linear] : [xs, ys], place);
  }
  const all = () => places.forEach((place, k) => series[k].xs.length > 1 && draw(place, k));
  all();
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; all(); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
})();
`;
