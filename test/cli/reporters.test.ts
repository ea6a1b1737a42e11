import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UsageError } from "../../src/cli/exit.ts";
import { published, readReporters, writeReports, type Reporter } from "../../src/cli/reporters.ts";
import { fullReport } from "../report/full-report.ts";
import { report } from "../report/gate.ts";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

afterEach(() => void vi.restoreAllMocks());

/** What is written to standard error while a test runs. */
function heard(): string[] {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  return said;
}

test("a broken run writes every report that is asked for, and one JSON document on standard output", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "summary.md"), "what was there before\n");
  const args = [
    "check",
    "--seed",
    "1",
    "--cases",
    "40",
    "--law",
    "differential",
    "--target",
    "museum:bge-strict",
    "--json",
  ];
  const reporters = ["html=page.html", "junit=check.xml", "github"].flatMap((each) => ["--reporter", each]);
  const env = {
    ...process.env,
    NO_COLOR: "1",
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    GITHUB_WORKSPACE: join(folder, ".."),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args, ...reporters], {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 1 << 25,
  });
  expect(status).toBe(1);
  const { findings, provenance } = JSON.parse(stdout) as {
    findings: { file: string; line: number }[];
    provenance: { repeat: string };
  };
  const page = readFileSync(join(folder, "page.html"), "utf8");
  expect(page).toContain("Law differential is broken");
  expect(page).toContain(provenance.repeat);
  expect(page).toContain("new uPlot");
  expect(readFileSync(join(folder, "check.xml"), "utf8")).toMatch(
    /<testcase [^>]*name="law differential"[^>]*><failure /,
  );
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toMatch(/^what was there before\n## ❌ rvrelay: broken/);
  const root = folder.split("/").at(-1);
  const [error = ""] = stderr.split("\n").filter((line) => line.startsWith("::error file="));
  expect(error).toMatch(
    new RegExp(`^::error file=${root}/${findings[0].file},line=${findings[0].line},title=law differential is broken::`),
  );
  // The line that it names has the instruction that the fault is in.
  expect(readFileSync(join(folder, findings[0].file), "utf8").split("\n")[findings[0].line - 1]).toContain("bge");
  // What was printed to repeat the run does so.
  expect(provenance.repeat).toMatch(
    /^npx rvrelay check --seed 1 --cases \d+ --law differential --target museum:bge-strict$/,
  );
});

describe("before the run", () => {
  test("a report that cannot be written is refused, and leaves what is there as it was", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "old.html"), "old");
    for (const reporter of readReporters([`html=${join(folder, "old.html")}`, `junit=${join(folder, "new.xml")}`]))
      reporter.prepare();
    expect(readFileSync(join(folder, "old.html"), "utf8")).toBe("old");
    expect(existsSync(join(folder, "new.xml"))).toBe(false);
    for (const [text, words] of [
      [`html=${join(folder, "taken")}`, "is a folder"],
      [`html=${join(folder, "gone", "x.html")}`, "its folder does not exist"],
      [`github=${join(folder, "gone", "x.md")}`, "no such file"],
    ]) {
      expect(() => readReporters([text]).forEach((each) => each.prepare())).toThrow(words);
    }
  });

  test("only what is there can be asked for, and github says if there is no summary", () => {
    expect(() => readReporters(["pdf=x"])).toThrow("known are junit, html, github");
    expect(() => readReporters(["toString=x"])).toThrow(UsageError);
    expect(() => readReporters(["html"])).toThrow("write html=FILE");
    vi.stubEnv("GITHUB_STEP_SUMMARY", "");
    const said = heard();
    readReporters(["github"])[0].prepare();
    expect(said.join("")).toBe("GITHUB_STEP_SUMMARY is not set: annotations only\n");
    vi.unstubAllEnvs();
  });

  test("what others read cannot keep an embargo", () => {
    expect(published(readReporters(["html=a.html", "junit=b.xml"]))).toEqual(["a.html", "b.xml"]);
    expect(() => published(readReporters(["github=c.md"]))).toThrow("exclude each other");
    const { code, err } = rvrelay(
      ["check", "--cases", "1", "--embargo", "x.tar.gz", "--reporter", "github"],
      emptyFolder(),
    );
    expect([code, err.split("\n").length]).toEqual([2, 2]);
  });
});

describe("behind the run", () => {
  test("a report that cannot be written any more is told, and costs no other", () => {
    const folder = emptyFolder();
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const reporters = readReporters([`html=${join(gone, "x.html")}`, `junit=${join(folder, "x.xml")}`]);
    for (const reporter of reporters) reporter.prepare();
    rmSync(gone, { recursive: true });
    const said = heard();
    expect(writeReports(reporters, fullReport())).toBe(true);
    expect(said).toEqual([
      `rvrelay: --reporter html=${join(gone, "x.html")}: ${join(gone, "x.html")}: its folder does not exist\n`,
    ]);
    expect(readFileSync(join(folder, "x.xml"), "utf8")).toContain("<testsuites ");
  });

  test("all that can be written are, and a fault of our own is not taken for one of the disk", () => {
    const written: string[] = [];
    const reporter = (name: string, write: () => void): Reporter => ({
      name,
      file: name,
      isPublic: false,
      prepare: () => {},
      write,
    });
    expect(
      writeReports([reporter("a", () => written.push("a")), reporter("b", () => written.push("b"))], report()),
    ).toBe(false);
    expect(written).toEqual(["a", "b"]);
    const ours = reporter("c", () => {
      throw new TypeError("ours");
    });
    expect(() => writeReports([ours], report())).toThrow("ours");
  });
});
