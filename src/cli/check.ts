import { join } from "node:path";
import { runGate, worldKindsAt, type GateResult } from "../campaign/index.ts";
import { generateCase, type CaseOptions } from "../generate/index.ts";
import { coverageFile } from "../report/coverage-text.ts";
import { failureText } from "../report/failure-text.ts";
import { findingText } from "../report/finding-text.ts";
import { gateJson } from "../report/gate-json.ts";
import { gateText } from "../report/gate-text.ts";
import { gateJunit } from "../report/junit.ts";
import { seedText } from "../report/seed-text.ts";
import { Coverage, ReferenceTarget, type Target } from "../targets/index.ts";
import { CORPUS, readCases, readRegressions } from "./corpus.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";
import { gateExitCode } from "./gate-exit.ts";
import { keepFindings } from "./keep-findings.ts";
import { chooseLaws } from "./law-option.ts";
import { randomSeed, type Seed } from "./seed.ts";
import { Progress } from "./progress.ts";
import { closeTargets, openChecked, type TargetOptions } from "./target-option.ts";

/** Options of `rvrelay check`. */
export interface CheckOptions extends TargetOptions {
  readonly law?: readonly string[];
  readonly seed?: Seed;
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
  const { value: seed, commit, hasChanges } = options.seed ?? randomSeed();
  // First, so that even a crash can be repeated.
  process.stderr.write(`seed ${seedText(seed, commit)}\n`);
  if (hasChanges) process.stderr.write("files have changes that are not in that commit\n");
  const progress = new Progress();
  let interrupted = false;
  process.once("SIGINT", () => (interrupted = true));
  const result = await runGate({
    targets,
    laws,
    everyCase: options.law !== undefined,
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
  const findings = await keepFindings(result.faults, targets, options);
  for (const { file, render } of reporters) writeWhole(file, render(result));
  const text = options.json ? JSON.stringify(gateJson(result, findings), undefined, 2) : gateText(result);
  process.stdout.write(`${text}\n`);
  if (options.coverage !== undefined) writeWhole(options.coverage, coverageFile(result.coverage));
  for (const failure of result.failures) process.stderr.write(`${failureText(failure)}\n`);
  for (const finding of findings) process.stderr.write(`\n${findingText(finding)}\n`);
  await closeTargets(targets);
  process.exitCode = gateExitCode(result);
}

/**
 * Each target in turn has the worlds made for it that it runs, where it runs few; some worlds are without W^X. The first
 * target, which is always the reference, says where cuts are worth it.
 */
function optionsFor(targets: readonly Target[], k: number): CaseOptions {
  const events: CaseOptions["events"] = ({ world, budget }) => targets[0].events?.(world, budget);
  return { kinds: worldKindsAt(targets, k), events };
}

function readReporter(text: string): { file: string; render: (result: GateResult) => string } {
  const [format, file] = text.split(/=(.*)/s);
  if (!file) throw new UsageError(`--reporter cannot be "${text}"; write FORMAT=FILE`);
  if (format === "junit") return { file, render: gateJunit };
  throw new UsageError(`unknown reporter "${format}"; known is junit`);
}
