import { expect, test } from "vitest";
import { directedFindings, plainestOf, reduceFinding, runGate, type Finding } from "../../src/campaign/index.ts";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { generateCase, instructionsInPlace, isGenerated } from "../../src/generate/index.ts";
import { instructionsNamed } from "../../src/isa/index.ts";
import { causeOf, LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target } from "../../src/targets/index.ts";
import type { World } from "../../src/case/index.ts";

const reference = new ReferenceTarget();
const SEED = 1;

/** A target on which XORI writes what it reads. */
function wrongXori(): Target {
  const [{ base }] = instructionsNamed("xori");
  const target = new ReferenceTarget({ meanings: new Map([[base, (h, { rd, rs1 }) => (h.x[rd] = h.x[rs1])]]) });
  return { name: "wrong", capabilities: target.capabilities, run: (world, leg) => target.run(world, leg) };
}

const LINES =
  "_start: li s1, 5\n li s2, 6\n add s3, s1, s2\n xori s4, s3, 1\n sub s5, s4, s1\n li a0, 0\n li a7, 93\n ecall";
const FILE: CaseFile = readCase(
  "directed.S",
  `/* rvrelay case 1\n * expect-register: s4 10\n */\n .option norvc\n${LINES}\n`,
);

async function findings(target: Target, laws = LAWS): Promise<readonly Finding[]> {
  return directedFindings(FILE, laws, [reference, target], SEED);
}

test("a directed program that fails is found to break laws, and is reduced to its wrong instruction", async () => {
  const targets = [reference, wrongXori()];
  const [smaller] = await reduceFinding(plainestOf(await findings(targets[1])), targets, { othersMax: 0 });
  const { origin } = await causeOf(smaller.checked, targets, smaller.divergence);
  expect(origin.place).toBe("xori");
  // 0 ^ 1 is not 0: of the program nothing else is needed, not even its exit.
  expect(instructionsInPlace(smaller.checked)).toEqual(["xori"]);
  expect(smaller.checked.cuts).toEqual([]);
});

test("no law is broken where nothing is wrong", async () => {
  expect(await findings({ ...wrongXori(), run: (world, leg) => reference.run(world, leg) })).toEqual([]);
});

test("what shows only behind a cut is found with the cuts that the program was relayed with", async () => {
  // Only a resumed leg has another s2.
  const resumed: Target = {
    name: "wrong",
    capabilities: reference.capabilities,
    run: (world: World, leg: Leg): Finish => {
      const start = leg.start === "boot" ? leg.start : { ...leg.start, registers: leg.start.registers.with(18, 7n) };
      return reference.run(world, { ...leg, start });
    },
  };
  // Other laws cut wherever they like.
  const found = await findings(
    resumed,
    LAWS.filter(({ name }) => name === "relay"),
  );
  expect(found.map(({ law }) => law)).toEqual(["relay"]);
  expect(found[0].checked.cuts.length).toBeGreaterThan(0);
});

test("of findings of one kind, a generated case is plainer than a program that was written by hand", () => {
  const finding = (name: string, checked: Finding["checked"]): Finding =>
    ({ law: "relay", sentence: "", name, checked }) as unknown as Finding;
  const all = [finding("by hand", FILE.checked), finding("generated", generateCase(1n, 0))];
  expect(plainestOf(all).name).toBe("generated");
  expect(plainestOf(all.slice(0, 1)).name).toBe("by hand");
});

test("a finding that depends on what ran before is shrunk with that", async () => {
  // Keeps t6 of the leg before, if that was of the same program.
  let last: { program: Uint8Array; t6: bigint } | undefined;
  const keeping: Target = {
    name: "keeping",
    capabilities: reference.capabilities,
    run: (world: World, leg: Leg): Finish => {
      const before = last?.program === world.program ? last : undefined;
      const finish = reference.run(world, leg);
      last = { program: world.program, t6: 1n };
      if (leg.start !== "boot" || !before || !finish.state.registers) return finish;
      const state = { ...finish.state, registers: finish.state.registers.with(31, before.t6) };
      return { ...finish, state };
    },
  };
  const targets = [reference, keeping];
  const checked = generateCase(1n, 1);
  const law = LAWS.find(({ name }) => name === "differential")!;
  await law.check(checked, targets);
  const verdict = await law.check(checked, targets);
  if (verdict.kind !== "broken") throw new Error(`differential is ${verdict.kind}`);
  const finding = { law: law.name, sentence: law.sentence, name: "kept", checked, divergence: verdict.divergence };
  last = undefined; // as in another process
  const [smaller] = await reduceFinding(finding, targets, { othersMax: 0 });
  if (!isGenerated(smaller.checked)) throw new Error("it was generated");
  // t6 is 0 at the boot, so that no instruction is needed.
  expect(smaller.checked.program.items).toEqual([]);
});

test("a gate tells directed programs that fail as findings with their fault", async () => {
  const result = await runGate({
    targets: [reference, wrongXori()],
    laws: LAWS.filter(({ name }) => name === "relay" || name === "differential"),
    seed: 1n,
    cases: 0,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(1n, k) }),
    regressions: [],
    conformance: [FILE],
  });
  expect(result.verdict).toBe("broken");
  expect(result.faults.map(({ origin }) => origin.place)).toEqual(["xori"]);
});
