import { htmlPage, escaped } from "./html.ts";
import { countsHtml, floorsHtml, lawsHtml } from "./page/counts.ts";
import { directedHtml, failuresHtml } from "./page/troubles.ts";
import { coverageHtml } from "./page/coverage.ts";
import { findingHtml } from "./page/finding.ts";
import { headline } from "./headline.ts";
import { overviewHtml } from "./page/overview.ts";
import { provenanceHtml } from "./page/provenance.ts";
import { RUN_STYLE } from "./page/style.ts";
import { plotScripts, plotStyle, type PlotLibrary } from "./plot.ts";
import type { RunReport } from "./run-report.ts";

/** Findings that are shown whole; a gate ends long before. */
const FINDINGS_SHOWN = 30;

/**
 * A gate's result as one HTML file that needs nothing else. Without scripts only the plot is missing, and its table says
 * the same.
 * @throws RangeError if the library would end the element that it is put into
 */
export function runHtml(report: RunReport, library: PlotLibrary): string {
  const { result, findings } = report;
  const { growth } = result;
  const points = {
    x: "cases",
    y: "cells met",
    logarithmic: "x" as const,
    xs: growth.map(({ cases }) => cases),
    ys: growth.map(({ cells }) => cells),
  };
  const shown = findings.slice(0, FINDINGS_SHOWN);
  const hidden = findings.length - shown.length;
  const sections: readonly Section[] = [
    ...section("findings", "Findings", [
      ...shown.flatMap((finding, k) => findingHtml(finding, k + 1)),
      ...(hidden > 0 ? [`<p>and ${hidden} more</p>`] : []),
    ]),
    ...section("directed", "Directed programs that did not pass", directedHtml(result)),
    ...section("failures", "Targets that failed", failuresHtml(result)),
    ["coverage", "Coverage", coverageHtml(result)],
    ["laws", "Laws", lawsHtml(result)],
    ["floors", "Floors", floorsHtml(result)],
    ["counts", "What really ran", countsHtml(result)],
    ["provenance", "Provenance", provenanceHtml(report)],
  ];
  const links = sections.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`);
  const title = headline(report);
  return htmlPage(
    `${result.verdict}: ${title} – rvrelay`,
    [
      ...overviewHtml(report),
      `<nav aria-label="Sections"><ul>${links.join("")}</ul></nav>`,
      ...sections.flatMap(([id, name, body]) => [
        `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(name)}</h2>`,
        ...body,
        `</section>`,
      ]),
      ...(growth.length > 1 ? plotScripts([points], library) : []),
    ],
    { style: `${plotStyle(library)}${RUN_STYLE}` },
  );
}

/** Where links go to, title and body. */
type Section = readonly [string, string, readonly string[]];

/** None where there is nothing to say. */
function section(id: string, title: string, body: readonly string[]): Section[] {
  return body.length === 0 ? [] : [[id, title, body]];
}
