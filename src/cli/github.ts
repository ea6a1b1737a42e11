import { appendFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { githubAnnotations } from "../report/github.ts";
import { githubSummary } from "../report/github-summary.ts";
import type { RunReport } from "../report/run-report.ts";
import { UsageError } from "./exit.ts";

/** The file that GitHub shows as the summary of a step; undefined elsewhere. */
export function stepSummaryFile(): string | undefined {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  return file === "" ? undefined : file;
}

/**
 * Annotations to standard error, which GitHub reads like standard output, where a JSON document may be; the summary to the
 * end of its file, if there is one. @throws UsageError if that cannot be written
 */
export function reportToGithub(report: RunReport, summaryFile: string | undefined): void {
  for (const line of githubAnnotations(report, placeInRepository)) process.stderr.write(`${line}\n`);
  if (summaryFile !== undefined) appendTo(summaryFile, githubSummary(report));
}

/** Adds to the end of a file. @throws UsageError if it cannot be written */
export function appendTo(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function placeInRepository(file: string): string {
  const root = process.env["GITHUB_WORKSPACE"];
  return root === undefined || root === "" ? file : relative(root, resolve(file));
}
