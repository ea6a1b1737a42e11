import type { LostPart, MemoryDifference, PageFlagsDifference, Value } from "../../campaign/index.ts";
import { clip } from "../clip.ts";
import { escaped } from "../html.ts";
import { counted, group } from "../table.ts";
import type { ReportedFinding } from "../reported-finding.ts";
import { sidesOf } from "../told.ts";
import { sidesRow, sidesTable } from "./sides-table.ts";

/** Both states side by side: only what differs, and the operands that led to it. */
export function stateHtml(finding: ReportedFinding): string[] {
  const { investigation, divergence } = finding;
  if (!investigation) return endHtml(divergence);
  const { expected, actual } = sidesOf(finding);
  const { values, memory, flags, lost } = investigation;
  const head = ["", "before", expected, actual];
  return [
    // What was lost is seen against the yardstick, whichever runs the law has compared.
    ...lostHtml(lost, ["", ...(divergence.peers ? ["expected", "actual"] : [expected, actual])]),
    ...valuesHtml(values, head),
    ...memoryHtml(memory, ["address", expected, actual]),
    ...flagsHtml(flags, head),
    `<details><summary>At the end: ${counted(divergence.differences.length, "difference")} that broke the law</summary>`,
    ...endHtml(divergence),
    `</details>`,
  ];
}

/** What the law has seen at the end of the runs that it compared. */
function endHtml({ differences, expectedFrom, actualFrom }: ReportedFinding["divergence"]): string[] {
  const rows = differences.map(({ what, ...both }) => sidesRow(name(what), { ...both, differs: true }, false));
  return sidesTable("What differs at the end", ["", expectedFrom, actualFrom], rows);
}

const ROLES = { source: " <small>read</small>", destination: " <small>written</small>", other: "" } as const;

function valuesHtml(values: readonly Value[], head: readonly string[]): string[] {
  if (values.length === 0) return [];
  const rows = values.map((value) => sidesRow(name(value.name) + ROLES[value.role], value, true));
  return sidesTable("Values at the place where the sides part", head, rows);
}

function lostHtml(lost: readonly LostPart[], head: readonly string[]): string[] {
  if (lost.length === 0) return [];
  const rows = lost.map(({ what, field, expected, actual }) =>
    sidesRow(
      `${escaped(what)} <small><code>${escaped(field)}</code></small>`,
      { expected, actual, differs: true },
      false,
    ),
  );
  return sidesTable("Lost in the snapshot: wrong right behind the resume", head, rows);
}

function memoryHtml({ runs, bytes, pages }: MemoryDifference, head: readonly string[]): string[] {
  if (bytes === 0) return [];
  const shown = runs.reduce((sum, run) => sum + bytesOf(run.expected).length, 0);
  const rows = runs.map((run) => {
    const [expected, actual] = [run.expected, run.actual].map((hex) => bytesOf(hex).join(" "));
    return sidesRow(name(`0x${run.address.toString(16)}`), { expected, actual, differs: true }, false);
  });
  const part = shown < bytes ? `, the first ${group(shown)} of them` : "";
  return sidesTable(`Memory: ${counted(bytes, "byte")} in ${counted(pages, "page")}${part}`, head, rows);
}

/** Two digits each. */
function bytesOf(hex: string): string[] {
  return hex.match(/[0-9a-f]{2}/gi) ?? [];
}

function flagsHtml(flags: readonly PageFlagsDifference[], head: readonly string[]): string[] {
  if (flags.length === 0) return [];
  const rows = flags.map(({ page, ...sides }) => sidesRow(name(`page ${page}`), { ...sides, differs: true }, true));
  return sidesTable("Page flags (D dirty, X executable, F frozen)", head, rows);
}

function name(text: string): string {
  return `<code>${escaped(clip(text, NAME_LONG))}</code>`;
}

const NAME_LONG = 100;
