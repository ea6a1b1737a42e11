import { headline } from "../headline.ts";
import { missedFloors } from "../missed-floors.ts";
import { escaped } from "../html.ts";
import type { RunReport } from "../run-report.ts";
import { seedText } from "../seed-text.ts";
import { counted, group, share } from "../table.ts";

/** What the run came to, at a glance. */
export function overviewHtml({ result, findings, provenance }: RunReport): string[] {
  const { verdict, tally, targets, seconds, seed, coverage, floors } = result;
  const reached = floors.length - missedFloors(floors).length;
  const [hit, possible] = [
    coverage.reduce((sum, each) => sum + each.hit, 0),
    coverage.reduce((sum, each) => sum + each.possible, 0),
  ];
  const directed = result.conformance;
  const passed = directed.filter((each) => each.verdict === "passed").length;
  return [
    `<header class="verdict ${verdict}">`,
    `<p class="badge">${verdict}</p>`,
    `<h1>${escaped(headline({ result, findings, provenance }))}</h1>`,
    `<p>${escaped(targets.join(", "))}; seed <code>${escaped(seedText(seed))}</code>; ${seconds.toFixed(1)} s; ${escaped(provenance.date)}</p>`,
    `<pre class="command" tabindex="0"><code>${escaped(provenance.repeat)}</code></pre>`,
    `</header>`,
    `<dl class="figures">`,
    figure(
      "findings",
      group(findings.length),
      findings.length === 0 ? "no law was broken" : `${counted(result.findings.length, "broken check")} in all`,
    ),
    figure("random cases", group(tally.cases), `${group(tally.checks)} checks of ${counted(tally.laws.size, "law")}`),
    figure("legs", group(tally.legs), counted(tally.cuts, "cut")),
    figure("instructions", shortMillions(tally.instructions), "executed"),
    figure("directed programs", group(passed), `of ${group(directed.length)} pass, solo and as relays`),
    ...(possible > 0
      ? [figure("coverage", share(hit, possible), `${group(hit)} of ${group(possible)} cells met`)]
      : []),
    figure("floors", group(reached), `of ${group(floors.length)} reached`),
    `</dl>`,
  ];
}

function figure(name: string, value: string, more: string): string {
  return `<div><dt>${name}</dt><dd>${escaped(value)}<small>${escaped(more)}</small></dd></div>`;
}

function shortMillions(count: number): string {
  return count < 1e6 ? group(count) : `${(count / 1e6).toFixed(1)} M`;
}
