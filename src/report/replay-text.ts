import { failureText } from "./failure-text.ts";
import { findingText } from "./finding-text.ts";
import type { ReplaySummary } from "./replay-json.ts";

/** The summary for a person: counts first, so that the last line of a red run is the command that repeats it. */
export function replayText({ verdict, tally, findings, failures }: ReplaySummary): string {
  return [
    ...failures.map(failureText),
    ...[...tally.unsupported].map(([reason, count]) => `unsupported ${count} times: ${reason}`),
    `${verdict}: ${tally.cases} cases, ${tally.checks} checks, ${tally.cuts} cuts`,
    ...findings.map(findingText),
  ].join("\n");
}
