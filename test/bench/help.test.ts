import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../bench/arguments.ts";
import { HELP } from "../../bench/help.ts";
import { ROOT } from "../../bench/machine.ts";

const COMMANDS = [
  ["index.ts", HELP.bench, ["only", "rounds", "sample-ms", "json"]],
  ["compare.ts", HELP.compare, ["base", "against", "only", "rounds", "sample-ms", "json"]],
  ["growth.ts", HELP.growth, ["only", "minutes", "json", "html"]],
] as const;

describe.each(COMMANDS)("bench/%s", (file, help, options) => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(ROOT, "bench", file), ...words], { encoding: "utf8" });

  test("--help prints its options and ends with 0", () => {
    const { status, stdout, stderr } = run("--help");
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: help, stderr: "" });
    expect([...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name)).toEqual(options);
  });

  test("an unknown option ends it with 2, in one line", () => {
    const { status, stderr } = run("--unheard-of");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^bench: .*--unheard-of.*\n$/);
  });
});

test("what the help lists is taken", () => {
  for (const name of ["rounds", "sample-ms", "json"]) expect(() => readArguments([`--${name}`, "1"])).not.toThrow();
  expect(() => readArguments(["--against", "1"], ["base", "against"])).not.toThrow();
});
