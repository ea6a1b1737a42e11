// Writes dist/ with tsc. As npm's `prepare` step (with --lenient) it never fails an install: where TypeScript is not
// installed it says so, and type errors are left to `npm test`, which reports them as its first step.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const lenient = process.argv.includes("--lenient");
const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

if (existsSync(tsc)) {
  rmSync(fileURLToPath(new URL("../dist", import.meta.url)), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  if (status !== 0) console.error("build: tsc reported errors");
  process.exitCode = lenient ? 0 : (status ?? 1);
} else {
  console.error("build: skipped, TypeScript is not installed");
  process.exitCode = lenient ? 0 : 1;
}
