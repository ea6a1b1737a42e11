import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";
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

test("where the folder of reports cannot be written, no finding is lost: its case is printed", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "reports"), "a file where a folder is needed");
  const args = ["check", "--cases", "20", "--seed", "3", "--law", "differential", "--target", "museum:bge-strict"];
  const { code, err, out } = rvrelay(args, folder);
  expect(code).toBe(1);
  expect(out).toContain("broken in ");
  const [, file, text] = /what was to be written follows\n----- (\S+)\n([^]*?)----- end of /.exec(err)!;
  expect(file).toMatch(/^reports\/findings\/differential-[0-9a-f]{12}\.S$/);
  writeFileSync(join(folder, "saved.S"), text);
  expect(rvrelay(["replay", "saved.S", "--target", "museum:bge-strict"], folder).code).toBe(1);
});

test("check --keep-going checks all cases, and tells how many show each fault", () => {
  const folder = emptyFolder();
  const args = ["check", "--cases", "60", "--seed", "3", "--law", "differential", "--json", "--keep-going"];
  const { code, out } = rvrelay([...args, "--target", wordsOf("none").join(" ")], folder);
  expect(code).toBe(1);
  const { cases, broken, endedEarly, findings } = JSON.parse(out) as {
    cases: number;
    broken: number;
    endedEarly: boolean;
    findings: { cases: number }[];
  };
  // The server ends every leg by exit 7: without the option five faults or thirty findings end the run.
  expect({ cases, endedEarly }).toEqual({ cases: 60, endedEarly: false });
  expect(broken).toBeGreaterThanOrEqual(60);
  expect(findings.reduce((sum, finding) => sum + finding.cases, 0)).toBeGreaterThanOrEqual(60);
});

describe("a target of which every other answer is another one", () => {
  const folder = emptyFolder();
  const target = `${process.execPath} ${BIN} serve --target canary-flaky`;
  const args = ["check", "--seed", "1", "--cases", "4", "--law", "split", "--law", "differential", "--target", target];

  interface Told {
    readonly findings: readonly {
      readonly file: string;
      readonly flaky?: { readonly unrepeatable?: string; readonly broken: number };
      readonly investigation: { readonly lost: readonly object[]; readonly where: string };
    }[];
  }

  test.each(["what is found", "what an earlier run has kept"])("is called flaky, and no cause is told: %s", (_what) => {
    const { code, out } = rvrelay([...args, "--json"], folder);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as Told;
    expect(findings.length).toBeGreaterThan(0);
    for (const { flaky, investigation, file } of findings) {
      // A case of the corpus that shows it already is told with its own file.
      expect(file).toMatch(/reports\/findings\/|corpus\/regressions\//);
      expect(flaky?.broken).toBeGreaterThan(0);
      expect(investigation.lost).toEqual([]);
      expect(investigation.where).toContain("not looked for");
    }
  });

  test("the terminal says so, and speaks of no snapshot that has lost something", () => {
    const { err } = rvrelay(args, folder);
    expect(err.match(/^ {2}FLAKY: /gm)?.length).toBe(err.match(/^BROKEN /gm)?.length);
    expect(err).not.toContain("has lost");
  });
});

test("what is always wrong in the same way is not called flaky", () => {
  const args = ["check", "--seed", "3", "--cases", "20", "--law", "differential", "--target", "museum:bge-strict"];
  const { code, err } = rvrelay(args, emptyFolder());
  expect(code).toBe(1);
  expect(err).toMatch(/first differing instruction: 0x\w+: bge /);
  expect(err).not.toContain("FLAKY");
});

test("where neither side is a yardstick they are A and B, and only what was lost has a side that is right", () => {
  const target = "museum:track-offset-ignores-alignment";
  const args = ["check", "--seed", "2", "--cases", "14", "--law", "canonical", "--target", target];
  const { code, err } = rvrelay(args, emptyFolder());
  expect(code).toBe(1);
  const text = err.slice(err.indexOf("BROKEN"));
  expect(text).toMatch(new RegExp(`^ {2}A +one leg on ${target}$`, "m"));
  expect(text).toMatch(new RegExp(`^ {2}B +2 legs, the last on ${target}$`, "m"));
  expect(text).toContain(`A snapshot of ${target.slice(0, 20)}`);
  const [lost, end] = text.split("at the end:");
  expect(lost).toMatch(/lost in the snapshot[^]*\bexpected +128[^]*\bactual +124/);
  expect(end.split("\n")[1].trim()).toMatch(/^A +B$/);
  expect(end).toMatch(/snapshot pages_from_source\[0\]\.offset +124 +128/);
  expect(end.split("what matters")[0]).not.toMatch(/expected|actual/);
});
