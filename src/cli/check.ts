import { join } from "node:path";
import { runGate, type GateResult } from "../campaign/index.ts";
import { generateCase, type CaseOptions } from "../generate/index.ts";
import { coverageFile } from "../report/coverage-text.ts";
import { failureText } from "../report/failure-text.ts";
import { findingText } from "../report/finding-text.ts";
import { gateJson } from "../report/gate-json.ts";
import { gateText } from "../report/gate-text.ts";
import { gateJunit } from "../report/junit.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { CANARIES, Coverage, ReferenceTarget, type Target } from "../targets/index.ts";
import { CANARY_FINDINGS, CORPUS, FINDINGS, readCases, readRegressions } from "./corpus.ts";
import { describeFinding } from "./describe.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";
import { gateExitCode } from "./gate-exit.ts";
import { chooseLaws } from "./law-option.ts";
import { randomSeed } from "./options.ts";
import { Progress } from "./progress.ts";
import { reduceFinding } from "./reduce.ts";
import { saveFinding } from "./save-finding.ts";
import { closeTargets, openChecked, type TargetOptions } from "./target-option.ts";
import { worldKindsAt } from "./world-kinds.ts";

/** Options of `rvrelay check`. */
export interface CheckOptions extends TargetOptions {
  readonly law?: readonly string[];
  readonly seed?: bigint;
  readonly cases?: number;
  readonly time?: number;
  readonly reporter?: readonly string[];
  /** File for the hits of every cell. */
  readonly coverage?: string;
  readonly json?: boolean;
}

/** Random cases when neither a number nor a time is asked for. */
const CASES_DEFAULT = 10_000;

/** `rvrelay check`: the gate. */
export async function check(options: CheckOptions): Promise<void> {
  const reporters = (options.reporter ?? []).map(readReporter);
  const laws = chooseLaws(options.law, options.target);
  const coverage = new Coverage();
  const [, ...others] = await openChecked(options);
  const targets = [new ReferenceTarget({ coverage }), ...others]; // in the place of the one that records nothing
  const seed = options.seed ?? randomSeed();
  process.stderr.write(`seed ${seed}\n`); // first, so that even a crash can be repeated
  const progress = new Progress();
  let interrupted = false;
  process.once("SIGINT", () => (interrupted = true));
  const result = await runGate({
    targets,
    laws,
    seed,
    cases: options.cases ?? (options.time === undefined ? CASES_DEFAULT : Infinity),
    timeMs: options.time ?? Infinity,
    caseAt: (k) => ({ name: `seed ${seed} case ${k}`, checked: generateCase(seed, k, optionsFor(targets, k)) }),
    regressions: readRegressions(),
    conformance: readCases([join(CORPUS, "conformance")], join(CORPUS, "..")),
    coverage,
    progress: (stage, done, of) => progress.update(`${stage} ${done}${of === Infinity ? "" : ` of ${of}`}`),
    interrupted: () => interrupted,
  });
  progress.end();
  const findings = await keepFindings(result, targets, options);
  for (const { file, render } of reporters) writeWhole(file, render(result));
  const text = options.json ? JSON.stringify(gateJson(result, findings), undefined, 2) : gateText(result);
  process.stdout.write(`${text}\n`);
  if (options.coverage !== undefined) writeWhole(options.coverage, coverageFile(result.coverage));
  for (const failure of result.failures) process.stderr.write(`${failureText(failure)}\n`);
  for (const finding of findings) process.stderr.write(`\n${findingText(finding)}\n`);
  await closeTargets(targets);
  process.exitCode = gateExitCode(result);
}

/** Each target in turn has the worlds made for it that it runs, where it runs few; some worlds are without W^X. */
function optionsFor(targets: readonly Target[], k: number): CaseOptions {
  return { kinds: worldKindsAt(targets, k) };
}

/** Shrinks each finding and keeps it as a case file. */
async function keepFindings(
  { findings }: GateResult,
  targets: readonly Target[],
  options: TargetOptions,
): Promise<ReportedFinding[]> {
  const folder = options.target?.some((name) => CANARIES.has(name)) ? CANARY_FINDINGS : FINDINGS;
  const kept: ReportedFinding[] = [];
  for (const finding of findings) {
    for (const smaller of await reduceFinding(finding, targets)) {
      kept.push(await describeFinding(smaller, saveFinding(smaller, folder), targets, options));
    }
  }
  return kept;
}

function readReporter(text: string): { file: string; render: (result: GateResult) => string } {
  const [format, file] = text.split(/=(.*)/s);
  if (!file) throw new UsageError(`--reporter cannot be "${text}"; write FORMAT=FILE`);
  if (format === "junit") return { file, render: gateJunit };
  throw new UsageError(`unknown reporter "${format}"; known is junit`);
}
