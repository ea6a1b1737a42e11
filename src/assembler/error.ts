import type { Place } from "./source.ts";

/** One thing that is wrong with a source text. Lines and columns count from 1; 0 where there is none. */
export interface Diagnostic extends Place {
  readonly message: string;
}

/**
 * The only error that assembling, preprocessing and reading ELF files throws. Its message begins with
 * `file:line:column: error: text`, followed by one line for each include and macro that led there; then come the
 * further errors of the same run.
 */
export class AssemblyError extends Error {
  override readonly name = "AssemblyError";
  /** All errors found, the first one first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(diagnostics: readonly [Diagnostic, ...Diagnostic[]]) {
    super(diagnostics.map(diagnosticText).join("\n"));
    this.diagnostics = diagnostics;
    const [{ file, line, column }] = diagnostics;
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

function diagnosticText({ file, line, column, message, notes }: Diagnostic): string {
  return [`${file}:${line}:${column}: error: ${message}`, ...notes].join("\n");
}

/** What is wrong in the statement being read; `at` is an offset in its line. The statement loop turns it into a diagnostic. */
export class Problem extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** An expression that cannot be evaluated yet or ever; the message says why. */
export class Unresolved extends Error {}
