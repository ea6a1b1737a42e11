import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commitText } from "../../bench/machine.ts";

const FILES = ["src/a.ts", "bench/b.ts", "bench/results.json", "adapters/c/d.rs", "docs/e.md"];

/** A repository of its own with one commit, in which files can be written. */
function repository(): { root: string; write: (file: string, text: string) => void } {
  const root = mkdtempSync(join(tmpdir(), "rvrelay-commit-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const file of FILES) write(file, "as it was");
  for (const words of [
    ["init", "--quiet"],
    ["add", "."],
    ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", "first"],
  ]) {
    expect(spawnSync("git", words, { cwd: root }).status).toBe(0);
  }
  return { root, write };
}

test.each([
  ["src/a.ts", true],
  ["src/new.ts", true],
  ["bench/b.ts", true],
  ["adapters/c/d.rs", true],
  ["bench/results.json", false], // what a run writes
  ["docs/e.md", false],
])("a change of %s marks the commit: %s", (file, marks) => {
  const { root, write } = repository();
  expect(commitText(root)).toMatch(/^[\da-f]{12}$/);
  write(file, "changed");
  expect(commitText(root)).toMatch(marks ? /^[\da-f]{12}\+$/ : /^[\da-f]{12}$/);
});

test("without git the commit is unknown", () => {
  const root = mkdtempSync(join(tmpdir(), "rvrelay-no-git-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  expect(commitText(root)).toBe("unknown");
});
