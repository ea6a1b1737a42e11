import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addWorktree } from "../../bench/worktree.ts";

/** A repository with one commit, and changes since: another src/, another bench/, and a package. */
function changedCheckout(): { checkout: string; git: (...words: string[]) => string } {
  const checkout = mkdtempSync(join(tmpdir(), "rvrelay-checkout-"));
  onTestFinished(() => rmSync(checkout, { recursive: true, force: true }));
  const git = (...words: string[]): string => {
    const settings = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
    const { status, stdout, stderr } = spawnSync("git", [...settings, ...words], { cwd: checkout, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const write = (file: string, text: string): void => {
    mkdirSync(join(checkout, file, ".."), { recursive: true });
    writeFileSync(join(checkout, file), text);
  };
  git("init", "--quiet");
  write(".gitignore", "node_modules\n");
  write("src/a.ts", "committed");
  write("bench/old.ts", "committed");
  git("add", ".");
  git("commit", "--quiet", "--message", "first");
  write("src/a.ts", "changed");
  rmSync(join(checkout, "bench/old.ts"));
  write("bench/new.ts", "changed");
  write("node_modules/p/index.js", "a package");
  return { checkout, git };
}

test("a worktree has the code of its revision, but bench/ and the packages of the checkout", () => {
  const { checkout, git } = changedCheckout();
  const worktree = addWorktree("HEAD", checkout);
  onTestFinished(worktree.remove);
  expect(readFileSync(join(worktree.root, "src/a.ts"), "utf8")).toBe("committed");
  expect(readdirSync(join(worktree.root, "bench"))).toEqual(["new.ts"]);
  expect(readFileSync(join(worktree.root, "node_modules/p/index.js"), "utf8")).toBe("a package");

  worktree.remove();
  expect(existsSync(worktree.root)).toBe(false);
  expect(existsSync(join(worktree.root, ".."))).toBe(false);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
  // What was only linked is still there, and so are the changes.
  expect(readFileSync(join(checkout, "node_modules/p/index.js"), "utf8")).toBe("a package");
  expect(readFileSync(join(checkout, "src/a.ts"), "utf8")).toBe("changed");
  expect(worktree.remove).not.toThrow();
});

test("a revision that does not exist leaves nothing behind", () => {
  const { checkout, git } = changedCheckout();
  expect(() => addWorktree("no-such-revision", checkout)).toThrow(/git worktree add .*no-such-revision/);
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
});
