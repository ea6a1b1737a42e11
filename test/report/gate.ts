import { Tally, type GateResult } from "../../src/campaign/index.ts";
import { readCase } from "../../src/case/index.ts";
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
