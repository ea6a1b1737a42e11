import type { Failure, Tally } from "../campaign/index.ts";
import { findingsJson, perLawJson, SCHEMA_VERSION } from "./gate-json.ts";
import type { ReportedFinding } from "./reported-finding.ts";

/** What replaying cases came to. */
export interface ReplaySummary {
  readonly verdict: "held" | "broken" | "inconclusive";
  readonly seconds: number;
  readonly tally: Tally;
  /** Names. */
  readonly targets: readonly string[];
  readonly findings: readonly ReportedFinding[];
  readonly failures: readonly Failure[];
}

/** The summary as one JSON document. */
export function replayJson({ verdict, seconds, tally, findings, failures }: ReplaySummary): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict,
    seconds: Number(seconds.toFixed(3)),
    cases: tally.cases,
    checks: tally.checks,
    cuts: tally.cuts,
    perLaw: perLawJson(tally),
    findings: findingsJson(findings),
    failures,
  };
}
