import { escaped } from "./html.ts";

/** The library that draws the plots, which becomes part of the page. */
export interface PlotLibrary {
  /** Script that defines `uPlot`. */
  readonly script: string;
  readonly style: string;
}

/** One line of a plot. */
export interface PlotSeries {
  /** What is counted along x and y. */
  readonly x: string;
  readonly y: string;
  /** Both axes are logarithmic, and there is a line to show what linear growth would be; `x`: only that one, y begins at 0. */
  readonly logarithmic: boolean | "x";
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/**
 * What the page needs in its head.
 * @throws RangeError if the library would end the element that it is put into
 */
export function plotStyle({ style }: PlotLibrary): string {
  if (/<\/style/i.test(style)) throw new RangeError("the library cannot stand in a page");
  return `${style}\n${PLOT_STYLE}`;
}

/** Where the plot of the k-th series goes; a table near it says the same to those who do not see it. */
export function plotPlace(k: number, label: string): string {
  return `<div class="plot" data-series="${k}" role="img" aria-label="${escaped(label)}"></div>`;
}

/**
 * The scripts that draw all series, for the end of the page.
 * @throws RangeError if the library would end the element that it is put into
 */
export function plotScripts(series: readonly PlotSeries[], { script }: PlotLibrary): string[] {
  if (/<\/script/i.test(script)) throw new RangeError("the library cannot stand in a page");
  return [
    // Between these tags only "<" could end the element or start a comment.
    `<script type="application/json" id="growth">${JSON.stringify(series).replaceAll("<", "\\u003c")}</script>`,
    `<script>${script}</script>`,
    `<script>${DRAW}</script>`,
  ];
}

const PLOT_STYLE = `
.plot { margin: .6rem 0; max-width: 46rem; } .u-legend { font-size: .85rem; }
.uplot .u-legend th, .uplot .u-legend td { border: 0; padding: .1rem .3rem; }
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
    const both = logarithmic === true;
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const rule = { stroke: colour("--line"), width: 1 };
    const axis = (label, size, isLogarithmic) => ({ label, size, stroke: colour("--quiet"), grid: rule, ticks: rule, values: (_, ticks) => ticks.map(short), ...(isLogarithmic && { splits: decades }) });
    const value = (_, shown) => short(shown);
    const line = { label: y, stroke: colour("--bar"), width: 2, points: { show: true, size: 7, fill: colour("--paper") }, value };
    // What linear growth to the last point would look like; it need not go below the figures.
    const lowest = Math.min(...ys);
    const linear = xs.map((at) => (ys.at(-1) * at) / xs.at(-1)).map((at) => (at >= lowest ? at : null));
    const yard = { label: "linear", stroke: colour("--quiet"), dash: [6, 6], points: { show: false }, value };
    if (plots[k]) plots[k].destroy();
    plots[k] = new uPlot({
      width: Math.max(280, place.clientWidth), height: 300,
      scales: {
        x: logarithmic ? { time: false, distr: 3, log: 10 } : { time: false },
        y: both ? { distr: 3, log: 10 } : { range: (_, from, to) => [0, to * 1.1] },
      },
      axes: [axis(x, 44, logarithmic), axis(y, 60, both)],
      series: [{ label: x, value }, line, ...(both ? [yard] : [])],
    }, both ? [xs, ys, linear] : [xs, ys], place);
  }
  const all = () => places.forEach((place, k) => series[k].xs.length > 1 && draw(place, k));
  all();
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; all(); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  matchMedia("print").addEventListener("change", all);
})();
`;
