import { existsSync } from "node:fs";
import { investigate, type Fault, type Finding, type Flaky, type Investigation } from "../campaign/index.ts";
import { sourceLines, type SourceLines } from "../case/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import type { Target } from "../targets/index.ts";
import { readText } from "./files.ts";
import type { TargetOptions } from "./target-option.ts";

/**
 * A finding with the first differing instruction and the command that repeats it from `file`, and all that shows the same.
 * @param flaky what shows that it does not always come to the same: then no instruction is looked for
 */
export async function describeFinding(
  finding: Finding,
  file: string,
  targets: readonly Target[],
  options: TargetOptions,
  same: Pick<Fault, "laws" | "cases" | "instructions"> = { laws: [finding.law], cases: 1 },
  flaky?: Flaky,
): Promise<ReportedFinding> {
  const { lines, symbols } = linesOf(finding, file);
  const investigation = await investigate(finding, targets, { symbols, flaky });
  const repeat = repeatCommand("replay", file, finding.law, options);
  const laws = [...new Set([finding.law, ...same.laws])];
  return {
    ...finding,
    file,
    laws,
    cases: same.cases,
    ...(same.instructions && same.instructions.length > 1 && { instructions: same.instructions }),
    repeat,
    where: investigation.where,
    investigation,
    ...(flaky && { flaky }),
    ...lineOf(investigation, lines),
    ...debugOf(finding, file, investigation),
  };
}

/** The lines and symbols of the case as it is kept; of one that was generated, the text is in its file only. */
function linesOf({ checked }: Finding, file: string): SourceLines {
  return sourceLines(
    checked.assembly === undefined && existsSync(file) ? { ...checked, assembly: readText(file) } : checked,
  );
}

/** The line of the case's text that has the instruction where the sides part, if it is in that text. */
function lineOf({ location }: Investigation, lines: ReadonlyMap<bigint, number>): { readonly line?: number } {
  const line = location && lines.get(location.pc);
  return line === undefined ? {} : { line };
}

/** The command that looks at the case in `file` again, with the same law, targets and policies. */
export function repeatCommand(verb: string, file: string, law: string, { target, policy }: TargetOptions): string {
  const flags = [
    ...(target ?? []).map((name) => ` --target ${quoted(name)}`),
    ...(policy ?? []).map((name) => ` --policy ${quoted(name)}`),
  ].join("");
  return `npx rvrelay ${verb} ${quoted(file)} --law ${law}${flags}`;
}

/** The command that goes to where the sides part, in a solo run on the reference, if that is known and in the case itself. */
export function debugOf({ checked }: Finding, file: string, { location }: Investigation): { readonly debug?: string } {
  const begins = location?.begins;
  if (begins === undefined || location?.there?.located.world !== checked.world) return {};
  return { debug: `npx rvrelay debug ${quoted(file)} --command ${quoted(`to ${begins}`)}` };
}

/** A word for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
