import { failureText } from "./failure-text.ts";
import { findingText } from "./finding-text.ts";
import { PLAIN, type Paint } from "./paint.ts";
import { verdictText } from "./verdict-text.ts";
import type { ReplaySummary } from "./replay-json.ts";
import { partLines } from "./part-text.ts";
import { counted } from "./table.ts";

/** The summary for a person: counts first, so that the last line of a red run is the command that repeats it. */
export function replayText(
  { verdict, tally, targets, findings, failures }: ReplaySummary,
  paint: Paint = PLAIN,
): string {
  return [
    ...failures.map(failureText),
    ...[...tally.unsupported].map(
      ([reason, count]) => `unsupported ${count === 1 ? "once" : `${count} times`}: ${reason}`,
    ),
    ...partLines(tally, targets),
    `${verdictText(verdict, paint)}: ${counted(tally.cases, "case")}, ${counted(tally.checks, "check")}, ${counted(tally.cuts, "cut")}`,
    ...findings.map((finding) => findingText(finding, paint)),
  ].join("\n");
}
