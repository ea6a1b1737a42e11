import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./machine.ts";

/** Another revision of the checkout, beside it. */
export interface Worktree {
  readonly root: string;
  /** Removes it; may be called twice. */
  readonly remove: () => void;
}

/**
 * Checks `revision` out into a temporary folder, with the packages and built adapters of the checkout and its bench/: both
 * revisions are measured in the same way.
 * @throws Error if git refuses, with what it said
 */
export function addWorktree(revision: string, checkout = ROOT): Worktree {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-base-"));
  const root = join(folder, "rvrelay");
  const remove = (): void => {
    if (!existsSync(folder)) return;
    // The links first, so that nothing behind them is ever in reach of the removal.
    for (const link of LINKED) rmSync(join(root, link), { force: true, recursive: false });
    spawnSync("git", ["worktree", "remove", "--force", root], { cwd: checkout });
    rmSync(folder, { recursive: true, force: true });
    spawnSync("git", ["worktree", "prune"], { cwd: checkout });
  };
  try {
    git(checkout, "worktree", "add", "--detach", "--", root, revision);
    rmSync(join(root, "bench"), { recursive: true, force: true });
    cpSync(join(checkout, "bench"), join(root, "bench"), { recursive: true });
    for (const link of LINKED) {
      if (existsSync(join(checkout, link))) symlinkSync(join(checkout, link), join(root, link), "junction");
    }
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const LINKED = ["node_modules", "adapters/ckb-vm/target", "adapters/ckb-vm-latest/target"];

function git(cwd: string, ...words: readonly string[]): void {
  const { status, stderr, error } = spawnSync("git", words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${words.join(" ")}: ${(stderr ?? String(error)).trim()}`);
}
