import type { Explanation, Freedom } from "../../campaign/index.ts";
import { clip } from "../clip.ts";
import { escaped } from "../html.ts";
import { counted } from "../table.ts";
import { legsOf, sidesOf, toldOf } from "../told.ts";
import { voteText } from "../vote-text.ts";
import type { ReportedFinding } from "../reported-finding.ts";
import { frameHtml } from "./frame.ts";
import { pageMapHtml } from "./page-map.ts";
import { stateHtml } from "./state.ts";
import { timelineHtml } from "./timeline.ts";

/** One finding: what broke, in words; where, with both states; what matters; the command that shows it again. */
export function findingHtml(finding: ReportedFinding, number: number): string[] {
  const { law, sentence, investigation, repeat, debug } = finding;
  const { expected, actual } = sidesOf(finding);
  return [
    `<article class="finding" aria-labelledby="finding-${number}">`,
    `<h3 id="finding-${number}"><span class="number">${number}</span> Law ${escaped(law)} is broken</h3>`,
    `<p class="sentence">${escaped(sentence)}</p>`,
    `<p class="told">${escaped(toldOf(finding))}</p>`,
    ...flakyHtml(finding),
    ...(investigation ? frameHtml(investigation) : []),
    ...stateHtml(finding),
    ...(investigation ? [`<h4>Time line</h4>`, ...timelineHtml(investigation.timeline, legsOf(finding))] : []),
    ...(investigation ? pageMapHtml(investigation.pages) : []),
    ...explainedHtml(investigation?.explained ?? []),
    `<h4>Show it again</h4>`,
    `<pre class="command" tabindex="0"><code>${escaped(repeat)}</code></pre>`,
    ...(debug === undefined
      ? []
      : [`<h4>Go there</h4>`, `<pre class="command" tabindex="0"><code>${escaped(debug)}</code></pre>`]),
    `<dl class="facts">`,
    ...factsOf(finding, expected, actual).map(
      ([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`,
    ),
    `</dl>`,
    `</article>`,
  ];
}

function factsOf(finding: ReportedFinding, expected: string, actual: string): [string, string][] {
  const { name, cases, instructions, file, laws, divergence, where, investigation } = finding;
  return [
    ["case", cases > 1 ? `${name}, one of ${counted(cases, "case")} that show the same` : name],
    ["kept as", file],
    [divergence.peers ? "one side" : "expected from", expected],
    [divergence.peers ? "other side" : "actual from", actual],
    ...(laws.length > 1 ? ([["breaks as well", `laws ${laws.slice(1).join(", ")}`]] as [string, string][]) : []),
    ...(instructions
      ? ([["alike", `${instructions.length} instructions, one look: ${instructions.join(", ")}`]] as [string, string][])
      : []),
    ...(divergence.vote ? ([["vote", voteText(divergence.vote)]] as [string, string][]) : []),
    ...(where === "" ? [] : ([["first difference", where]] as [string, string][])),
    ...(investigation
      ? ([
          [
            "located with",
            `${counted(investigation.legs, "leg")} in ${investigation.seconds.toFixed(2)} s${investigation.reached === undefined ? "" : `; ended at its bound: ${investigation.reached}`}`,
          ],
        ] as [string, string][])
      : []),
  ];
}

/** Characters of one outcome. */
const LONG = 400;

function flakyHtml({ flaky }: ReportedFinding): string[] {
  if (!flaky) return [];
  if (flaky.unrepeatable !== undefined) {
    const told = escaped(clip(flaky.unrepeatable, LONG));
    return [
      `<p class="flaky"><strong>Flaky:</strong> law repeatable is broken with the same case, although this law was broken in the same way in ${flaky.broken} of ${counted(flaky.runs, "run")}: ${told}.</p>`,
    ];
  }
  return [
    `<p class="flaky"><strong>Flaky:</strong> ${flaky.broken} of ${counted(flaky.runs, "run")} broke the law. Broken: ${escaped(clip(flaky.outcomes[0], LONG))}. Otherwise: ${escaped(clip(flaky.outcomes[1], LONG))}.</p>`,
  ];
}

const FREEDOMS: readonly (readonly [Freedom, string])[] = [
  ["needed", "Needed: any change of it mends the failure, or makes another"],
  ["some", "Some values keep the failure"],
  ["free", "Free: any value gives the same failure"],
];

/** Parts that are listed of each kind. */
const PARTS_SHOWN = 40;

function explainedHtml(explained: readonly Explanation[]): string[] {
  if (explained.length === 0) return [];
  const lists = FREEDOMS.flatMap(([freedom, title]) => {
    const parts = explained.filter((each) => each.freedom === freedom);
    if (parts.length === 0) return [];
    const items = parts
      .slice(0, PARTS_SHOWN)
      .map(
        ({ part, text, tried, same }) =>
          `<li><code>${escaped(part)}</code> <span>${escaped(text)}</span> <small>${same} of ${tried} the same</small></li>`,
      );
    const more = parts.length > PARTS_SHOWN ? `<p>and ${parts.length - PARTS_SHOWN} more</p>` : "";
    return [`<h5 class="${freedom}">${title}</h5><ul class="parts">${items.join("\n")}</ul>${more}`];
  });
  return [`<h4>What matters</h4>`, ...lists];
}
