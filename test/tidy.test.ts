import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { doors, rooms } from "../tools/rooms.ts";

const root = join(import.meta.dirname, "..");
const find = (...patterns: string[]) =>
  globSync(patterns, { cwd: root, exclude: ["**/node_modules/**"] })
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** `path:line: text` for each line of the files that matches, so that a failure shows the places. */
function places(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((text, index) => (pattern.test(text) ? [`${path}:${index + 1}: ${text.trim()}`] : [])),
  );
}

const sources = find("src/**/*.ts");
const tests = find("test/**/*.ts", "properties/**/*.ts");
const code = [...sources, ...tests, ...find("tools/**/*.{ts,js}", "bin/*.js", "bench/**/*.ts", "*.ts")];
const texts = [...code, ...find("*.{md,json}", "docs/**/*.md", "corpus/**/*.{S,md,json}", "adapters/**/*.{md,toml}")];

test("the search finds files, so that the tests below can fail", () => {
  expect(sources).toContain("src/index.ts");
  expect(tests).toContain("test/tidy.test.ts");
  expect(texts).toContain("package.json");
});

test("no source is over 250 lines, but for the tables of src/isa", () => {
  const long = sources
    .filter((path) => !path.startsWith("src/isa/"))
    .map((path) => ({ path, lines: read(path).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

// The patterns are put together from parts, or this file would find itself.
test("nothing is left for later in a comment", () => {
  expect(places(code, new RegExp(["TO", "DO|FIX", "ME|XX", "X\\b"].join("")))).toEqual([]);
});

test("no path of one machine", () => {
  const folder = ["/ho", "me/\\w|/Us", "ers/\\w|/ro", "ot/|/wo", "rk/|[A-Z]:\\\\\\\\?Us", "ers"].join("");
  expect(places(texts, new RegExp(`(?<![\\w.)])(${folder})`))).toEqual([]);
});

test("tests are skipped only at run time with a reason, and never narrowed", () => {
  const narrowed = [
    "\\b(test|it|describe|suite)(\\.\\w+)*\\.(sk",
    "ip|skip",
    "If|run",
    "If|on",
    "ly|to",
    "do)\\b",
  ].join("");
  expect(places(tests, new RegExp(narrowed))).toEqual([]);
});

test("checks are switched off nowhere without a reason", () => {
  expect(
    places(code, new RegExp(["@ts-(ig", "nore|no", "check)|(ox", "lint|es", "lint)-dis", "able(?!.* -- )"].join(""))),
  ).toEqual([]);
});

describe("the rooms of src", () => {
  const inside = sources.map((path) => path.split("/").slice(1));
  const folders = [...new Set(inside.filter((parts) => parts.length > 1).map(([room]) => room))];

  test("are all known to the rule of who may import whom", () => {
    expect(folders.filter((room) => !Object.hasOwn(rooms, room))).toEqual([]);
  });

  test.each(folders)("%s is mirrored in test/", (room) => {
    expect(existsSync(join(root, "test", room))).toBe(true);
  });

  test("nothing else stands in src", () => {
    const files = inside.filter((parts) => parts.length === 1).map(([file]) => file);
    expect(files.filter((file) => !doors.includes(file))).toEqual([]);
  });
});
