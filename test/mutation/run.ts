// npm run mutation [-- FILE-OR-FOLDER…]: which changes of the code nothing notices. Writes reports/mutation.md; exit code 1
// where a survivor has no reason in survivors.ts, or a reason no survivor.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import type { LogLevel } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { explain } from "./explain.ts";
import { renew, summary } from "./page.ts";
import { mutantsOf, type Mutant } from "./results.ts";
import { SURVIVORS } from "./survivors.ts";
import { writeCorpus } from "./write-corpus.ts";

const root = join(import.meta.dirname, "..", "..");
const FOLDERS = ["src/snapshot", "src/machine", "src/isa"];
const PAGE = join(root, "reports", "mutation.md");

/** Says on standard output what the command found. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function patternOf(path: string): string {
  const plain = relative(root, join(root, path)).replaceAll("\\", "/");
  if (!FOLDERS.some((folder) => plain === folder || plain.startsWith(`${folder}/`)) || !existsSync(join(root, plain))) {
    throw new Error(`${path}: name files or folders of ${FOLDERS.join(", ")}`);
  }
  return statSync(join(root, plain)).isDirectory() ? `${plain}/**/*.ts` : plain;
}

async function mutate(patterns: readonly string[], corpus: string): Promise<Mutant[]> {
  process.chdir(root);
  process.env["RVRELAY_MUTATION_CORPUS"] = corpus;
  process.env["PATH"] = [dirname(process.execPath), process.env["PATH"]].join(delimiter); // for the command below
  const stryker = new Stryker({
    mutate: [...patterns],
    testRunner: "in-process",
    plugins: [join(import.meta.dirname, "runner.ts")],
    buildCommand: "node test/mutation/bundle.ts",
    coverageAnalysis: "perTest",
    // The table of instructions is static data: its mutants matter, and each gets a copy of all modules.
    ignoreStatic: false,
    concurrency: Math.min(availableParallelism(), 2),
    // Each copy of the modules stays in memory until its process ends.
    maxTestRunnerReuse: 200,
    timeoutMS: 5000,
    timeoutFactor: 1.25,
    checkers: [],
    // TypeScript 7 has no API by which Stryker could read a tsconfig.
    tsconfigFile: "none.json",
    ignorePatterns: ["/adapters", "/vendor", "/docs", "/bench", "/dist", "/corpus", "/reports"],
    reporters: ["progress-append-only"],
    logLevel: "error" as LogLevel,
  });
  const results = await stryker.runMutationTest();
  if (process.env["RAW"]) writeFileSync(process.env["RAW"], JSON.stringify(results));
  return mutantsOf(results, root);
}

/** Prints what is wrong with the survivors of one file; false if anything is. */
function judge(file: string, mutants: readonly Mutant[]): boolean {
  const { unexplained, unused } = explain(mutants, SURVIVORS[file] ?? []);
  for (const { line, text, fate } of unexplained) say(`${file}:${line} ${fate}, and nobody says why: ${text}`);
  for (const text of unused) say(`${file}: explained, and does not survive: ${text}`);
  return unexplained.length === 0 && unused.length === 0;
}

const paths = process.argv.slice(2);
const patterns = (paths.length > 0 ? paths : FOLDERS).map(patternOf);
const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), "rvrelay-mutation-"));
try {
  const { own, riscvTests } = writeCorpus(join(folder, "corpus"));
  say(`${own} directed programs, ${riscvTests} of riscv-tests${riscvTests === 0 ? " (not checked out)" : ""}`);
  const mutants = await mutate(patterns, join(folder, "corpus"));
  const byFile = Map.groupBy(mutants, ({ file }) => file);
  const good = [...byFile].map(([file, all]) => judge(file, all));
  writeFileSync(PAGE, renew(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", byFile));
  say(
    `${summary(mutants)}; ${((performance.now() - started) / 1000).toFixed(0)} s; ${relative(root, PAGE)} is written`,
  );
  process.exitCode = good.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
