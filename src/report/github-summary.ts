import { clip } from "./clip.ts";
import { headline } from "./headline.ts";
import { missedFloors } from "./missed-floors.ts";
import type { ReportedFinding } from "./reported-finding.ts";
import type { RunReport } from "./run-report.ts";
import { seedText } from "./seed-text.ts";
import { group, share } from "./table.ts";
import { sidesOf, toldOf } from "./told.ts";

/** GitHub takes 1 MiB for a step, and drops all of a longer summary. */
const BYTES_MAX = 1_000_000;
/** Findings, and rows of a table, that are shown. */
const FINDINGS_SHOWN = 20;
const ROWS_SHOWN = 20;
/** Characters of a value. */
const LONG = 200;

/** The run as Markdown for the summary of a step: verdict, findings with both states, laws, coverage, what repeats it. */
export function githubSummary(report: RunReport): string {
  const { result, findings, provenance } = report;
  const { verdict, seconds, targets, seed, coverage } = result;
  const sign = { held: "✅", broken: "❌", inconclusive: "⚠️" }[verdict];
  const hidden = findings.length - FINDINGS_SHOWN;
  const lines = [
    `## ${sign} rvrelay: ${inline(`${verdict}: ${headline(report)}`)}`,
    "",
    `${inline(targets.join(", "))}, seed ${code(seedText(seed))}, ${seconds.toFixed(1)} s`,
    "",
    ...fenced("sh", provenance.repeat),
    ...findings.slice(0, FINDINGS_SHOWN).flatMap((finding, k) => findingLines(finding, k + 1)),
    ...(hidden > 0 ? [`and ${group(hidden)} findings more`, ""] : []),
    ...troubleLines(report),
    ...table(
      ["law", "asked", "held", "broken", "unsupported", "really cut"],
      [...result.tally.laws].map(([law, { asked, held, broken, unsupported, withCuts }]) => [
        code(law),
        ...[asked, held, broken, unsupported, withCuts].map(group),
      ]),
      "Laws",
    ),
    ...(coverage.length === 0
      ? []
      : table(
          ["cells", "possible", "met", "share"],
          coverage.map(({ family, possible, hit }) => [
            inline(family),
            group(possible),
            group(hit),
            share(hit, possible),
          ]),
          "Coverage",
        )),
    `<sub>rvrelay ${inline(provenance.version)}, commit ${inline(provenance.commit?.slice(0, 12) ?? "none")}, Node ${inline(provenance.node)}, ${inline(provenance.machine)}, ${provenance.date}</sub>`,
    "",
  ];
  const text = `${lines.join("\n")}\n`;
  // What is cut off is the end, and all that matters stands before it.
  return Buffer.byteLength(text) <= BYTES_MAX
    ? text
    : `${Buffer.from(text)
        .subarray(0, BYTES_MAX)
        .toString("utf8")
        .replace(/\ufffd+$/, "")}\n\n…\n`;
}

function findingLines(finding: ReportedFinding, number: number): string[] {
  const { law, sentence, file, repeat, investigation, divergence, cases } = finding;
  const { expected, actual } = sidesOf(finding);
  const values = (investigation?.values ?? []).filter(({ differs }) => differs);
  const rows =
    values.length > 0 ? values : divergence.differences.map(({ what, ...both }) => ({ name: what, ...both }));
  const frame = investigation?.frame ?? [];
  return [
    `### ${number}. Law ${inline(law)} is broken`,
    "",
    `> ${inline(sentence)}`,
    "",
    inline(toldOf(finding)),
    "",
    ...(frame.length === 0
      ? []
      : fenced("", frame.map(({ here, pc, text }) => `${here ? "▶" : " "} 0x${pc.toString(16)}  ${text}`).join("\n"))),
    ...markdownTable(
      ["", inline(expected), inline(actual)],
      rows
        .slice(0, ROWS_SHOWN)
        .map((row) => [code(row.name), code(clip(row.expected, LONG)), code(clip(row.actual, LONG))]),
    ),
    "",
    `Kept as ${code(file)}${cases > 1 ? `, the smallest of ${group(cases)} cases that show the same` : ""}.`,
    "",
    ...fenced("sh", repeat),
  ];
}

function troubleLines({ result }: RunReport): string[] {
  const programs = result.conformance.filter(({ verdict }) => verdict === "failed" || verdict === "error");
  const items = [
    ...programs.map(
      ({ name, target, verdict, reason = "" }) =>
        `directed program ${code(name)} on ${code(target)}: ${verdict}: ${inline(reason)}`,
    ),
    ...result.failures.map(
      ({ name, law, message }) => `a target failed in ${code(name)}, law ${inline(law)}: ${inline(message)}`,
    ),
    ...missedFloors(result.floors).map(
      ({ what, atLeast, reached }) =>
        `floor missed: ${inline(what)}: ${group(reached)}, at least ${group(atLeast)} wanted`,
    ),
  ];
  const hidden = items.length - ROWS_SHOWN;
  const shown = items.slice(0, ROWS_SHOWN).map((item) => `- ${item}`);
  return items.length === 0 ? [] : [...shown, ...(hidden > 0 ? [`- and ${group(hidden)} more`] : []), ""];
}

/** A table that is folded away. */
function table(head: readonly string[], rows: readonly (readonly string[])[], title: string): string[] {
  return [`<details><summary>${title}</summary>`, "", ...markdownTable(head, rows), "", `</details>`, ""];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

/** What Markdown or HTML would take for more than text: links and mentions of people and issues too. */
const SPECIAL = /[&<>\\`*_{}[\]|~@]|#(?=\d)|(?<=\bwww)\.|:(?=\/\/)|^[-+#]/gi;

/** Text that is no Markdown and no HTML, in one line. */
function inline(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(SPECIAL, (character) => `&#${character.codePointAt(0)};`);
}

/** Text as code, in one line; GitHub's Markdown has no other way to write `|` in a table. */
function code(text: string): string {
  return `<code>${inline(text)}</code>`;
}

/** A block of code with a fence that is longer than any in it. */
function fenced(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, text, fence, ""];
}
