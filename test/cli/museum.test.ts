import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE } from "../../src/museum/index.ts";
import { emptyFolder, rvrelay } from "./cli.ts";

interface Document {
  readonly verdict: string;
  readonly totals: { readonly exhibits: number; readonly found: number };
  readonly lost: readonly string[];
  readonly baselines: readonly { readonly name: string; readonly found: number }[];
  readonly faults: readonly {
    readonly id: string;
    readonly found: boolean;
    readonly attempts: readonly { readonly seed: string; readonly cases: number }[];
    readonly diagnoses: readonly {
      readonly place: string;
      readonly right: boolean;
      readonly instructions: readonly string[];
    }[];
  }[];
}

test("a fault is found with every seed, shrunk and located; reports are written", () => {
  const folder = emptyFolder();
  const reports = ["html=m.html", "markdown=m.md", "json=m.json"].flatMap((report) => ["--reporter", report]);
  const { code, out } = rvrelay(
    ["museum", "--id", "bge-strict", "--seeds", "2", "--seed", "5", "--json", ...reports],
    folder,
  );
  expect(code).toBe(0);
  const document = JSON.parse(out) as Document;
  expect(document).toMatchObject({ verdict: "held", totals: { exhibits: 1, found: 1 }, lost: [], baselines: [] });
  const [fault] = document.faults;
  expect(fault.attempts.map(({ seed }) => seed)).toEqual(["5", "6"]);
  expect(fault.diagnoses).toHaveLength(2);
  for (const { place, right, instructions } of fault.diagnoses) {
    expect([place, right]).toEqual(["bge", true]);
    expect(instructions).toContain("bge");
  }
  expect(JSON.parse(readFileSync(join(folder, "m.json"), "utf8"))).toEqual(document);
  expect(readFileSync(join(folder, "m.md"), "utf8")).toContain("| `bge-strict` | yes |");
  const html = readFileSync(join(folder, "m.html"), "utf8");
  expect(html).toContain("<code>bge-strict</code>");
  expect(html).not.toMatch(/<script|https?:\/\/|src=/);
});

test("a fault that is not found in its time is missed, and one that was found before is lost", () => {
  const folder = emptyFolder();
  const before = { faults: [{ id: "bge-strict", found: true }] };
  writeFileSync(join(folder, "before.json"), JSON.stringify(before));
  const args = ["museum", "--id", "bge-strict", "--seeds", "1", "--time", "0s", "--against", "before.json"];
  const { code, out } = rvrelay(args, folder);
  expect(code).toBe(1);
  expect(out).toContain("found 0 of 1 faults");
  expect(out).toContain("not found: bge-strict: ");
  expect(out).toContain("found before, not now: bge-strict");
});

test("the rows are listed with what the faults do, and why a row is left out", () => {
  const { code, out } = rvrelay(["museum", "--list"]);
  expect(code).toBe(0);
  expect(out.trimEnd().split("\n")).toHaveLength(CATALOGUE.length);
});

test.each([
  [["--id", "no-such-fault"], 'unknown fault "no-such-fault"; see: rvrelay museum --list'],
  [["--category", "shifts"], 'unknown category "shifts"; known are '],
  [["--reporter", "pdf=x"], 'unknown reporter "pdf"; known are html, markdown, json'],
  [["--against", "nowhere.json"], "nowhere.json: there is no such file"],
])("%s is refused in a line", (args, message) => {
  const { code, err } = rvrelay(["museum", ...args]);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err.trimEnd()).not.toContain("\n");
});

test("a fault is a target; one that is not there is refused", () => {
  const folder = emptyFolder();
  const { code, err } = rvrelay(["check", "--cases", "40", "--seed", "1", "--target", "museum:bge-strict"], folder);
  expect(code).toBe(1);
  expect(err).toContain("first differing instruction");
  expect(rvrelay(["check", "--target", "museum:none"])).toMatchObject({ code: 2 });
});

test("faults can be looked for in threads: the same cases find them, in the same order", () => {
  const run = (...more: string[]): Document => {
    const args = [
      "museum",
      "--id",
      "sub-result-not-wrapped",
      "--id",
      "bge-strict",
      "--seeds",
      "1",
      "--no-shrink",
      "--json",
      ...more,
    ];
    return JSON.parse(rvrelay(args).out) as Document;
  };
  const told = ({ faults }: Document) =>
    faults.map(({ id, found, attempts }) => [id, found, attempts.map(({ cases }) => cases)]);
  expect(told(run("--jobs", "2"))).toEqual(told(run()));
});
