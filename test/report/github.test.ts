import { describe, expect, test } from "vitest";
import { githubAnnotations } from "../../src/report/github.ts";
import { githubSummary } from "../../src/report/github-summary.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import { brokenGate, gate, report, reported } from "./gate.ts";

/** A line as GitHub's runner reads it: `::command key=value,…::data`, with `%25 %0D %0A`, in values also `%3A %2C`. */
function read(line: string): { command: string; properties: Record<string, string>; data: string } {
  const [, command = "", properties = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair) => pair.split("="));
  return {
    command,
    data: plain(data),
    properties: Object.fromEntries(pairs.map(([key, ...value]) => [key, plain(value.join("="))])),
  };
}

const broken = (changes = {}): RunReport => report(brokenGate(), [reported(changes)]);

describe("annotations", () => {
  test("there are none for a run that held", () => {
    expect(githubAnnotations(report())).toEqual([]);
  });

  test("a finding is an error at its case, with what went wrong and the command", () => {
    const [line] = githubAnnotations(broken({ line: 12 }));
    const { command, properties, data } = read(line);
    expect(command).toBe("error");
    expect(properties).toEqual({ file: "x.S", line: "12", title: "law relay is broken" });
    expect(data).toContain('a0 <&> "quoted" is 0x2');
    expect(data).toContain("\nRepeat with: rvrelay replay x.S");
  });

  test("nothing that a target or a file is called ends a line or a property", () => {
    const hostile = "a,line=1::error title=x::50%\r\n::error::gone";
    const lines = githubAnnotations(broken({ file: hostile, repeat: hostile }), (file) => `root/${file}`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\n]/);
    // The properties are those before the second "::", so neither colon nor comma may stand in them.
    const { properties, data } = read(lines[0]);
    expect(properties).toEqual({ file: `root/${hostile}`, line: "1", title: "law relay is broken" });
    expect(data.endsWith(`Repeat with: ${hostile}`)).toBe(true);
  });

  test("failed programs, failed targets, missed floors and interruptions are told as well", () => {
    const result = gate({
      verdict: "inconclusive",
      conformance: [
        {
          name: "a.S",
          target: "t",
          verdict: "failed",
          reason: "exit 5",
          cuts: 0,
          cycles: 0n,
          retired: [],
          tolerated: [],
        },
      ],
      failures: [{ law: "relay", name: "case 3", message: "died", target: "t", transcript: [] }],
      floors: [
        { what: "cuts", atLeast: 5000, reached: 1 },
        { what: "cases", atLeast: 1, reached: 1 },
      ],
      interrupted: true,
    });
    expect(githubAnnotations(report(result)).map((line) => read(line).data)).toEqual([
      "a.S on t: exit 5",
      "case 3: law relay: died",
      "cuts: 1, at least 5,000 wanted",
      "interrupted: nothing can be concluded",
    ]);
  });

  test("there are at most ten, and the last says how many more", () => {
    const floors = Array.from({ length: 12 }, (_, k) => ({ what: `floor ${k}`, atLeast: 1, reached: 0 }));
    const lines = githubAnnotations(report(gate({ floors })));
    expect(lines).toHaveLength(10);
    expect(read(lines[9]).data).toContain("and 3 problems more");
    expect(githubAnnotations(report(gate({ floors: floors.slice(0, 10) })))).toHaveLength(10);
  });
});

describe("the summary of a step", () => {
  test("begins with the verdict and what repeats the run", () => {
    const text = githubSummary(report());
    expect(text).toMatch(/^## ✅ rvrelay: held: All laws held in 1 random case\n/);
    expect(text).toContain("```sh\nnpx rvrelay check --seed 7 --cases 1\n```");
    expect(text).toContain("| <code>relay</code> | 1 | 1 | 0 | 0 | 1 |");
    expect(text).not.toContain("###");
  });

  test("has each finding with both states and its command", () => {
    const text = githubSummary(broken());
    expect(text).toContain("## ❌ rvrelay: broken: 1 finding in 1 random case");
    expect(text).toContain("### 1. Law relay is broken");
    expect(text).toContain("|  | solo on a | relay over a, b |");
    expect(text).toContain("```sh\nrvrelay replay x.S\n```");
  });

  test("text of others is neither Markdown nor HTML, and breaks no table and no fence", () => {
    const hostile = "</details><img src=x onerror=y> | @octocat #1 [a](https://b.c) **x** `y` ```\n# z";
    const text = githubSummary(broken({ file: hostile, repeat: hostile, sentence: hostile }));
    const outside = text.replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, "");
    expect(outside).not.toMatch(/<img|@octocat|#1\b|\[a\]|\*\*x|https:\/\/|^# z/m);
    expect(outside.match(/<\/details>/g)).toHaveLength(1); // that of the laws
    expect(text).toContain(`\`\`\`\`sh\n${hostile}\n\`\`\`\``);
  });

  test("is never longer than GitHub takes, and says at the end that there was more", () => {
    const findings = Array.from({ length: 20 }, () => reported({ repeat: "ä".repeat(60_000) }));
    const text = githubSummary(report(brokenGate(), findings));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.endsWith("\n\n…\n")).toBe(true);
    expect(text).not.toContain("\ufffd");
  });
});
