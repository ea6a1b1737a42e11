import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";

/**
 * How a mutant ended: what killed it, or why nothing did. `error` means that nothing can be said: Stryker itself failed, or
 * its limit of time on the wall was met.
 */
export type Fate = "corpus" | "laws" | "unit" | "timeout" | "survived" | "uncovered" | "error";

/** A change of the code, and what became of it. */
export interface Mutant {
  /** From the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** What was changed to what, without regard to white space: `EqualityOperator: a < b → a <= b`. */
  readonly text: string;
  readonly fate: Fate;
}

const TEXT_MAX = 90;

export function mutantsOf(results: readonly MutantResult[], root: string): Mutant[] {
  const sources = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    let lines = sources.get(file);
    if (!lines) sources.set(file, (lines = readFileSync(file, "utf8").split("\n")));
    return lines;
  };
  return results
    .filter(({ status }) => status !== "Ignored")
    .map((result) => {
      const { start, end } = result.location;
      // Lines and columns count from 1.
      const lines = linesOf(result.fileName).slice(start.line - 1, end.line);
      lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
      lines[0] = lines[0].slice(start.column - 1);
      return {
        file: relative(root, result.fileName).replaceAll("\\", "/"),
        line: start.line,
        text: `${result.mutatorName}: ${short(lines.join(" "))} → ${short(result.replacement)}`,
        fate: fateOf(result),
      };
    });
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= TEXT_MAX ? line : `${line.slice(0, TEXT_MAX)}…`;
}

function fateOf({ status, killedBy, statusReason }: MutantResult): Fate {
  switch (status) {
    case "Killed": {
      const killer = killedBy?.[0] ?? "";
      return killer.startsWith("unit > ") ? "unit" : killer.startsWith("law ") ? "laws" : "corpus";
    }
    case "Timeout":
      // Only what our own watchdog ended has a reason.
      if (statusReason === undefined) return "error";
      return statusReason.startsWith("unit > ") ? "unit" : "timeout";
    case "Survived":
      return "survived";
    case "NoCoverage":
      return "uncovered";
    default:
      return "error";
  }
}

/** True if nothing noticed the mutant. */
export function isAlive({ fate }: Mutant): boolean {
  return fate === "survived" || fate === "uncovered" || fate === "error";
}
