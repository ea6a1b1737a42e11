import type { TargetError } from "../targets/target.ts";

/** What the exit code says (DESIGN.md section 7). */
export const EXIT = { held: 0, broken: 1, usage: 2, inconclusive: 3, interrupted: 130 } as const;

/** Something the user can mend: told in one line, exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Nothing can be concluded (something needed is not there): told in one line, exit code 3. */
export class InconclusiveError extends Error {
  override name = "InconclusiveError";
}

/** The exit code of an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  const named = error instanceof Error ? error.name : "";
  if (["UsageError", "AssemblyError", "CaseFileError", "SnapshotDecodeError", "CommanderError"].includes(named)) {
    return EXIT.usage;
  }
  return EXIT.inconclusive;
}

/** By its name: to load the class and all that stands behind it took a third of the time of `rvrelay --help`. */
function isTargetError(error: Error): error is TargetError {
  return error.name === "TargetError" && "transcript" in error;
}

/** One line for an error; with its stack when `verbose`. What a target said last follows the line. */
export function errorText(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return `rvrelay: ${String(error)}`;
  if (verbose && error.stack) return error.stack;
  if (isTargetError(error)) {
    return [`rvrelay: ${error.message}`, ...error.transcript.map((line) => `    ${line}`)].join("\n");
  }
  return `rvrelay: ${error.message.split("\n", 1)[0]}`;
}
