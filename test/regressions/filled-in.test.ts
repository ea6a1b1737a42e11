import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";

const REGRESSIONS = join(import.meta.dirname, "..", "..", "corpus", "regressions");
// Counterparts are named by the header of their case, which has the provenance of both.
const files = readdirSync(REGRESSIONS).filter((file) => file.endsWith(".S") && !file.endsWith(".counterpart.S"));
const OPEN = "to be filled in";

/** What is missing of bug, cause and fix in the text of a case file. */
function missing(text: string): string[] {
  const { provenance = "" } = readCase("regression.S", text).checked;
  const parts = /^\s*bug: (?<bug>.*?); cause: (?<cause>.*?); fix: (?<fix>.*)$/.exec(provenance)?.groups ?? {};
  return ["bug", "cause", "fix"].filter((part) => (parts[part] ?? "").trim() === "" || parts[part].includes(OPEN));
}

const withProvenance = (provenance: string): string =>
  `/* rvrelay case 1\n * provenance: ${provenance}\n */\n_start: ecall\n`;

test("there are regressions to look at", () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)("%s says what the bug was, its cause and its fix", (file) => {
  expect(missing(readFileSync(join(REGRESSIONS, file), "utf8"))).toEqual([]);
});

test.each([
  ["bug: sc.w succeeded; cause: reset came last; fix: commit 0123456", []],
  ["bug: sc.w succeeded; cause: to be filled in; fix: to be filled in; found in x", ["cause", "fix"]],
  ["bug: to be filled in; cause: ; fix: commit 0123456", ["bug", "cause"]],
  ["found by hand", ["bug", "cause", "fix"]],
])("of “%s” what is not filled in is named", (provenance, open) => {
  expect(missing(withProvenance(provenance))).toEqual(open);
});
