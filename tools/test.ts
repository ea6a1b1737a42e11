// Everything that must be green: the static checks, then all tests. Arguments go to vitest.
// The last line is always "N passed, N failed", where each static check counts as one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Totals } from "./closing-reporter.ts";

const root = join(import.meta.dirname, "..");

/** No step takes this long unless it hangs: vitest itself cannot stop a test that loops without ever waiting. */
const limitMs = 12 * 60_000;

/** Runs a package's command (or a file of ours) on this Node, and says how it went and how long it took. */
async function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  console.log(`▶ ${title}`);
  const start = performance.now();
  const file = command.startsWith("tools/") ? join(root, command) : binary(command);
  const plain = process.stdout.isTTY || process.env["FORCE_COLOR"] !== undefined ? {} : { NO_COLOR: "1" };
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...plain, ...env },
    // A process group of its own, so that workers that hang are ended together with it.
    detached: process.platform !== "win32",
  });
  const end = () => {
    if (process.platform === "win32") child.kill("SIGKILL");
    else if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  };
  const interrupt = () => {
    end();
    process.exit(130);
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const timer = setTimeout(() => {
    console.log(`${title}: ended after ${limitMs / 60_000} minutes`);
    end();
  }, limitMs);
  const [status] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  process.off("SIGINT", interrupt).off("SIGTERM", interrupt);

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
async function runTests(args: readonly string[]): Promise<Totals> {
  const directory = mkdtempSync(join(tmpdir(), "rvrelay-test-"));
  const file = join(directory, "totals.json");
  try {
    const reporters = ["--reporter=default", "--reporter=./tools/closing-reporter.ts"];
    const green = await run("tests", "vitest", ["run", ...reporters, ...args], { RVRELAY_TOTALS: file });
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
  await run("types", "tsc", ["--noEmit"]),
  await run("lint", "oxlint", ["--deny-warnings"]),
  await run("rooms", "tools/deps.ts", []),
  await run("format", "oxfmt", ["--check"]),
];
const tests = await runTests(process.argv.slice(2));

const passed = tests.passed + checks.filter((green) => green).length;
const failed = tests.failed + checks.filter((green) => !green).length;
for (const line of tests.skipped) console.log(`skipped: ${line}`);
console.log(
  `${passed} passed, ${failed} failed` + (tests.skipped.length > 0 ? `, ${tests.skipped.length} skipped` : ""),
);
process.exitCode = failed === 0 ? 0 : 1;
