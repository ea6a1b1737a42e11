import type { GateResult, Part } from "../campaign/index.ts";
import { CASES_FOR_CELLS } from "./coverage-text.ts";
import { investigationJson } from "./investigation-json.ts";
import type { Provenance } from "./run-report.ts";
import { snapshotSizes } from "./snapshot-sizes.ts";
import type { ReportedFinding } from "./reported-finding.ts";

/** Version of the shape below. */
export const SCHEMA_VERSION = 1;

/** A gate's result as one JSON document, as `rvrelay check --json` prints it. */
export function gateJson(result: GateResult, findings: readonly ReportedFinding[], provenance?: Provenance): object {
  const { tally } = result;
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict: result.verdict,
    seconds: Number(result.seconds.toFixed(3)),
    seed: String(result.seed),
    targets: result.targets,
    interrupted: result.interrupted,
    ...(provenance && { provenance }),
    endedEarly: result.endedEarlyOf !== undefined,
    canary: result.canary,
    regressions: result.regressions,
    conformance: {
      passed: result.conformance.filter(({ verdict }) => verdict === "passed").length,
      failed: result.conformance
        .filter(({ verdict }) => verdict !== "passed")
        .map(({ name, target, verdict, reason }) => ({ name, target, verdict, reason })),
    },
    cases: tally.cases,
    checks: tally.checks,
    broken: Math.max(
      result.findings.length,
      result.faults.reduce((sum, { count }) => sum + count, 0),
    ),
    unsupported: [...tally.laws.values()].reduce((sum, law) => sum + law.unsupported, 0),
    legs: tally.legs,
    cuts: tally.cuts,
    instructions: tally.instructions,
    perLaw: perLawJson(tally),
    stops: Object.fromEntries(tally.stops),
    versions: Object.fromEntries(tally.versions),
    instructionFamilies: tally.byExtension(),
    fused: Object.fromEntries(tally.byFusion()),
    legsByTarget: Object.fromEntries(tally.legsByTarget),
    hops: Object.fromEntries(tally.hops),
    coverage: result.coverage.map(({ family, about, possible, hit, missed, leftOut }) => ({
      family,
      about,
      possible,
      hit,
      // A short run misses most cells: naming them all would be a megabyte.
      missed: missed.map(({ what, reason, expected, cells }) => ({
        what,
        reason,
        expected,
        count: cells.length,
        ...(tally.cases >= CASES_FOR_CELLS && { cells }),
      })),
      leftOut,
    })),
    growth: result.growth,
    tolerated: Object.fromEntries(tally.tolerated),
    floors: result.floors.map((floor) => ({ ...floor, held: floor.reached >= floor.atLeast })),
    findings: findingsJson(findings),
    failures: result.failures,
  };
}

/** What was checked of each law as JSON. */
export function perLawJson({ laws }: GateResult["tally"]): object {
  const entries = [...laws].map(([law, { seconds, exercised, byTarget, snapshotBytes, ...count }]) => [
    law,
    {
      ...count,
      seconds: Number(seconds.toFixed(3)),
      exercised: Object.fromEntries(exercised),
      ...(snapshotBytes.size > 0 && { snapshotSizes: snapshotSizes(snapshotBytes) }),
      ...(byTarget.size > 0 && {
        byTarget: Object.fromEntries([...byTarget].map(([name, part]) => [name, partJson(part)])),
      }),
    },
  ]);
  return Object.fromEntries(entries) as object;
}

function partJson({ possible, took, reasons }: Part): object {
  const known = [...reasons].filter(([reason]) => reason !== "");
  return { possible, tookPart: took, ...(known.length > 0 && { notAsked: Object.fromEntries(known) }) };
}

/** Broken laws as JSON. */
export function findingsJson(findings: readonly ReportedFinding[]): object[] {
  return findings.map(
    ({
      law,
      laws,
      sentence,
      name,
      cases,
      instructions,
      divergence,
      file,
      repeat,
      debug,
      where,
      line,
      flaky,
      investigation,
    }) => ({
      law,
      laws,
      sentence,
      case: name,
      cases,
      ...(instructions && { instructions }),
      file,
      ...(line !== undefined && { line }),
      repeat,
      ...(debug !== undefined && { debug }),
      firstDifferingInstruction: where,
      legs: divergence.legs,
      expectedFrom: divergence.expectedFrom,
      actualFrom: divergence.actualFrom,
      differences: divergence.differences,
      ...(divergence.vote && { vote: divergence.vote }),
      ...(flaky && { flaky }),
      ...(investigation && { investigation: investigationJson(investigation) }),
    }),
  );
}
