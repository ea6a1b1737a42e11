import type { ExhibitScore, Scoreboard } from "../museum/index.ts";
import { escaped, htmlPage, htmlTable } from "./html.ts";
import { absentText, methodRows, scoreCells, secondsText, totalCells } from "./museum-text.ts";
import { share } from "./table.ts";

/**
 * A scoreboard as one HTML file that needs nothing else.
 * @param made how it was made, line by line
 */
export function museumHtml(board: Scoreboard, made: readonly string[]): string {
  const { totals, scores, absent } = board;
  return htmlPage("rvrelay museum", [
    `<h1>Museum</h1>`,
    `<p>How well the harness finds faults of the public history of VMs, each put into the reference behind a switch. Found means told with each of ${board.seeds.length} seeds within ${board.timeMs / 1000} s; the harness is not told which fault it is after.</p>`,
    `<dl class="figures">`,
    figure("faults found", `${totals.found} of ${totals.exhibits}`, share(totals.found, totals.exhibits)),
    figure(
      "seconds to find",
      secondsText(totals.seconds),
      `median; of the slowest fault ${secondsText(totals.slowestSeconds)}, longest hunt ${secondsText(totals.longestSeconds)}`,
    ),
    figure(
      "instructions left",
      String(totals.instructions ?? "none"),
      `median, with ${totals.cuts ?? 0} cuts; nine in ten ${totals.instructionsOfMost ?? "none"}, most ${totals.instructionsMax ?? "none"}`,
    ),
    figure(
      "place named rightly",
      share(totals.right, totals.placed),
      `${totals.right} of ${totals.placed}; ${totals.unplaced} faults have no single place`,
    ),
    `</dl>`,
    ...(board.baselines.length > 0 ? methodSection(board) : []),
    `<h2>Categories</h2>`,
    htmlTable(
      ["category", "faults", "found", "seconds", "of the slowest", "place right"],
      board.categories.map(({ category, totals: some }) => [category, ...totalCells(some)].map(escaped)),
    ),
    `<h2>Faults</h2>`,
    htmlTable(["fault", "found", "by", "cases", "seconds", "instructions", "cuts", "place"], scores.map(faultRow)),
    ...(absent.length > 0
      ? [
          `<h2>Left out</h2>`,
          `<p>${escaped(absentText(board))}.</p>`,
          htmlTable(
            ["row", "kind", "why"],
            absent.map(({ id, kind, reason }) => [
              `<code>${id}</code>`,
              kind,
              `<span class="text">${escaped(reason)}</span>`,
            ]),
          ),
        ]
      : []),
    `<h2>How it was made</h2>`,
    `<ul>${made.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`,
  ]);
}

function methodSection(board: Scoreboard): string[] {
  const rows = methodRows(board).map(([name, found, seconds], k) => {
    const hits = board.baselines[k]?.found ?? board.totals.found;
    const width = board.totals.exhibits === 0 ? 0 : (hits / board.totals.exhibits) * 100;
    const bar = `<span class="bar" aria-hidden="true"><span style="width:${width.toFixed(1)}%"></span></span>`;
    return [
      escaped(name),
      `${escaped(found)} ${bar}`,
      seconds,
      `<span class="text">${escaped(board.baselines[k]?.about ?? "all that check does")}</span>`,
    ];
  });
  return [
    `<h2>Methods</h2>`,
    `<p>The same faults in the same run; simpler methods had ${board.baselineTimeMs / 1000} s each and one seed.</p>`,
    htmlTable(["method", "found", "seconds, median", "what it does"], rows),
  ];
}

function figure(name: string, value: string, more: string): string {
  return `<div><dt>${name}</dt><dd>${escaped(value)}<small>${escaped(more)}</small></dd></div>`;
}

function faultRow(score: ExhibitScore): string[] {
  const { exhibit, found } = score;
  const [id, ...cells] = scoreCells(score).map(escaped);
  const [told, ...rest] = cells;
  const what = `<details><summary><code>${id}</code></summary><span class="text">${escaped(exhibit.does)}. ${escaped(exhibit.provenance)}: ${escaped(exhibit.origin)}</span></details>`;
  return [what, `<strong class="${found ? "good" : "bad"}">${told}</strong>`, ...rest];
}
