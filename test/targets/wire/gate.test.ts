import { describe, expect, test } from "vitest";
import { runGate, type GateResult } from "../../../src/campaign/index.ts";
import { readCase } from "../../../src/case/index.ts";
import { generateCase } from "../../../src/generate/index.ts";
import { LAWS } from "../../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../../src/targets/index.ts";
import { emptyFolder, rvrelay } from "../../cli/cli.ts";
import { openFake, SHORT_MS, takeNotes, wordsOf } from "./misbehaving.ts";

const CASES = 8;
const FAILURES_MAX = 3;
const DIRECTED = readCase("zero.S", "_start: li a0, 0\n li a7, 93\n ecall\n");

const SOME_LAWS = ["relay", "repeatable", "differential"];

async function gateWith(targets: readonly Target[], withDirected = false, laws = SOME_LAWS): Promise<GateResult> {
  return runGate({
    targets,
    laws: LAWS.filter(({ name }) => laws.includes(name)),
    seed: 3n,
    cases: CASES,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(3n, k) }),
    regressions: [],
    conformance: withDirected ? [DIRECTED] : [],
  });
}

describe.concurrent("a whole gate with the reference and a server that does one thing wrong", () => {
  test.each([
    "exit-in-run",
    "signal",
    "hang",
    "garbage",
    "half-line-exit",
    "wrong-id",
    "error",
    "finish:state.registers",
    "endless",
  ])("%s: goes on with the reference, is inconclusive, leaves the server out", async (fault) => {
    const notes = takeNotes();
    const fake = await openFake(fault, notes, fault === "hang" ? SHORT_MS : undefined);
    const result = await gateWith([new ReferenceTarget(), fake]);
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings).toEqual([]);
    // Checks that were on their way when the third one failed may fail as well.
    expect(new Set(result.failures.map(({ target }) => target))).toEqual(new Set(["fake"]));
    expect(result.failures.length).toBeGreaterThanOrEqual(FAILURES_MAX);
    expect(result.failures.length).toBeLessThan(CASES * SOME_LAWS.length);
    expect(result.failures.every(({ transcript }) => transcript.length > 0)).toBe(true);
    expect(result.tally.cases).toBe(CASES);
    expect(result.tally.laws.get("relay")?.held).toBeGreaterThan(CASES / 2);
    expect(result.floors).toContainEqual(expect.objectContaining({ what: "legs on fake", reached: 0 }));
    await fake.close();
    await notes.gone();
    notes.remove();
  });
});

test("a hang with other cases on their way, in one write, is blamed on the case that hangs alone", async () => {
  const fake = await openFake("keeps-until-small", undefined, SHORT_MS);
  const { checked } = readCase("seven.S", "_start: li a0, 7\n li a7, 93\n ecall\n");
  const worlds = Array.from({ length: CASES }, () => ({ ...checked.world }));
  const small = { ...checked.world, memorySize: 1024 * 1024 };
  const result = await runGate({
    targets: [fake],
    laws: LAWS.filter(({ name }) => name === "relay"),
    seed: 3n,
    cases: CASES,
    timeMs: Infinity,
    caseAt: (k) => ({
      name: `case ${k}`,
      checked: { ...checked, world: k === 5 ? small : worlds[k], cuts: [2n], budget: 1000n },
    }),
    regressions: [],
    conformance: [],
  });
  expect(result.failures.map(({ name, message }) => ({ name, hung: message.startsWith("fake hung: ") }))).toEqual([
    { name: "case 5", hung: true },
  ]);
  expect(result.findings).toEqual([]);
  expect(result.tally.cases).toBe(CASES);
  expect(result.tally.laws.get("relay")?.held).toBe(CASES - 1);
  await fake.close();
});

test("a directed program on such a server is an error, and the gate inconclusive", async () => {
  const fake = await openFake("exit-in-run");
  const result = await gateWith([new ReferenceTarget(), fake], true);
  expect(result.conformance.map(({ target, verdict }) => [target, verdict])).toEqual([
    ["reference", "passed"],
    ["fake", "error"],
  ]);
  expect(result.verdict).toBe("inconclusive");
  await fake.close();
});

test("a server that changes its answer when asked twice breaks the law repeatable", async () => {
  const fake = await openFake("flaky");
  const result = await gateWith([new ReferenceTarget(), fake], false, ["repeatable"]);
  expect(result.verdict).toBe("broken");
  const broken = result.findings.filter(({ law }) => law === "repeatable");
  expect(broken.map(({ divergence }) => divergence.legs[0])).toContain("fake");
  expect(broken[0]?.divergence.differences.map(({ what }) => what)).toEqual(["a0"]);
  await fake.close();
});

describe("rvrelay check", () => {
  const command = (fault: string): string => wordsOf(fault).join(" ");

  test("a server that crashes: exit code 3, and what it did with its last lines on standard error", () => {
    const args = ["check", "--cases", "5", "--seed", "3", "--target", command("last-words")];
    const { code, out, err } = rvrelay(args, emptyFolder());
    expect(code).toBe(3);
    expect(out).toContain("inconclusive");
    expect(err).toContain("crashed: with exit code 1");
    expect(err).toContain("\n    ! the heap is corrupt");
  });

  test("a server that cannot be started: exit code 3 and its last lines", () => {
    const { code, out, err } = rvrelay(["check", "--cases", "5", "--target", command("exit-at-once")], emptyFolder());
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/crashed: with exit code 4, without a word on standard error\n {4}> \{"jsonrpc"/);
    expect(rvrelay(["check", "--cases", "5", "--target", "./no-such-vm"]).err).toContain("there is no such program");
  });
});
