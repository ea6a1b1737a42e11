import { join } from "node:path";
import { checkDirected, type DirectedResult } from "../campaign/index.ts";
import type { CaseFile } from "../case/index.ts";
import { conformJson } from "../report/conform-json.ts";
import { conformText } from "../report/conform-text.ts";
import { CORPUS, readCases } from "./corpus.ts";
import { EXIT, UsageError } from "./exit.ts";
import { Progress } from "./progress.ts";
import { readRiscvTests, type Excluded } from "./riscv-tests.ts";
import { randomSeed, type Seed } from "./seed.ts";
import { closeTargets, openTargets, type TargetOptions } from "./target-option.ts";

/** Options of `rvrelay conform`. */
export interface ConformOptions extends TargetOptions {
  readonly seed?: Seed;
  readonly json?: boolean;
}

/** `rvrelay conform`: directed programs, each solo and as a relay with random cuts. */
export async function conform(paths: readonly string[], options: ConformOptions): Promise<void> {
  const { value: seed } = options.seed ?? randomSeed();
  const { cases, excluded } = readSuites(paths);
  if (cases.length === 0) throw new UsageError(`${paths.join(", ")}: no .S files there`);
  const targets = await openTargets(options);
  const results: DirectedResult[] = [];
  const progress = new Progress();
  const started = performance.now();
  for (const [k, file] of cases.entries()) {
    progress.update(`program ${k + 1} of ${cases.length}`);
    for (const target of targets) results.push(await checkDirected(file, target, Number(seed & 0xffff_ffffn) + k));
  }
  progress.end();
  await closeTargets(targets);
  const seconds = (performance.now() - started) / 1000;
  const failed = results.some(({ verdict }) => verdict === "failed");
  const unclear = results.some(({ verdict }) => verdict === "error") || !results.some(({ cuts }) => cuts > 0);
  const verdict = failed ? "broken" : unclear ? "inconclusive" : "held";
  const summary = { verdict, seconds, seed, results, excluded };
  if (options.json) process.stdout.write(`${JSON.stringify(conformJson(summary), undefined, 2)}\n`);
  else process.stdout.write(`${conformText(summary)}\n`);
  process.exitCode = failed ? EXIT.broken : unclear ? EXIT.inconclusive : EXIT.held;
}

function readSuites(paths: readonly string[]): { cases: CaseFile[]; excluded: Excluded[] } {
  if (paths.length === 0) return { cases: readCases([join(CORPUS, "conformance")], join(CORPUS, "..")), excluded: [] };
  const suites = paths.map((path) =>
    path === "riscv-tests" ? readRiscvTests() : { cases: readCases([path]), excluded: [] },
  );
  return { cases: suites.flatMap(({ cases }) => cases), excluded: suites.flatMap((suite) => suite.excluded) };
}
