import { expect, test } from "vitest";
import { Faults, runGate, type Fault, type GatePlan } from "../../src/campaign/index.ts";
import { readCase, type Case, type World } from "../../src/case/index.ts";
import { codeUnits, generateCase, measure, overwrite, Random, type GeneratedCase } from "../../src/generate/index.ts";
import { instructionsNamed } from "../../src/isa/index.ts";
import { AFTER_RESUME, LAWS as ALL_LAWS } from "../../src/laws/index.ts";
import { EXHIBITS } from "../../src/museum/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../src/targets/index.ts";

const LAWS = ALL_LAWS.filter(({ name }) => name === "relay" || name === "differential");
const S2 = 18;
const [OR, SUB] = ["or", "sub"].map((name) => instructionsNamed(name)[0].base);

/** Three bugs: `or` and `sub` give what they read from rs1, and a resume loses s2. */
class ThreeBugs extends ReferenceTarget {
  override readonly name = "three-bugs";

  constructor() {
    super({
      meanings: new Map(
        [OR, SUB].map((row) => [
          row,
          (hart, { rd, rs1 }) => {
            hart.x[rd] = hart.x[rs1];
          },
        ]),
      ),
    });
  }

  override run(world: World, leg: Leg): Finish {
    if (leg.start === "boot") return super.run(world, leg);
    return super.run(world, { ...leg, start: { ...leg.start, registers: leg.start.registers.with(S2, 0n) } });
  }
}

const SEED = 11n;

function plan(changes: Partial<GatePlan>): GatePlan {
  return {
    targets: [new ReferenceTarget(), new ThreeBugs()],
    laws: LAWS,
    seed: SEED,
    cases: 11_000,
    timeMs: Infinity,
    keepGoing: true,
    caseAt,
    regressions: [],
    conformance: [],
    ...changes,
  };
}

/** Programs that show one bug each; the third where a cut parts the two instructions that name s2. */
const PROGRAMS = ["or s4, s3, s1", "sub s4, s3, s1", "add s4, s2, s1"].map(
  (line) =>
    readCase(
      "one.S",
      `/* rvrelay case 1\n */\n_start: li s3, 1\n li s1, 1\n li s2, 1\n ${line}\n mv a0, s4\n li a7, 93\n ecall\n`,
    ).checked,
);
/** Each of the first six instructions costs 1: the bug shows behind any cut from 3 on. */
const CUTS_FROM = 3;

/** One of the programs with three numbers of its own, a cut, and all legs on the target with the bugs. */
function caseAt(k: number): { name: string; checked: Case } {
  const random = new Random(SEED, k);
  const { world, ...rest } = PROGRAMS[k % PROGRAMS.length];
  const program = world.program.slice();
  for (const unit of codeUnits(program).slice(0, 3))
    overwrite(unit, (unit.word & 0xfffff) | (random.between(1, 2047) << 20));
  const cuts = [BigInt(random.between(CUTS_FROM, 5))];
  return { name: `case ${k}`, checked: { ...rest, world: { ...world, program }, cuts, legTargets: [1] } };
}

const placesOf = (faults: readonly Fault[]): string[] => faults.map(({ origin }) => origin.place ?? "").toSorted();

test("ten thousand failing cases of three bugs are three faults, with counts and the smallest cases of each", async () => {
  const result = await runGate(plan({ laws: LAWS.filter(({ name }) => name === "relay") }));
  const { faults, tally } = result;
  expect(placesOf(faults)).toEqual(["or", AFTER_RESUME, "sub"]);
  // Each of them loses s2 at its cut.
  expect(tally.laws.get("relay")!.broken).toBeGreaterThanOrEqual(10_000);
  expect(tally.cases).toBe(11_000);
  expect(result.endedEarlyOf).toBeUndefined();
  const broken = [...tally.laws.values()].reduce((sum, law) => sum + law.broken, 0);
  expect(faults.reduce((sum, { count }) => sum + count, 0)).toBe(broken);
  for (const { count, cases, findings } of faults) {
    expect(count).toBeGreaterThanOrEqual(cases);
    expect(cases).toBeGreaterThan(1000);
    expect(findings.length).toBeLessThan(20); // the others are let go: each holds the memory of two machines
  }
}, 180_000);

test("generated cases, in which several of the bugs meet, are sorted into the same three, the smallest ones kept", async () => {
  const generated = (k: number) => ({ name: `case ${k}`, checked: generateCase(SEED, k, { size: 12 }) });
  const { faults } = await runGate(plan({ caseAt: generated, cases: 1500 }));
  expect(placesOf(faults)).toEqual(["or", AFTER_RESUME, "sub"]);
  const sizeOf = (checked: Case): bigint => measure(checked as GeneratedCase);
  const all = Array.from({ length: 200 }, (_, k) => sizeOf(generated(k).checked));
  for (const { findings, count } of faults) {
    expect(count).toBeGreaterThan(findings.length);
    const smallest = findings.map(({ checked }) => sizeOf(checked)).reduce((a, b) => (a < b ? a : b));
    expect(all.filter((size) => size < smallest).length).toBeLessThan(all.length / 2);
  }
}, 180_000);

test("most findings are not looked into, but taken for what others that look the same were", async () => {
  const { targets } = plan({});
  const faults = new Faults(targets, [], 3);
  for (let k = 0; k < 100; k++) {
    const { name, checked } = caseAt(k);
    for (const law of LAWS) {
      const verdict = await law.check(checked, targets);
      if (verdict.kind !== "broken") continue;
      await faults.add([{ law: law.name, sentence: law.sentence, name, checked, divergence: verdict.divergence }]);
    }
  }
  expect(faults.all).toHaveLength(3);
  expect(faults.kept).toHaveLength(9);
  expect(faults.lookedInto).toBeLessThan(12);
  expect(faults.all.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(100);
});

test("a permission that no instruction of a family checks is one fault, with the names of all that show it", async () => {
  const row = EXHIBITS.find(({ id }) => id === "amo-skips-write-permission");
  const targets = [new ReferenceTarget(), row!.open()];
  const laws = ALL_LAWS.filter(({ name }) => name === "permissions" || name === "faults");
  const generated = (k: number) => ({ name: `case ${k}`, checked: generateCase(SEED, k) });
  const { faults } = await runGate(plan({ targets, laws, caseAt: generated, cases: 300, everyCase: true }));
  expect(faults.map(({ alike }) => alike)).toEqual(["A 0x2f: MemWriteOnExecutablePage missing"]);
  const [{ instructions = [], laws: seenBy }] = faults;
  // The manual has nine AMOs, each of two widths.
  expect(instructions.length).toBeGreaterThanOrEqual(9);
  expect(instructions.length).toBeLessThanOrEqual(18);
  expect(new Set(instructions).size).toBe(instructions.length);
  for (const name of instructions) expect(name).toMatch(/^amo\w+\.[wd]$/);
  expect(seenBy.toSorted()).toEqual(["faults", "permissions"]);
}, 180_000);

test("of wrong results, those of instructions of one family stay apart", async () => {
  const { faults } = await runGate(plan({ cases: 60 }));
  expect(placesOf(faults)).toEqual(["or", AFTER_RESUME, "sub"]);
  expect(faults.every(({ alike, instructions }) => alike === undefined && instructions === undefined)).toBe(true);
}, 180_000);
