import { checkCase, Tally, type Outcome } from "../campaign/index.ts";
import { replayJson } from "../report/replay-json.ts";
import { readCases } from "./corpus.ts";
import { EXIT, UsageError } from "./exit.ts";
import { describeFinding } from "./describe.ts";
import { chooseLaws } from "./law-option.ts";
import { Progress } from "./progress.ts";
import { openTargets } from "./target-option.ts";

/** Options of `rvrelay replay`. */
export interface ReplayOptions {
  readonly target?: readonly string[];
  readonly law?: readonly string[];
  readonly json?: boolean;
}

/** `rvrelay replay`: the laws on cases kept as files. */
export async function replay(paths: readonly string[], options: ReplayOptions): Promise<void> {
  const cases = readCases(paths);
  if (cases.length === 0) throw new UsageError(`${paths.join(", ")}: no .S files there`);
  const laws = chooseLaws(options.law);
  const targets = openTargets(options.target);
  const tally = new Tally();
  const outcome: Outcome = { findings: [], failures: [] };
  const progress = new Progress();
  const started = performance.now();
  for (const [k, { name, checked }] of cases.entries()) {
    progress.update(`case ${k + 1} of ${cases.length}`);
    await checkCase({ name, checked }, laws, targets, tally, outcome);
  }
  progress.end();
  const seconds = (performance.now() - started) / 1000;
  const inconclusive = outcome.failures.length > 0 || tally.checks === 0;
  const verdict = outcome.findings.length > 0 ? "broken" : inconclusive ? "inconclusive" : "held";
  if (options.json) {
    process.stdout.write(`${JSON.stringify(replayJson(verdict, seconds, tally, outcome), undefined, 2)}\n`);
  } else {
    for (const { name, law, message } of outcome.failures) process.stdout.write(`${name}: law ${law}: ${message}\n`);
    const unsupported = [...tally.unsupported].map(([reason, count]) => `unsupported ${count} times: ${reason}\n`);
    process.stdout.write(unsupported.join(""));
    for (const finding of outcome.findings) {
      process.stdout.write(`${await describeFinding(finding, finding.name, targets, options.target)}\n`);
    }
    process.stdout.write(`${verdict}: ${cases.length} cases, ${tally.checks} checks, ${tally.cuts} cuts\n`);
  }
  process.exitCode = verdict === "broken" ? EXIT.broken : verdict === "held" ? EXIT.held : EXIT.inconclusive;
}
