import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseSeed, seedOfCommit } from "../../src/cli/seed.ts";
import { seedText } from "../../src/report/seed-text.ts";
import { emptyFolder, rvrelay } from "./cli.ts";

/** Runs git in `folder`, with nothing of what is set up on this machine. */
function git(folder: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", [...who, ...args], { cwd: folder, env, encoding: "utf8" }).trim();
}

/** A repository with one commit of one file. */
function repository(): string {
  const folder = emptyFolder();
  git(folder, "init", "--quiet");
  writeFileSync(join(folder, "file"), "one\n");
  git(folder, "add", "file");
  git(folder, "commit", "--quiet", "--message", "one");
  return folder;
}

test("the seed of a commit is the first 64 bits of its hash, and the same seed can be given as a number", () => {
  const folder = repository();
  const commit = git(folder, "rev-parse", "HEAD");
  const digits = commit.slice(0, 16);
  const seed = seedOfCommit(folder);
  expect(seed).toEqual({ value: BigInt(`0x${digits}`), commit, hasChanges: false });
  expect(parseSeed(`0x${digits}`)).toEqual({ value: seed.value });
  expect(seedText(seed.value, commit)).toBe(`0x${digits} (commit ${commit.slice(0, 12)})`);
});

test("tracked files that were changed are noticed, staged or not; files that git does not know are no change", () => {
  const folder = repository();
  writeFileSync(join(folder, "new"), "new\n");
  expect(seedOfCommit(folder).hasChanges).toBe(false);
  git(folder, "add", "new");
  expect(seedOfCommit(folder).hasChanges).toBe(true);
  git(folder, "commit", "--quiet", "--message", "two");
  writeFileSync(join(folder, "file"), "two\n");
  expect(seedOfCommit(folder).hasChanges).toBe(true);
});

test("check tells seed, commit and changes on standard error, and the same seed at its end", () => {
  const folder = repository();
  const commit = git(folder, "rev-parse", "HEAD");
  const digits = commit.slice(0, 16);
  writeFileSync(join(folder, "file"), "two\n");
  const args = ["check", "--cases", "5", "--law", "version", "--seed", "commit"];
  const { out, err } = rvrelay(args, folder);
  const [first, second] = err.split("\n");
  expect(first).toBe(`seed 0x${digits} (commit ${commit.slice(0, 12)})`);
  expect(second).toBe("files have changes that are not in that commit");
  expect(out.trimEnd().split("\n").at(-1)).toMatch(new RegExp(`, seed (0x${digits}|${BigInt(`0x${digits}`)})$`));
});

test("where there is no commit, that is said", () => {
  const { code, out, err } = rvrelay(["check", "--seed", "commit"], emptyFolder());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("there is no commit here to take a seed from");
});
