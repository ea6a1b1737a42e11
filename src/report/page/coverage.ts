import type { FamilyCoverage } from "../../campaign/index.ts";
import type { RunReport } from "../run-report.ts";
import { escaped, htmlTable } from "../html.ts";
import { plotPlace } from "../plot.ts";
import { counted, group, share } from "../table.ts";
import { cutMap, operandMap, pageCutMap } from "./coverage-maps.ts";
import { HEAT_LEGEND, heatTable, type HeatMap } from "./heat-map.ts";

/** What the random cases have met of the coverage space, with what they have not. */
export function coverageHtml({ coverage, tally, growth }: RunReport["result"]): string[] {
  if (coverage.length === 0) return [`<p>Nobody recorded it.</p>`];
  const rows = tally.byRow();
  const missed = missedHtml(coverage);
  return [
    ...growthHtml(growth),
    htmlTable(
      ["family", "met", "of", "share", "a cell of it is"],
      coverage.map(({ family, hit, possible, about }) => [
        escaped(family),
        group(hit),
        group(possible),
        `<span class="whole">${bar(hit, possible)} ${share(hit, possible)}</span>`,
        `<span class="text">${escaped(about)}</span>`,
      ]),
      "families",
    ),
    ...(missed.length > 0 ? [`<h3>Never met, and why</h3>`, ...missed] : []),
    ...mapHtml(
      "Instruction and cut position",
      "Where cuts were, beside each instruction. Behind the hits stands how many states of pages they were met with, of those possible.",
      cutMap(coverage, rows),
    ),
    ...mapHtml(
      "Instruction, page and cut position",
      "The same for instructions that access memory, by the state of the page that they access.",
      pageCutMap(coverage, rows),
    ),
    ...mapHtml(
      "Instruction and operand class",
      "What stood in the registers that an instruction read, by kind of value.",
      operandMap(coverage, rows),
    ),
  ];
}

function growthHtml(growth: RunReport["result"]["growth"]): string[] {
  const last = growth.at(-1);
  if (growth.length < 2 || !last) return [];
  const half = growth.findLast(({ cases }) => cases * 2 <= last.cases);
  const told = half
    ? ` The second half of the cases met ${group(last.cells - half.cells)} cells that the first had not.`
    : "";
  return [
    `<h3>Cells met, case by case</h3><p>${group(last.cells)} cells after ${group(last.cases)} cases.${told}</p>`,
    plotPlace(
      0,
      `Cells met over cases: ${growth.length} points, from ${group(growth[0].cells)} cells after ${group(growth[0].cases)} cases to ${group(last.cells)} after ${group(last.cases)}; the table behind it has them all`,
    ),
    `<details><summary>${growth.length} points</summary>${htmlTable(
      ["cases", "cells"],
      growth.map(({ cases, cells }) => [group(cases), group(cells)]),
      "numbers",
    )}</details>`,
    `<h3>Families of cells</h3>`,
  ];
}

function bar(part: number, whole: number): string {
  const width = whole === 0 ? 100 : (part / whole) * 100;
  return `<span class="bar" aria-hidden="true"><span style="width:${width.toFixed(1)}%"></span></span>`;
}

/** Cells that are named of a group that was missed. */
const NAMED = 6;
const GROUPS_SHOWN = 12;

function missedHtml(coverage: readonly FamilyCoverage[]): string[] {
  return coverage.flatMap(({ family, missed, possible, hit }) => {
    if (missed.length === 0) return [];
    const items = missed.slice(0, GROUPS_SHOWN).map(({ what, cells, reason }) => {
      const names = cells.slice(0, NAMED).join("; ") + (cells.length > NAMED ? "; …" : "");
      return `<li>${what === "" ? "" : `<strong>${escaped(what)}</strong>: `}${group(cells.length)} never met: ${escaped(reason)} <span class="quiet">(${escaped(names)})</span></li>`;
    });
    const more = missed.length > GROUPS_SHOWN ? `<li>and ${group(missed.length - GROUPS_SHOWN)} groups more</li>` : "";
    return [
      `<details><summary>${escaped(family)}: ${counted(possible - hit, "cell")}</summary><ul>${items.join("\n")}${more}</ul></details>`,
    ];
  });
}

function mapHtml(title: string, about: string, map: HeatMap | undefined): string[] {
  if (!map || map.groups.length === 0) return [];
  return [
    `<section class="map"><h3>${title}</h3>`,
    `<p>${about}</p>`,
    HEAT_LEGEND,
    heatTable(map, title),
    `</section>`,
  ];
}
