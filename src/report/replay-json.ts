import type { Outcome, Tally } from "../campaign/index.ts";
import { findingsJson, SCHEMA_VERSION } from "./gate-json.ts";

/** What replaying cases came to, as one JSON document. */
export function replayJson(verdict: string, seconds: number, tally: Tally, outcome: Outcome): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict,
    seconds: Number(seconds.toFixed(3)),
    cases: tally.cases,
    checks: tally.checks,
    cuts: tally.cuts,
    perLaw: Object.fromEntries(tally.laws),
    findings: findingsJson(outcome.findings),
    failures: outcome.failures,
  };
}
