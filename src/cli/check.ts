import { join } from "node:path";
import { gateCaseAt, runGate } from "../campaign/index.ts";
import { failureText } from "../report/failure-text.ts";
import { findingText } from "../report/finding-text.ts";
import { gateJson } from "../report/gate-json.ts";
import { gateText } from "../report/gate-text.ts";
import { PLAIN } from "../report/paint.ts";
import { seedText } from "../report/seed-text.ts";
import { counted } from "../report/table.ts";
import { Coverage, ReferenceTarget } from "../targets/index.ts";
import { Bundle, demandNothingElse } from "./bundle.ts";
import { CORPUS, readCases, readRegressions } from "./corpus.ts";
import { paintFor, type ColourChoice } from "./colour.ts";
import { EXIT } from "./exit.ts";
import { filesOf } from "./finding-files.ts";
import { gateExitCode } from "./gate-exit.ts";
import { keepFindings } from "./keep-findings.ts";
import { chooseLaws } from "./law-option.ts";
import { provenanceOf } from "./provenance.ts";
import { coverageReporters, published, readReporters, writeReports } from "./reporters.ts";
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
  readonly color?: ColourChoice;
  /** Do not end after some faults; keep only the smallest cases of each. */
  readonly keepGoing?: boolean;
  /** One archive outside of any repository for what is found, and nothing anywhere else. */
  readonly embargo?: string;
}

/** Random cases when neither a number nor a time is asked for. */
const CASES_DEFAULT = 10_000;

/** `rvrelay check`: the gate. */
export async function check(options: CheckOptions): Promise<void> {
  const reporters = [...readReporters(options.reporter), ...coverageReporters(options.coverage)];
  const { embargo } = options;
  if (embargo !== undefined) demandNothingElse(embargo, published(reporters));
  for (const reporter of reporters) reporter.prepare();
  const laws = chooseLaws(options.law, options.target);
  const coverage = new Coverage();
  const [, ...others] = await openChecked(options);
  const targets = [new ReferenceTarget({ coverage }), ...others]; // in the place of the one that records nothing
  const { value: seed, commit, hasChanges } = options.seed ?? randomSeed();
  // First, so that even a crash can be repeated.
  process.stderr.write(`seed ${seedText(seed, commit)}\n`);
  if (hasChanges) process.stderr.write("files have changes that are not in that commit\n");
  const progress = new Progress();
  const bundle = new Bundle(options);
  let interrupted = false;
  process.once("SIGINT", () => (interrupted = true));
  const result = await runGate({
    targets,
    laws,
    everyCase: options.law !== undefined,
    keepGoing: options.keepGoing === true,
    seed,
    cases: options.cases ?? (options.time === undefined ? CASES_DEFAULT : Infinity),
    timeMs: options.time ?? Infinity,
    caseAt: (k) => gateCaseAt(seed, targets, k),
    regressions: readRegressions(),
    conformance: readCases([join(CORPUS, "conformance")], join(CORPUS, "..")),
    coverage,
    progress: (stage, done, of) => progress.update(`${stage} ${done}${of === Infinity ? "" : ` of ${of}`}`),
    interrupted: () => interrupted,
  });
  progress.end();
  const findings = await keepFindings(result.faults, targets, options, embargo === undefined ? undefined : bundle.save);
  const provenance = provenanceOf(result, options);
  const text = options.json
    ? JSON.stringify(gateJson(result, findings, provenance), undefined, 2)
    : gateText(result, embargo === undefined ? paintFor(process.stdout, options.color) : PLAIN);
  if (embargo !== undefined) {
    const told = [text, ...result.failures.map(failureText), ...findings.map((finding) => findingText(finding))];
    for (const file of await filesOf(findings, targets, options)) bundle.add(file.path, file.text);
    bundle.add("gate.txt", `${told.join("\n\n")}\n`);
    bundle.write(embargo);
    process.stdout.write(`${result.verdict}: ${counted(findings.length, "finding")} under embargo, in ${embargo}\n`);
    const unwritten = writeReports(reporters, { result, findings, provenance });
    await closeTargets(targets);
    process.exitCode = unwritten && result.verdict === "held" ? EXIT.usage : gateExitCode(result);
    return;
  }
  process.stdout.write(`${text}\n`);
  for (const failure of result.failures) process.stderr.write(`${failureText(failure)}\n`);
  for (const finding of findings)
    process.stderr.write(`\n${findingText(finding, paintFor(process.stderr, options.color))}\n`);
  // Behind everything else: what cannot be written must not take what was found with it.
  const unwritten = writeReports(reporters, { result, findings, provenance });
  await closeTargets(targets);
  process.exitCode = unwritten && result.verdict === "held" ? EXIT.usage : gateExitCode(result);
}
