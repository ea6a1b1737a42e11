import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, rvrelay } from "./cli.ts";

interface Family {
  readonly family: string;
  readonly possible: number;
  readonly hit: number;
  readonly missed: readonly { readonly count: number }[];
  readonly leftOut: readonly { readonly reason: string; readonly cells: readonly string[] }[];
}

test("check --coverage writes every cell, and says in JSON which were never hit", () => {
  const folder = emptyFolder();
  const { code, out } = rvrelay(["check", "--cases", "40", "--seed", "7", "--json", "--coverage", "c.txt"], folder);
  expect(code).toBe(0);
  const { coverage } = JSON.parse(out) as { coverage: readonly Family[] };
  const [lines, leftOutLines] = readFileSync(join(folder, "c.txt"), "utf8")
    .split(/^# left out.*\n/m)
    .map((part) => part.trimEnd().split("\n"));
  expect(coverage.length).toBeGreaterThan(5);
  for (const { family, possible, hit, missed } of coverage) {
    const own = lines.filter((line) => line.split("\t")[1].startsWith(`${family}: `));
    const never = own.filter((line) => line.startsWith("0\t")).map((line) => line.slice(`0\t${family}: `.length));
    expect([own.length, own.length - never.length]).toEqual([possible, hit]);
    expect(missed.reduce((sum, { count }) => sum + count, 0)).toBe(never.length);
  }
  const expected = coverage.flatMap(({ family, leftOut }) =>
    leftOut.flatMap(({ reason, cells }) => [`# ${reason}`, ...cells.map((name) => `0\t${family}: ${name}`)]),
  );
  expect(leftOutLines).toEqual(expected);
  expect(expected).toContain("0\tsystem calls: host: pause, a0 = 0");
});

test("a file that cannot be written is a usage error, before anything is run", () => {
  const { code, out, err } = rvrelay(["check", "--cases", "40", "--seed", "7", "--coverage", "no/such/folder/c.txt"]);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain("no/such/folder/c.txt: its folder does not exist");
});
