import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, rvrelay } from "./cli.ts";
import { wordsOf } from "../targets/wire/misbehaving.ts";

// A server of which every leg ends by exit 7: every law of two targets is broken in every case, and by few faults.
const ARGS = ["check", "--cases", "40", "--seed", "3", "--law", "differential", "--target", wordsOf("none").join(" ")];

test("what an earlier run has kept is replayed, told with its file, and not kept again", () => {
  const folder = emptyFolder();
  const kept = (): string[] => readdirSync(join(folder, "reports", "findings")).toSorted();
  expect(rvrelay(ARGS, folder).code).toBe(1);
  const files = kept();
  expect(files.length).toBeGreaterThan(0);
  const { code, err, out } = rvrelay(ARGS, folder);
  expect(code).toBe(1);
  expect(kept()).toEqual(files);
  for (const file of files) expect(err).toContain(`reports/findings/${file} --law `);
  expect(out).toContain(`regressions  ${files.length + 1} cases replayed`);
});
