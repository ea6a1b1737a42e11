import { coverageReport, Tally, type Investigation } from "../../src/campaign/index.ts";
import type { ReportedFinding } from "../../src/report/reported-finding.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import { CELL_COUNT, Coverage } from "../../src/targets/index.ts";
import { brokenGate, gate, report, reported } from "./gate.ts";

/** What would leave any element, attribute, comment or script that it is put into. */
export const HOSTILE = `</script></style>--><img src=x onerror="window.hacked=1">'"&amp;${"W".repeat(400)}`;

/** A finding of which everything is known, for every part of a report; `text` stands wherever others choose the text. */
export function investigation(text = "plain"): Investigation {
  return {
    location: { pc: 0x1000cn, text: `bge tp, a0, .-8 ${text}`, cycles: 6n, legs: 22 },
    where: `0x1000c: bge tp, a0, .-8 (at cycle 6) ${text}`,
    sides: { expected: `solo on ${text}`, actual: `relay over ${text}` },
    frame: [
      { pc: 0x10008n, bytes: "13 05 10 00", text: "addi a0, zero, 1", here: false, symbol: `_start${text}` },
      { pc: 0x1000cn, bytes: "e3 5c a2 fe", text: `bge tp, a0, .-8 ${text}`, here: true },
      { pc: 0x10010n, bytes: "73 00 00 00", text: "ecall", here: false },
    ],
    values: [
      { name: "x4/tp", role: "source", before: "0x1", expected: "0x1", actual: "0x1", differs: false },
      { name: "pc", role: "destination", before: "0x1000c", expected: "0x10004", actual: "0x10010", differs: true },
      { name: `output ${text}`, role: "other", expected: text, actual: "", differs: true },
    ],
    memory: { runs: [{ address: 0x20000n, expected: "01 02", actual: "01 ff" }], bytes: 9, pages: 2 },
    flags: [{ page: 17, before: "-", expected: "D", actual: "-" }],
    pages: [
      { page: 16, before: "X", expected: "X", actual: "X", differs: false },
      { page: 17, before: "-", expected: "D", actual: "-", differs: true },
    ],
    timeline: { end: 512n, cuts: [3n, 100n], differs: 6n, expectedStop: "exit 0", actualStop: `exit 1 ${text}` },
    lost: [],
    explained: [
      { kind: "instruction", part: "0x1000c: bge", freedom: "needed", text: "needed", pc: 0x1000cn, tried: 9, same: 0 },
      { kind: "register", part: "x7/t2", freedom: "free", text: `any value of x7 ${text}`, tried: 9, same: 9 },
      { kind: "cut", part: "cut 100", freedom: "some", text: "at any cycle from 3 to 100", tried: 9, same: 4 },
    ],
    legs: 22,
    seconds: 0.5,
  };
}

/** A report of a broken run in which every part of every report has something to show. */
export function fullReport(text = "plain", findings = 2): RunReport {
  const coverage = new Coverage();
  for (let cell = 0; cell < CELL_COUNT; cell += 3) for (let k = cell % 7; k > 0; k--) coverage.hit(cell);
  const tally = new Tally();
  tally.cases = 20_000;
  tally.versions.set(2, 20_000);
  tally.stops.set("exit 0", 12_345);
  tally.retired.fill(1000);
  tally.legsByTarget.set(text, 3);
  tally.hops.set(`${text} → ${text}`, 3);
  tally.tolerated.set(text, 1);
  const { divergence } = brokenGate().findings[0];
  const differences = [{ what: text, expected: text, actual: "" }];
  const finding: Partial<ReportedFinding> = {
    name: text,
    file: text,
    where: text,
    repeat: text,
    sentence: text,
    cases: 12,
    laws: ["relay", "split"],
    line: 16,
    instructions: ["amoadd.w", "amoor.d"],
    flaky: { outcomes: [`pc is 0x10010 ${text}`, "nothing differs"], runs: 10, broken: 4 },
    divergence: { ...divergence, differences, legs: [text, "b", text], vote: { groups: [[text], ["b"]], odd: ["b"] } },
    investigation: investigation(text),
  };
  const result = gate({
    verdict: "broken",
    targets: ["reference", text],
    tally,
    coverage: coverageReport(coverage),
    growth: [
      { cases: 32, cells: 900 },
      { cases: 320, cells: 4000 },
      { cases: 20_000, cells: 8527 },
    ],
    canary: [{ law: "relay", caught: false, cases: 9, missed: ["canary"], blind: ["pc"] }],
    conformance: [
      { name: text, target: text, verdict: "failed", reason: text, cuts: 0, cycles: 1n, retired: [], tolerated: [] },
    ],
    floors: [
      { what: text, atLeast: 5, reached: 1 },
      { what: "cases", atLeast: 1, reached: 1, of: 2 },
    ],
    failures: [{ law: "relay", name: text, message: text, target: text, transcript: [text, text] }],
    findings: brokenGate().findings,
  });
  const made = report(
    result,
    Array.from({ length: findings }, () => reported(finding)),
  );
  return { ...made, provenance: { ...made.provenance, command: text, repeat: text, machine: text } };
}
