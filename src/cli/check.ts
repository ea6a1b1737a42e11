import { join } from "node:path";
import { runGate, type GateResult } from "../campaign/index.ts";
import { generateCase } from "../generate/index.ts";
import { gateJson } from "../report/gate-json.ts";
import { gateText } from "../report/gate-text.ts";
import { gateJunit } from "../report/junit.ts";
import type { Target } from "../targets/index.ts";
import { CORPUS, readCases, readRegressions } from "./corpus.ts";
import { describeFinding } from "./describe.ts";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";
import { gateExitCode } from "./gate-exit.ts";
import { chooseLaws } from "./law-option.ts";
import { randomSeed } from "./options.ts";
import { Progress } from "./progress.ts";
import { reduceFinding } from "./reduce.ts";
import { saveFinding } from "./save-finding.ts";
import { openTargets } from "./target-option.ts";

/** Options of `rvrelay check`. */
export interface CheckOptions {
  readonly target?: readonly string[];
  readonly law?: readonly string[];
  readonly seed?: bigint;
  readonly cases?: number;
  readonly time?: number;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
}

/** Random cases when neither a number nor a time is asked for. */
const CASES_DEFAULT = 10_000;

/** `rvrelay check`: the gate. */
export async function check(options: CheckOptions): Promise<void> {
  const reporters = (options.reporter ?? []).map(readReporter);
  const targets = openTargets(options.target);
  const laws = chooseLaws(options.law);
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
    caseAt: (k) => ({ name: `seed ${seed} case ${k}`, checked: generateCase(seed, k) }),
    regressions: readRegressions(),
    conformance: readCases([join(CORPUS, "conformance")], join(CORPUS, "..")),
    progress: (stage, done, of) => progress.update(`${stage} ${done}${of === Infinity ? "" : ` of ${of}`}`),
    interrupted: () => interrupted,
  });
  progress.end();
  for (const { file, render } of reporters) writeWhole(file, render(result));
  if (options.json) process.stdout.write(`${JSON.stringify(gateJson(result), undefined, 2)}\n`);
  else process.stdout.write(`${gateText(result)}\n`);
  for (const { name, law, message } of result.failures) process.stderr.write(`${name}: law ${law}: ${message}\n`);
  await reportFindings(result, targets, options.target);
  for (const target of targets) await target.close?.();
  process.exitCode = gateExitCode(result);
}

/** Shrinks each finding, keeps it as a case file, and prints it; the command that repeats it comes last. */
async function reportFindings(
  { findings }: GateResult,
  targets: readonly Target[],
  targetNames: readonly string[] | undefined,
): Promise<void> {
  for (const finding of findings) {
    const smaller = await reduceFinding(finding, targets);
    const file = saveFinding(smaller);
    process.stderr.write(`\n${await describeFinding(smaller, file, targets, targetNames)}\n`);
  }
}

function readReporter(text: string): { file: string; render: (result: GateResult) => string } {
  const [format, file] = text.split(/=(.*)/s);
  if (!file) throw new UsageError(`--reporter cannot be "${text}"; write FORMAT=FILE`);
  if (format === "junit") return { file, render: gateJunit };
  throw new UsageError(`unknown reporter "${format}"; known is junit`);
}
