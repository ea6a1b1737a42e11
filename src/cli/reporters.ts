import { coverageFile } from "../report/coverage-text.ts";
import { gateJunit } from "../report/junit.ts";
import { runHtml } from "../report/run-html.ts";
import type { RunReport } from "../report/run-report.ts";
import { UsageError } from "./exit.ts";
import { checkWritable, writeWhole } from "./files.ts";
import { appendTo, reportToGithub, stepSummaryFile } from "./github.ts";
import { plotLibrary } from "./plot-library.ts";

/** Writes one report of a run. */
export interface Reporter {
  /** As it was asked for. */
  readonly name: string;
  /** The file that it writes, if it writes one. */
  readonly file: string | undefined;
  /** True if it says what is found in other places as well. */
  readonly isPublic: boolean;
  /** Looks whether it can write: nobody wants to learn that it cannot behind a run of an hour. @throws UsageError */
  readonly prepare: () => void;
  /** @throws UsageError if it cannot be written */
  readonly write: (report: RunReport) => void;
}

const FORMATS: Readonly<Record<string, (report: RunReport) => string>> = {
  junit: (report) => gateJunit(report),
  html: (report) => runHtml(report, plotLibrary()),
};

/** The reporters that are asked for by `--reporter`. @throws UsageError */
export function readReporters(texts: readonly string[] = []): Reporter[] {
  return texts.map((text) => {
    const [format, file = ""] = text.split(/=(.*)/s);
    if (format === "github") return githubReporter(`--reporter ${text}`, file || stepSummaryFile());
    const render = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (!render) {
      throw new UsageError(`unknown reporter "${format}"; known are ${Object.keys(FORMATS).join(", ")}, github`);
    }
    if (file === "") throw new UsageError(`--reporter cannot be "${text}"; write ${format}=FILE`);
    return fileReporter(`--reporter ${text}`, file, render);
  });
}

/** What writes the hits of every cell, if a file for them is asked for. */
export function coverageReporters(file: string | undefined): Reporter[] {
  if (file === undefined) return [];
  return [fileReporter(`--coverage ${file}`, file, ({ result }) => coverageFile(result.coverage))];
}

function fileReporter(name: string, file: string, render: (report: RunReport) => string): Reporter {
  const prepare = (): void => checkWritable(file);
  return { name, file, isPublic: false, prepare, write: (report) => writeWhole(file, render(report)) };
}

/** The files that reports go to. @throws UsageError where one is seen by others than the user: it cannot keep an embargo */
export function published(reporters: readonly Reporter[]): string[] {
  const open = reporters.find(({ isPublic }) => isPublic);
  if (open) throw new UsageError(`${open.name} and --embargo exclude each other: others read it`);
  return reporters.flatMap(({ file }) => file ?? []);
}

function githubReporter(name: string, file: string | undefined): Reporter {
  const prepare = (): void => {
    if (file === undefined) process.stderr.write("GITHUB_STEP_SUMMARY is not set: annotations only\n");
    else appendTo(file, "");
  };
  return { name, file, isPublic: true, prepare, write: (report) => reportToGithub(report, file) };
}

/** Writes all of them; of each that cannot be written, one line says so. @returns true if there was one */
export function writeReports(reporters: readonly Reporter[], report: RunReport): boolean {
  let unwritten = false;
  for (const { name, write } of reporters) {
    try {
      write(report);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`rvrelay: ${name}: ${error.message}\n`);
      unwritten = true;
    }
  }
  return unwritten;
}
