import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { growthHtml, type Growth, type GrowthSeries } from "../../src/report/growth-html.ts";
import type { PlotLibrary } from "../../src/report/plot.ts";

const HOSTILE = `</script><!--"'&<img src=x onerror=alert(1)>`;
const series: GrowthSeries = {
  name: "cuts",
  what: "a relay",
  x: "cuts",
  y: "ms",
  points: [
    { x: 0, y: 0.5 },
    { x: 10, y: 1.23456 },
    { x: 1000, y: 123.4 },
  ],
  axes: "logarithmic",
  verdict: "linear or better",
  good: true,
  exponent: 0.987,
};
const growthOf = (...all: readonly GrowthSeries[]): Growth => ({
  schemaVersion: 1,
  machine: "a CPU, 2 cores",
  commit: "0123456789ab",
  date: "2026-01-02T03:04:05.000Z",
  series: all,
});
const tiny: PlotLibrary = { script: "var uPlot;", style: ".uplot{}" };

/** The library as it is installed. */
function installed(): PlotLibrary {
  const folder = join(createRequire(import.meta.url).resolve("uplot"), "..");
  const [script, style] = ["uPlot.iife.min.js", "uPlot.min.css"].map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  return { script, style };
}

/** What the page's scripts get to read. */
function dataOf(page: string): { xs: number[]; ys: number[]; logarithmic: boolean; x: string }[] {
  const [, text] = /<script type="application\/json" id="growth">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(text) as ReturnType<typeof dataOf>;
}

describe("the page", () => {
  test("has the library in it and refers to nothing outside", () => {
    const library = installed();
    const page = growthHtml(growthOf(series), library);
    expect(page).toContain(library.script);
    // What could load anything: attributes and properties with an address, styles and calls that name one.
    const addresses = [...page.matchAll(/\b(?:src|srcset|href|action|poster)\s*=\s*["']?([^"'\s>]+)/g)].map(
      ([, to]) => to,
    );
    expect(addresses.filter((to) => !to.startsWith("#") && to !== "data:,")).toEqual([]);
    expect(addresses).toContain("#cuts");
    expect(page).not.toMatch(
      /@import|url\(|\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/,
    );
  });

  test("escapes what it is given, in text, attributes and data", () => {
    const hostile = {
      ...series,
      name: HOSTILE,
      what: HOSTILE,
      x: HOSTILE,
      y: HOSTILE,
      verdict: HOSTILE,
      limit: HOSTILE,
    };
    const page = growthHtml({ ...growthOf(hostile), machine: HOSTILE, commit: HOSTILE, date: HOSTILE }, tiny);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<!--");
    expect(page.match(/<\/script/g)).toHaveLength(3); // data, library, drawing
    expect(dataOf(page)[0].x).toBe(HOSTILE);
  });

  test("refuses a library that would end its own element", () => {
    expect(() => growthHtml(growthOf(series), { ...tiny, script: `"</SCRIPT>"` })).toThrow(RangeError);
    expect(() => growthHtml(growthOf(series), { ...tiny, style: "</style>" })).toThrow(RangeError);
  });

  test("says all points in tables, which need no script", () => {
    const page = growthHtml(growthOf(series), tiny).replaceAll(/<script[\s\S]*?<\/script>/g, "");
    for (const cells of [
      ["0", "0.5"],
      ["10", "1.23"],
      ["1,000", "123"],
    ]) {
      expect(page).toContain(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
    }
    expect(page).toContain("<td>0.99</td>");
    expect(page).toContain("linear or better");
  });

  test("draws no point at 0 on logarithmic axes, and every one on plain ones", () => {
    const memory: GrowthSeries = { ...series, name: "memory", axes: "plain" };
    const [logarithmic, plain] = dataOf(growthHtml(growthOf(series, memory), tiny));
    expect(logarithmic).toMatchObject({ logarithmic: true, xs: [10, 1000], ys: [1.23456, 123.4] });
    expect(plain).toMatchObject({ logarithmic: false, xs: [0, 10, 1000] });
  });

  test("marks what grows too fast, and counts the others", () => {
    const page = growthHtml(growthOf(series, { ...series, good: false, verdict: "worse than linear" }), tiny);
    expect(page).toContain("1 of 2 are as they should be");
    expect(page).toMatch(/class="bad">worse than linear/);
    expect(page).not.toContain("cannot tell");
  });

  test("marks what cannot be told neither as good nor as bad", () => {
    const page = growthHtml(growthOf(series, { ...series, good: null, verdict: "too short to tell" }), tiny);
    expect(page).toContain("1 of 2 are as they should be");
    expect(page).toContain("Of 1 the points cannot tell.");
    expect(page).toContain("<strong>too short to tell</strong>");
  });
});

test("its script draws one plot for each series of two points or more, in the colours of the page", () => {
  const page = growthHtml(growthOf(series, { ...series, points: [{ x: 1, y: 1 }] }), tiny);
  const script = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1] ?? "";
  const drawn: {
    options: { width: number; scales: unknown; axes: { stroke: string }[] };
    data: unknown;
    place: unknown;
  }[] = [];
  const listeners = new Map<string, () => void>();
  const places = [{ clientWidth: 640 }, { clientWidth: 640 }];
  let destroyed = 0;
  const window = {
    innerWidth: 800,
    document: {
      documentElement: {},
      getElementById: () => ({ textContent: JSON.stringify(dataOf(page)) }),
      querySelectorAll: () => places,
    },
    getComputedStyle: () => ({ getPropertyValue: (name: string) => ` ${name} ` }),
    matchMedia: () => ({ addEventListener: (_: string, listener: () => void) => listeners.set("colours", listener) }),
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    uPlot: class {
      constructor(options: (typeof drawn)[number]["options"], data: unknown, place: unknown) {
        drawn.push({ options, data, place });
      }
      destroy(): void {
        destroyed++;
      }
    },
  };
  runInNewContext(script, window);
  expect(drawn).toHaveLength(1);
  expect(drawn[0].place).toBe(places[0]);
  // A line through (1000, 123.4) with slope 1 passes 10 at 1.234, which is below the lowest figure.
  expect(drawn[0].data).toEqual([
    [10, 1000],
    [1.23456, 123.4],
    [null, 123.4],
  ]);
  expect(drawn[0].options).toMatchObject({
    width: 640,
    scales: { x: { time: false, distr: 3, log: 10 }, y: { distr: 3, log: 10 } },
    axes: [{ stroke: "--quiet" }, { stroke: "--quiet" }],
  });
  listeners.get("resize")?.(); // the width is the same
  expect(drawn).toHaveLength(1);
  window.innerWidth = 400;
  listeners.get("resize")?.();
  listeners.get("colours")?.();
  expect(drawn).toHaveLength(3);
  expect(destroyed).toBe(2);
});
