import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";

/** The checkout that this file stands in. */
export const ROOT = join(import.meta.dirname, "..");

/** What figures depend on beside the code. */
export interface MachineInfo {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
}

/** The machine that this runs on. */
export function machineInfo(): MachineInfo {
  return { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
}

/** The machine in one line. */
export function machineText({ cpu, cores, node }: MachineInfo): string {
  return `${cpu}, ${cores} cores, Node ${node}`;
}

/** What figures depend on; results that were written anew change none. */
const MEASURED = ["src", "bench", "adapters", ":!bench/results.json"];

/**
 * The commit of the checkout, with "+" behind it where src/, bench/ or adapters/ have changed since, new files included;
 * "unknown" without git.
 */
export function commitText(root = ROOT): string {
  const git = (...words: string[]): string | undefined => {
    const { status, stdout } = spawnSync("git", words, { cwd: root, encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  const commit = git("rev-parse", "--short=12", "HEAD");
  if (commit === undefined) return "unknown";
  return git("status", "--porcelain", "--untracked-files=all", "--", ...MEASURED) === "" ? commit : `${commit}+`;
}
