import { expect, test } from "vitest";
import { Faults, runGate, type Finding, type GatePlan } from "../../src/campaign/index.ts";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { instructionsNamed } from "../../src/isa/index.ts";
import { AFTER_RESUME, LAWS as ALL_LAWS, type Law } from "../../src/laws/index.ts";
import { CanaryTarget, ReferenceTarget, SnapshotCanaryTarget, type Target } from "../../src/targets/index.ts";

const SEED = 4n;
/** Laws whose breaches are located: the origin of others is what differs, which several faults can have in common. */
const LOCATED = ["relay", "resume-snapshot", "version", "repeatable", "differential"];
const LAWS = ALL_LAWS.filter(({ name }) => LOCATED.includes(name));
const reference = new ReferenceTarget();

/** A target on which these instructions write what they read from rs1. */
function wrong(name: string, ...mnemonics: readonly string[]): Target {
  const rows = mnemonics.map((each) => instructionsNamed(each)[0].base);
  const target = new ReferenceTarget({
    meanings: new Map(
      rows.map((row) => [
        row,
        (hart, { rd, rs1 }) => {
          hart.x[rd] = hart.x[rs1];
        },
      ]),
    ),
  });
  return Object.assign(Object.create(target) as ReferenceTarget, { name, run: target.run.bind(target) });
}

/** A program of one instruction on 5 and 3; what it gives is the exit code. */
function program(name: string, instruction: string): CaseFile {
  const text = `/* rvrelay case 1\n * cuts: 3\n */\n_start: li a0, 5\n li a1, 3\n ${instruction} a0, a0, a1\n li a7, 93\n ecall\n`;
  return readCase(name, text);
}

const ORN = program("orn.S", "orn");
const MUL = program("mul.S", "mul");

/** What breaks where these programs are checked on the reference and these targets. */
async function findingsOf(
  files: readonly CaseFile[],
  targets: readonly Target[],
  laws: readonly Law[] = LAWS,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, checked } of files) {
    for (const law of laws) {
      const verdict = await law.check({ ...checked, legTargets: [1] }, targets);
      if (verdict.kind !== "broken") continue;
      const { divergence } = verdict;
      findings.push({
        law: law.name,
        sentence: law.sentence,
        name,
        checked: { ...checked, legTargets: [1] },
        divergence,
      });
    }
  }
  return findings;
}

test("one instruction that is wrong is one fault, whichever laws and cases show it", async () => {
  const targets = [reference, wrong("bad", "orn")];
  const findings = await findingsOf([ORN, { ...ORN, name: "again.S" }], targets);
  expect(new Set(findings.map(({ law }) => law))).toEqual(new Set(["relay", "differential"]));
  const faults = new Faults(targets);
  expect(await faults.add(findings)).toBe(1);
  expect(await faults.add(findings)).toBe(0);
  expect(faults.all).toMatchObject([{ origin: { place: "orn" }, findings }]);
});

test.each([
  ["an instruction", "differential", "orn", wrong("bad", "orn")],
  ["what is resumed", "relay", AFTER_RESUME, new CanaryTarget()],
  // Only a machine that was resumed gives wrong ones.
  ["what snapshots hold", "normal-form", AFTER_RESUME, new SnapshotCanaryTarget()],
] as const)("%s that is wrong is told once, although most laws of all see it", async (_what, law, place, target) => {
  const targets = [reference, target];
  const findings = await findingsOf([ORN], targets, ALL_LAWS);
  const laws = new Set(findings.map((finding) => finding.law));
  expect(laws.size).toBeGreaterThan(5);
  expect([...laws]).toContain(law);
  const faults = new Faults(targets);
  expect(await faults.add(findings)).toBe(1);
  expect(faults.all[0].origin.place).toBe(place);
});

test("two instructions are two faults, and so is one on two targets", async () => {
  const two = [reference, wrong("bad", "orn", "mul")];
  const faults = new Faults(two);
  expect(await faults.add(await findingsOf([ORN, MUL], two))).toBe(2);
  expect(faults.all.map(({ origin }) => origin.place)).toEqual(["orn", "mul"]);

  const both = new Faults([reference, wrong("one", "orn"), wrong("other", "orn")]);
  const found = await Promise.all(
    ["one", "other"].map(async (name) => findingsOf([ORN], [reference, wrong(name, "orn")])),
  );
  expect(await both.add(found.flat())).toBe(2);
  expect(both.all.map(({ findings }) => findings.length)).toEqual(found.map(({ length }) => length));
});

function plan(changes: Partial<GatePlan>): GatePlan {
  return {
    targets: [reference, wrong("bad", "orn")],
    laws: LAWS,
    seed: SEED,
    cases: 20,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k, { size: 50 }) }),
    regressions: [],
    conformance: [],
    ...changes,
  };
}

test("what was replayed does not end random checking, and its file is remembered", async () => {
  const orn = (k: number): CaseFile => ({ ...ORN, name: `${k}.S` });
  const result = await runGate(plan({ regressions: Array.from({ length: 40 }, (_, k) => orn(k)) }));
  expect(result.findings.length).toBeGreaterThanOrEqual(40);
  expect(result.faults).toHaveLength(1);
  expect(result.faults[0].findings[0]).toMatchObject({ file: "0.S", name: "0.S" });
  expect(result.tally.cases).toBe(20);
  expect(result.endedEarlyOf).toBeUndefined();
});

test("random checking goes on where it meets one fault again and again, and says so where it ends early", async () => {
  const same = (k: number) => ({ name: `case ${k}`, checked: ORN.checked });
  const short = await runGate(
    plan({ caseAt: same, cases: 12, laws: LAWS.filter(({ name }) => name === "differential") }),
  );
  expect(short.findings).toHaveLength(12);
  expect(short.endedEarlyOf).toBeUndefined();

  const long = await runGate(plan({ caseAt: same, cases: 1000 }));
  expect(long.verdict).toBe("broken");
  expect(long.faults).toHaveLength(1);
  expect(long.endedEarlyOf).toBe(1000);
  expect(long.tally.cases).toBeLessThan(100);
  expect(long.floors.find(({ what }) => what === "cases")).toMatchObject({ reached: long.tally.cases });
});
