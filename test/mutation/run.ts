// npm run mutation [-- FILE-OR-FOLDER…]: which changes of the code nothing notices. Writes reports/mutation.md; exit code 1
// where a survivor has no reason in survivors.ts, or a reason no survivor.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** The files that a path on the command line names, from the root. */
function filesOf(path: string): string[] {
  const plain = relative(root, join(root, path)).replaceAll("\\", "/");
  if (!FOLDERS.some((folder) => plain === folder || plain.startsWith(`${folder}/`)) || !existsSync(join(root, plain))) {
    throw new Error(`${path}: name files or folders of ${FOLDERS.join(", ")}`);
  }
  return plain.endsWith(".ts") ? [plain] : globSync(`${plain}/**/*.ts`, { cwd: root }).sort();
}

/** Lines that are mutated at a time: what is not runs at its own speed, without the switches of mutants. */
const LINES_AT_ONCE = 300;

function inParts(all: readonly string[]): string[][] {
  const parts: string[][] = [];
  let lines = Infinity;
  for (const file of all) {
    const count = readFileSync(join(root, file), "utf8").split("\n").length;
    if (lines + count > LINES_AT_ONCE) {
      parts.push([]);
      lines = 0;
    }
    parts[parts.length - 1].push(file);
    lines += count;
  }
  return parts;
}

async function mutate(files: readonly string[], corpus: string): Promise<Mutant[]> {
  process.chdir(root);
  process.env["RVRELAY_MUTATION_CORPUS"] = corpus;
  process.env["PATH"] = [dirname(process.execPath), process.env["PATH"]].join(delimiter); // for the command below
  const stryker = new Stryker({
    mutate: [...files],
    testRunner: "in-process",
    plugins: [join(import.meta.dirname, "runner.ts")],
    buildCommand: "node test/mutation/bundle.ts",
    coverageAnalysis: "perTest",
    // The table of instructions is static data: its mutants matter, and each gets a copy of all modules.
    ignoreStatic: false,
    concurrency: Math.min(availableParallelism(), 2),
    // On the wall, so that a busy machine would seem to notice mutants: watchdog.ts goes by CPU time. This one only ends
    // what waits for ever, and that counts as an error (results.ts).
    timeoutMS: 600_000,
    checkers: [],
    // TypeScript 7 has no API by which Stryker could read a tsconfig.
    tsconfigFile: "none.json",
    ignorePatterns: ["/adapters", "/vendor", "/docs", "/bench", "/dist", "/corpus", "/reports"],
    reporters: [],
    logLevel: "error" as LogLevel,
  });
  return mutantsOf(await stryker.runMutationTest(), root);
}

/** Prints what is wrong with the survivors of one file; false if anything is. */
function judge(file: string, mutants: readonly Mutant[]): boolean {
  const { unexplained, unused } = explain(mutants, SURVIVORS[file] ?? []);
  for (const { line, text, fate } of unexplained) say(`${file}:${line} ${fate}, and nobody says why: ${text}`);
  for (const text of unused) say(`${file}: explained, and does not survive: ${text}`);
  return unexplained.length === 0 && unused.length === 0;
}

const paths = process.argv.slice(2);
const files = (paths.length > 0 ? paths : FOLDERS).flatMap(filesOf);
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const folder = mkdtempSync(join(tmpdir(), "rvrelay-mutation-"));
try {
  const { own, riscvTests } = writeCorpus(join(folder, "corpus"));
  say(`${own} directed programs, ${riscvTests} of riscv-tests${riscvTests === 0 ? " (not checked out)" : ""}`);
  const all: Mutant[] = [];
  let good = true;
  for (const part of inParts(files)) {
    const mutants = await mutate(part, join(folder, "corpus"));
    all.push(...mutants);
    const byFile = Map.groupBy(mutants, ({ file }) => file);
    for (const [file, its] of byFile) {
      good = judge(file, its) && good;
      say(`${file}: ${summary(its)}`);
    }
    writeFileSync(PAGE, renew(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "", byFile));
    say(`${part.length} files, ${seconds()}`);
  }
  say(`${summary(all)}; ${seconds()}; ${relative(root, PAGE)} is written`);
  process.exitCode = good ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
