import { checkCase, Tally, tookNoPart, type Outcome } from "../campaign/index.ts";
import type { CaseFile } from "../case/index.ts";
import type { Law } from "../laws/index.ts";
import { replayJson } from "../report/replay-json.ts";
import { replayText } from "../report/replay-text.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import type { Target } from "../targets/index.ts";
import { readCases } from "./corpus.ts";
import { paintFor, type ColourChoice } from "./colour.ts";
import { EXIT, UsageError } from "./exit.ts";
import { foundElsewhere } from "./found-elsewhere.ts";
import { describeFinding } from "./describe.ts";
import { chooseLaws } from "./law-option.ts";
import { Progress } from "./progress.ts";
import { closeTargets, openChecked, type TargetOptions } from "./target-option.ts";

/** Options of `rvrelay replay`. */
export interface ReplayOptions extends TargetOptions {
  readonly law?: readonly string[];
  readonly json?: boolean;
  readonly color?: ColourChoice;
}

/** `rvrelay replay`: the laws on cases kept as files. */
export async function replay(paths: readonly string[], options: ReplayOptions): Promise<void> {
  const cases = readCases(paths);
  if (cases.length === 0) throw new UsageError(`${paths.join(", ")}: no .S files there`);
  const plain = cases.find(({ headed }) => !headed);
  if (plain) throw new UsageError(`${plain.name}: not a case file: its header comment is missing`);
  const laws = chooseLaws(options.law, options.target);
  for (const file of cases) {
    const elsewhere = foundElsewhere(file, options);
    if (elsewhere !== undefined) process.stderr.write(`rvrelay: ${file.name}: ${elsewhere}\n`);
  }
  const targets = await openChecked(options);
  const tally = new Tally();
  const outcome: Outcome = { findings: [], failures: [] };
  const progress = new Progress();
  const started = performance.now();
  for (const [k, { name, checked }] of cases.entries()) {
    progress.update(`case ${k + 1} of ${cases.length}`);
    await checkCase({ name, checked }, laws, targets, tally, outcome);
  }
  progress.end();
  const findings: ReportedFinding[] = [];
  for (const finding of outcome.findings) {
    findings.push(await describeFinding(finding, finding.name, targets, options));
  }
  await closeTargets(targets);
  const seconds = (performance.now() - started) / 1000;
  const names = targets.map(({ name }) => name);
  const uncut = nothingCut(cases, laws, tally, targets);
  if (uncut && findings.length === 0)
    process.stderr.write("no run was cut: a relay in one leg on one target proves nothing\n");
  const inconclusive =
    uncut ||
    names.some((name) => tookNoPart(tally.laws.values(), name)) ||
    outcome.failures.length > 0 ||
    tally.checks === 0;
  const verdict = findings.length > 0 ? "broken" : inconclusive ? "inconclusive" : "held";
  const summary = { verdict, seconds, tally, targets: names, findings, failures: outcome.failures } as const;
  const text = options.json
    ? JSON.stringify(replayJson(summary), undefined, 2)
    : replayText(summary, paintFor(process.stdout, options.color));
  process.stdout.write(`${text}\n`);
  process.exitCode = verdict === "broken" ? EXIT.broken : verdict === "held" ? EXIT.held : EXIT.inconclusive;
}

/**
 * Nothing was handed over although laws that cut were asked. A case without cuts says something all the same where its one leg
 * runs on another target than the solo run: that is how a finding looks whose cuts did not matter.
 */
function nothingCut(
  cases: readonly CaseFile[],
  laws: readonly Law[],
  tally: Tally,
  targets: readonly Target[],
): boolean {
  if (tally.cuts > 0 || !laws.some((law) => law.cuts)) return false;
  return targets.length === 1 || cases.some(({ checked }) => checked.cuts.length > 0);
}
