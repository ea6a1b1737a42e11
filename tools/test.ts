// Everything that must be green: the static checks, then all tests. Arguments go to vitest.
// The last line is always "N passed, N failed", where each static check counts as one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Totals } from "./closing-reporter.ts";

const root = join(import.meta.dirname, "..");

/** Runs a package's command (or a file of ours) on this Node, and says how it went and how long it took. */
function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`▶ ${title}`);
  const start = performance.now();
  const file = command.startsWith("tools/") ? join(root, command) : binary(command);
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${title} (${seconds} s)\n`);
  return status === 0;
}

/** The file behind a package's command: on Windows what stands in node_modules/.bin cannot be run by Node. */
function binary(command: string): string {
  const manifest = join(root, "node_modules", command === "tsc" ? "typescript" : command, "package.json");
  const { bin } = createRequire(import.meta.url)(manifest) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bin === "string" ? bin : bin[command]);
}

/** Runs vitest and reads what its reporter left; a run that leaves nothing has failed. */
function runTests(args: readonly string[]): Totals {
  const directory = mkdtempSync(join(tmpdir(), "rvrelay-test-"));
  const file = join(directory, "totals.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./tools/closing-reporter.ts"];
    const green = run("tests", "vitest", ["run", ...reporters, ...args], { RVRELAY_TOTALS: file });
    const totals = JSON.parse(readFileSync(file, "utf8")) as Totals;
    return green ? totals : { ...totals, failed: Math.max(totals.failed, 1) };
  } catch {
    console.log("vitest ended without a result");
    return { passed: 0, failed: 1, skipped: [] };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const checks = [
  run("types", "tsc", ["--noEmit"]),
  run("lint", "oxlint", ["--deny-warnings"]),
  run("rooms", "tools/deps.ts", []),
  run("format", "oxfmt", ["--check"]),
];
const tests = runTests(process.argv.slice(2));

const passed = tests.passed + checks.filter((green) => green).length;
const failed = tests.failed + checks.filter((green) => !green).length;
for (const line of tests.skipped) console.log(`skipped: ${line}`);
console.log(
  `${passed} passed, ${failed} failed` + (tests.skipped.length > 0 ? `, ${tests.skipped.length} skipped` : ""),
);
process.exitCode = failed === 0 ? 0 : 1;
