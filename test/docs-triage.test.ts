import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { BIN, emptyFolder } from "./cli/cli.ts";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/triage.md"), "utf8");

/** A command of the page, and what the page says that it prints. */
interface Step {
  readonly command: string;
  readonly shown: string;
}

/** The commands of each part of the page that has any, in their order. */
const parts = page
  .split(/^## /m)
  .map((part) => ({ title: part.split("\n", 1)[0], steps: stepsOf(part) }))
  .filter(({ steps }) => steps.length > 0);

function stepsOf(part: string): Step[] {
  const blocks = [...part.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  return blocks.flatMap((code) =>
    code
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [command] = text.split("\n", 1);
        return { command, shown: text.slice(command.length + 1) };
      }),
  );
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Text of the page as a pattern: a line `…` stands for any lines, `…` inside a line for any text. */
function pattern(shown: string): RegExp {
  const lines = shown.split("\n").slice(0, -1);
  const wanted = lines.map((line) =>
    line === "…" ? String.raw`(?:.*\n)*?` : `${line.split("…").map(escaped).join(".*")}\n`,
  );
  return new RegExp(`^${wanted.join("")}$`);
}

/**
 * A folder in which the commands find what they find in a checkout: the programs, and what vitest is told. `npx` starts the
 * same programs as npm's own, without its second of start-up.
 */
function checkout(): { folder: string; path: string } {
  const folder = emptyFolder();
  for (const name of ["bin", "node_modules", "package.json", "vitest.config.ts", "src"]) {
    symlinkSync(join(root, name), join(folder, name));
  }
  mkdirSync(join(folder, "test"));
  symlinkSync(join(root, "test/set-up.ts"), join(folder, "test/set-up.ts"));
  symlinkSync(join(root, "test/vectors"), join(folder, "test/vectors"));
  mkdirSync(join(folder, "corpus"));
  symlinkSync(join(root, "corpus/museum"), join(folder, "corpus/museum"));
  mkdirSync(join(folder, "reports"));
  const path = emptyFolder();
  const program = `case $1 in rvrelay) f=${BIN} ;; vitest) f=${join(root, "node_modules/vitest/vitest.mjs")} ;; esac`;
  writeFileSync(join(path, "npx"), `#!/bin/sh\n${program}\nshift\nexec ${process.execPath} "$f" "$@"\n`);
  chmodSync(join(path, "npx"), 0o755);
  return { folder, path };
}

/** What each command prints, typed one after the other into one shell. */
async function session(steps: readonly Step[]): Promise<string[]> {
  const { folder, path } = checkout();
  const mark = "-- next command --\n";
  const script = steps.map(({ command }) => `${command}\nlast=$?; printf '%s' '${mark}'; (exit $last)\n`).join("");
  const env = {
    ...process.env,
    PATH: `${path}:${process.env.PATH}`,
    HOME: path,
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
  };
  const shell = promisify(execFile)("sh", ["-c", `exec 2>&1\n${script}true`], { cwd: folder, env, timeout: 110_000 });
  // On a slow machine, a long run says where it is; nothing else begins like that.
  const progress = /^\d+ s {2}.*\n/gm;
  return (await shell).stdout.replaceAll(progress, "").split(mark).slice(0, -1);
}

/** The checks of each part with a fault: the red one, and the same again once it is mended. */
const checks = parts
  .map(({ steps }) => steps.filter(({ command }) => command.startsWith("npx rvrelay check ")))
  .filter(({ length }) => length > 1);
/** The mended VM is the same in all parts, and a check takes seconds: it is run in the first, and shown alike in the others. */
const known = checks.slice(1).map(([, green]) => green);

test("the page has three faults from red to green", () => {
  expect(checks.map(({ length }) => length)).toEqual([2, 2, 2]);
  for (const [red, green] of checks) {
    expect(green.command).toBe(red.command);
    expect(red.shown).toMatch(/^broken in /m);
    expect(green.shown).toMatch(/^held in /m);
    expect(green.shown).toBe(checks[0][1].shown);
  }
});

test("what it shows can be told from other output", () => {
  expect("one\ntwo in 3.1 s\nthree\n").toMatch(pattern("one\ntwo in … s\n…\n"));
  expect("one\ntwo\n").not.toMatch(pattern("one\n"));
  expect("one\n").not.toMatch(pattern("…\ntwo\n"));
  expect("").not.toMatch(pattern("one\n"));
});

describe.concurrent("the commands of docs/triage.md print what it shows", () => {
  test.each(parts)("$title", { timeout: 120_000 }, async ({ steps }) => {
    const run = steps.filter((step) => !known.includes(step));
    const printed = await session(run);
    expect(printed).toHaveLength(run.length);
    // Compared as texts where they differ: of a pattern, nobody sees where.
    const found = run.map((step, k) => (pattern(step.shown).test(printed[k]) ? step : { ...step, shown: printed[k] }));
    expect(found).toEqual(run);
  });
});
