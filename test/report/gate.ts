import { Tally, type GateResult } from "../../src/campaign/index.ts";
import { readCase } from "../../src/case/index.ts";
import type { ReportedFinding } from "../../src/report/reported-finding.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import type { Finish } from "../../src/targets/target.ts";

const FINISH: Finish = { stop: { kind: "exit", code: 0 }, started: true, state: {} };

/** A gate that held, with changes. */
export function gate(changes: Partial<GateResult> = {}): GateResult {
  const tally = new Tally();
  tally.cases = 1;
  const exercised = new Map([["cuts", 2]]);
  const evidence = { legs: 3, cuts: 1, comparisons: 1, stop: FINISH.stop, retired: [], exercised };
  tally.add("relay", { kind: "held", evidence }, 0.25);
  return {
    verdict: "held",
    seconds: 1.5,
    seed: 7n,
    targets: ["reference"],
    canary: [{ law: "relay", caught: true, cases: 1 }],
    regressions: 0,
    conformance: [],
    tally,
    coverage: [],
    growth: [],
    floors: [{ what: "cases", atLeast: 1, reached: 1 }],
    findings: [],
    faults: [],
    failures: [],
    interrupted: false,
    ...changes,
  };
}

/** A gate in which the relay law was broken. */
export function brokenGate(): GateResult {
  const differences = [{ what: 'a0 <&> "quoted"', expected: "0x1", actual: "0x2\u0000" }];
  const divergence = {
    law: "relay",
    expectedFrom: "solo on a",
    actualFrom: "relay over a, b",
    expected: FINISH,
    actual: FINISH,
    differences,
    legs: ["a", "b"],
  };
  const { checked } = readCase("x.S", "_start: ecall\n");
  return gate({
    verdict: "broken",
    findings: [{ law: "relay", sentence: "A sentence.", name: "seed 7 case 0", checked, divergence }],
  });
}

/** The finding of `brokenGate`, as it is reported. */
export function reported(changes: Partial<ReportedFinding> = {}): ReportedFinding {
  const [finding] = brokenGate().findings;
  return {
    ...finding,
    file: "x.S",
    laws: ["relay"],
    cases: 1,
    repeat: "rvrelay replay x.S",
    where: "0x10000: nop (at cycle 3)",
    ...changes,
  };
}

/** A report of a gate, by default of one that held. */
export function report(result: GateResult = gate(), findings: readonly ReportedFinding[] = []): RunReport {
  return {
    result,
    findings,
    provenance: {
      command: "npx rvrelay check",
      repeat: "npx rvrelay check --seed 7 --cases 1",
      version: "1.2.3",
      commit: "0123456789abcdef0123456789abcdef01234567",
      node: "v26.0.0",
      machine: "linux x64, a CPU",
      date: "2026-01-02T03:04:05.678Z",
    },
  };
}
