import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { behind } from "../behind.ts";

/** What a run of the command line gave. */
export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line program. */
export const BIN = join(import.meta.dirname, "..", "..", "bin", "rvrelay.js");

/** Runs `rvrelay` with these arguments in `cwd`. */
export function rvrelay(args: readonly string[], cwd = tmpdir()): CliResult {
  const env = { ...process.env, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024, // of a short run, JSON names most cells of the coverage space
  });
  return { code: status, out: stdout, err: stderr };
}

/** An empty folder, removed when the file's tests are done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-cli-"));
  behind(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
