import { clip } from "../clip.ts";
import { escaped, htmlTable } from "../html.ts";
import type { RunReport } from "../run-report.ts";
import { group } from "../table.ts";

type Result = RunReport["result"];

/** Characters of what a target says in one line. */
const LONG = 1000;
/** Directed programs that are named. */
const PROGRAMS_SHOWN = 100;

/** Directed programs that did not pass; nothing if all did, or were not asked of a target. */
export function directedHtml({ conformance }: Result): string[] {
  const others = conformance.filter(({ verdict }) => verdict === "failed" || verdict === "error");
  if (others.length === 0) return [];
  const rows = others
    .slice(0, PROGRAMS_SHOWN)
    .map(({ name, target, verdict, reason = "" }) => [
      escaped(name),
      escaped(target),
      `<strong class="bad">${verdict}</strong>`,
      `<span class="text">${escaped(clip(reason, LONG))}</span>`,
    ]);
  const hidden = others.length - rows.length;
  return [
    htmlTable(["program", "target", "verdict", "why"], rows),
    ...(hidden > 0 ? [`<p>and ${group(hidden)} more</p>`] : []),
  ];
}

/** What a target says may be endless. */
const FAILURES_SHOWN = 20;
const LINES_SHOWN = 40;
const CHARACTERS_SHOWN = 8000;

/** Targets that failed, with what was said last; nothing if none did. */
export function failuresHtml({ failures }: Result): string[] {
  const shown = failures.slice(0, FAILURES_SHOWN).map(({ law, name, message, transcript }) => {
    const title = escaped(`${name}: law ${law}: ${clip(message, LONG)}`);
    if (transcript.length === 0) return `<p>${title}</p>`;
    const said = escaped(transcript.slice(-LINES_SHOWN).join("\n").slice(-CHARACTERS_SHOWN));
    return `<details><summary>${title}</summary><pre class="said" tabindex="0"><code>${said}</code></pre></details>`;
  });
  const hidden = failures.length - shown.length;
  return hidden > 0 ? [...shown, `<p>and ${group(hidden)} more</p>`] : shown;
}
