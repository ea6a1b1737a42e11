import { describe, expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { FUSION_RULES, ISA_MOP } from "../../src/isa/index.ts";
import { fusionLawOf } from "../../src/laws/fusion-law.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf, withRegisters, withState } from "./altered.ts";
import { changed, countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { FUSION_FAULTS, onRule } from "./seeded/fusion.ts";

const law = lawNamed(LAWS, "fusion");

test("holds on the reference from version 1 on, and most cases fuse something", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()], { versions: [1, 2] });
  expect(counts).toMatchObject({ held: 40, broken: 0, unsupported: 0 });
  expect(counts.exercised.get("fused sequence executed")).toBeGreaterThan(30);
});

const EXIT = "li a0, 0; li a7, 93; ecall\n";
// mop.md 5.1 and 2: an ADC and a WIDE_MUL, each of them fused in versions 1 and 2.
const ADC = `_start: li t0, -1; li t1, 2; li t2, 3
  add t0, t0, t1; sltu t1, t0, t1; add t0, t0, t2; sltu t2, t0, t2; or t1, t1, t2; ${EXIT}`;
const WIDE_MUL = `_start: li t0, -1; li t1, 2; mulh t2, t0, t1; mul t3, t0, t1; ${EXIT}`;

function of(text: string, version: 0 | 1 | 2): Case {
  const checked = caseOf(text, 5000n);
  return { ...checked, world: { ...checked.world, version } };
}

/** The law without its own program, which has a sequence of every rule. */
const ofCase = fusionLawOf({ rules: false });

test.each([
  ["loses the carry of a fused ADC", ADC],
  ["charges 6 for a fused product", WIDE_MUL],
  ["leaves pc behind the first instruction of a sequence", WIDE_MUL],
] as const)("is broken by a target that %s, in the program of the case", async (name, text) => {
  const target = FUSION_FAULTS[name]();
  for (const version of [1, 2] as const) expect((await ofCase.check(of(text, version), [target])).kind).toBe("broken");
});

test.each(Object.entries(FUSION_FAULTS))("is broken by a target that %s, in most cases", async (_, fault) => {
  expect((await countVerdicts(law, [fault()], { versions: [1, 2] })).broken).toBeGreaterThan(30);
});

const NOTHING_FUSED = `_start: addi t0, x0, 3; ${EXIT}`;

// Those of mop.md 1, which fuse in the versions that stand there.
test.each(FUSION_RULES.map(({ name, versions }) => [name, versions] as const))(
  "a wrong %s is told though the case has none, with a short program of its own that shows it again",
  async (name, versions) => {
    const target = onRule(name, (f) => withState(f, withRegisters(f, 20)));
    for (const version of [1, 2] as const) {
      const verdict = await law.check(of(NOTHING_FUSED, version), [target]);
      if (!versions.includes(version)) continue;
      expect(verdict.kind).toBe("broken");
      if (verdict.kind !== "broken") continue;
      const { pair } = verdict.divergence;
      expect((await ofCase.check(pair!, [target])).kind).toBe("broken");
      expect(verdict.divergence.actual.retired!.reduce((sum, times) => sum + times, 0)).toBeLessThan(100);
    }
  },
);

test("what the case itself shows is shrunk without that program", async () => {
  const target = onRule("ADC", (f) => withState(f, withRegisters(f, 20)));
  const verdict = await law.check(of(ADC, 2), [target]);
  if (verdict.kind !== "broken") throw new Error("held");
  expect(verdict.divergence.pair).toBeUndefined();
  expect((await law.narrowed!(verdict.divergence).check(of(NOTHING_FUSED, 2), [target])).kind).toBe("held");
});

describe("the quirks of CKB-VM, and nothing beside them", () => {
  // mop.md 5.2: the measured example; li and the exit are of no account.
  const SBB = `_start: li a0, 5; li a1, 3; li a2, 1; li s4, 100
    sub a1, a0, a1; sltu a3, a0, s4; sub a0, a1, a2; sltu a2, a1, a0; or a1, a2, a3; li a7, 93; ecall\n`;
  // mop.md 4: in version 1 any register may carry the upper immediate, and it is not written.
  const OTHER = `_start: auipc t0, 0; jalr ra, 8(t0); mv t1, t0; ${EXIT}`;
  const WITH_X0 = `_start: lui x0, 5; jalr ra, 8(x0)\n`;
  // mop.md 4.1: in every version the sum of a far jump from lui wraps in 32 bits.
  const WRAPS = `_start: lui ra, 0x80000; jalr ra, -2048(ra)\n`;

  test.each([
    ["third register of SBB", SBB, [1, 2]],
    ["far jump with another register than ra", OTHER, [1]],
    ["far jump with x0", WITH_X0, [1]],
    ["far jump whose sum overflows", WRAPS, [1, 2]],
  ] as const)("%s is found and named", async (name, text, versions) => {
    for (const version of versions) {
      const verdict = await law.check(of(text, version), [new ReferenceTarget()]);
      expect(verdict.kind).toBe("held");
      if (verdict.kind === "held") expect([...verdict.evidence.exercised!.keys()]).toContain(`quirk: ${name}`);
    }
  });

  test.each([
    ["another register than the quirk changes", SBB, onRule("SBB", (f) => withState(f, withRegisters(f, 20)))],
    ["a result that is neither", SBB, onRule("SBB", (f) => withState(f, withRegisters(f, 13)))],
    ["a link behind the first instruction", OTHER, onRule("FAR_JUMP_REL", (f) => withState(f, withRegisters(f, 1)))],
    ["cycles", SBB, onRule("SBB", (f) => withState(f, { cycles: f.state.cycles! + 1n }))],
    ["the reservation", WRAPS, onRule("FAR_JUMP_ABS", (f) => withState(f, { reservation: 1n }))],
  ])("%s is none", async (_, text, target) => {
    expect((await ofCase.check(of(text, 1), [target])).kind).toBe("broken");
  });

  test("a target without the quirk has nothing to be excepted", async () => {
    const mended = changed((finish, world, leg) =>
      world.isa & ISA_MOP ? new ReferenceTarget().run({ ...world, isa: world.isa & ~ISA_MOP }, leg) : finish,
    );
    const verdict = await law.check(of(SBB, 2), [mended]);
    expect(verdict.kind).toBe("held");
    if (verdict.kind === "held") expect([...verdict.evidence.exercised!.keys()]).toEqual([]);
  });
});

test("says nothing of version 0, nor where nothing is executed", async () => {
  expect(await law.check(of(ADC, 0), [new ReferenceTarget()])).toMatchObject({
    reason: "version 0 has no macro-op fusion",
  });
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, unsupported: 40 });
});
