import { describe, expect, test } from "vitest";
import { readCase, type Case } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, locate, runRelay, runSolo } from "../../src/laws/index.ts";
import {
  CANARIES,
  CanaryTarget,
  ReferenceTarget,
  type Finish,
  type Leg,
  type Observable,
  type Target,
} from "../../src/targets/index.ts";
import type { World } from "../../src/case/index.ts";
import { limited } from "./limited.ts";

const PROGRAM = `
_start: li s1, 0x300000
        sd s1, 0(s1)
        li s1, 0x200000
        li s2, 20
1:      addi s2, s2, -1
        sd s2, 8(s1)
        bnez s2, 1b
        li a0, 0
        li a7, 93
        ecall
`;

const OBSERVED = new ReferenceTarget().capabilities.observes;
const GENERATED = { versions: [2], intents: { exit: 1 } } as const;

function caseWith(cuts: bigint[]): Case {
  return { ...readCase("loop.S", PROGRAM).checked, cuts };
}

/** The reference with one thing changed in every finish or leg. */
function altered(change: Partial<{ leg: (leg: Leg) => Leg; finish: (finish: Finish) => Finish }>): Target {
  const reference = new ReferenceTarget();
  return {
    name: "altered",
    capabilities: reference.capabilities,
    run: (world: World, leg: Leg) =>
      (change.finish ?? ((f) => f))(reference.run(world, (change.leg ?? ((l) => l))(leg))),
  };
}

describe.each(LAWS.map((law) => [law.name, law] as const))("law %s", (_, law) => {
  /** The program above, or a generated one for a law that needs one. */
  const caseFor = (cuts: bigint[], k = 0): Case => (law.generatedOnly ? generateCase(1, k, GENERATED) : caseWith(cuts));
  /** What it looks at in a generated case depends on that. */
  const tries = law.generatedOnly ? 10 : 1;

  /** As many targets as the law needs, this one last. */
  const filledUp = (target: Target): Target[] => [
    ...Array.from({ length: (law.targetsMin ?? 1) - 1 }, () => new ReferenceTarget()),
    target,
  ];

  test("holds on the reference, with evidence", async () => {
    const verdict = await law.check(caseFor([5n, 40n]), filledUp(new ReferenceTarget()));
    expect(verdict.kind).toBe("held");
    if (verdict.kind === "held") expect(verdict.evidence.comparisons).toBeGreaterThan(0);
  });

  test("is broken by every canary that it names, and it names one", async () => {
    expect(law.brokenBy.filter((name) => CANARIES.has(name))).not.toEqual([]);
    for (const name of law.brokenBy) {
      const canary = CANARIES.get(name)?.();
      if (!canary) continue;
      let verdict = await law.check(caseFor([40n]), filledUp(canary));
      for (let k = 1; k < tries && verdict.kind === "held"; k++) {
        verdict = await law.check(caseFor([40n], k), filledUp(canary));
      }
      expect(verdict).toMatchObject({
        kind: "broken",
        divergence: { law: law.name, legs: expect.arrayContaining([name]) },
      });
    }
  });

  test("says nothing of a target that gives no snapshots, if it needs them", async () => {
    const reference = new ReferenceTarget();
    const target = { ...altered({}), capabilities: { ...reference.capabilities, snapshots: false } };
    const kind = law.needs?.snapshots ? "unsupported" : "held";
    expect(await law.check(caseFor([40n]), filledUp(target))).toMatchObject({ kind });
  });

  test("says nothing of a target that does not show or count what it needs", async () => {
    const { observes = [], counts } = law.needs ?? {};
    const blind = observes.map((part) => limited("blind", { observes: OBSERVED.filter((each) => each !== part) }));
    const uncounted = altered({ finish: uncountedOf });
    for (const target of counts ? [...blind, uncounted] : blind) {
      expect(await law.check(caseFor([40n]), filledUp(target))).toMatchObject({ kind: "unsupported" });
    }
    // What it does not need may be missing.
    const needless = observes.length === 0 && !counts && law.name !== "inside-call"; // that looks for the call in memory
    const poor = limited("poor", { observes: ["cycles", "registers"] });
    if (needless) expect(await law.check(caseFor([40n]), filledUp(poor))).toMatchObject({ kind: "held" });
  });

  test("says nothing of a world that no target, or only one, can run", async () => {
    const reference = new ReferenceTarget();
    const target = { ...altered({}), capabilities: { ...reference.capabilities, versions: [1] } };
    expect(await law.check(caseFor([40n]), filledUp(target))).toMatchObject({ kind: "unsupported" });
  });
});

describe("what breaks the relay law", () => {
  const relayLaw = LAWS[0];

  test.each([
    ["a lost cycle", { leg: (leg: Leg) => resumedWith(leg, { cycles: -1n }) }],
    ["a lost register bit", { leg: (leg: Leg) => resumedWith(leg, { register: 9 }) }],
    [
      "another limit in the last leg",
      { finish: (finish: Finish) => ({ ...finish, state: { ...finish.state, maxCycles: 1n } }) },
    ],
  ] as const)("%s", async (_, change) => {
    const verdict = await relayLaw.check(caseWith([40n]), [new ReferenceTarget(), altered(change)]);
    expect(verdict.kind).toBe("broken");
  });
});

test("the limit of the leg in which a relay ends must be that of the leg, though that of the solo run is another", async () => {
  const checked = { ...caseWith([40n, 100_000n]), budget: 200_000n };
  const limit = (change: bigint): Target =>
    altered({
      finish: (finish) =>
        finish.stop.kind === "exit"
          ? { ...finish, state: { ...finish.state, maxCycles: finish.state.maxCycles! + change } }
          : finish,
    });
  expect((await LAWS[0].check(checked, [limit(0n)])).kind).toBe("held");
  const verdict = await LAWS[0].check(checked, [new ReferenceTarget(), limit(1n)]);
  expect(verdict).toMatchObject({
    kind: "broken",
    divergence: { differences: [{ what: "max cycles of the last leg", expected: "100000", actual: "100001" }] },
  });
});

function uncountedOf(finish: Finish): Finish {
  const { retired: _, ...rest } = finish;
  return rest;
}

function resumedWith(leg: Leg, { cycles = 0n, register = -1 }: { cycles?: bigint; register?: number }): Leg {
  if (leg.start === "boot") return leg;
  const registers = leg.start.registers.map((value, r) => (r === register ? value ^ 1n : value));
  return { ...leg, start: { ...leg.start, cycles: leg.start.cycles + cycles, registers } };
}

test("a relay is cut where it says and its legs are fresh", async () => {
  const run = await runRelay(caseWith([0n, 1n, 30n, 10_000_000n]), [new ReferenceTarget()]);
  expect(run.legs.map(({ stop }) => stop.kind)).toEqual(["budget", "budget", "budget", "exit"]);
  expect(run.legs.map(({ state }) => state.cycles)).toEqual([0n, 1n, expect.any(BigInt), expect.any(BigInt)]);
  const solo = await runSolo(caseWith([]), new ReferenceTarget());
  expect(run.finish.state.cycles).toBe(solo.finish.state.cycles);
});

test("a target that does not observe the limit is not blamed for it", async () => {
  const { maxCycles: _, ...rest } = new ReferenceTarget().run(caseWith([]).world, BOOT).state;
  const blind = {
    ...altered({ finish: (finish) => ({ ...finish, state: without(finish.state) }) }),
    capabilities: { ...new ReferenceTarget().capabilities, observes: Object.keys(rest) as Observable[] },
  };
  expect((await LAWS[0].check(caseWith([40n, 10_000_000n]), [blind])).kind).toBe("held");
});

test("a part that a target says it observes and does not show makes nothing of the check", async () => {
  const silent = altered({ finish: (finish) => ({ ...finish, state: without(finish.state) }) });
  await expect(LAWS[0].check(caseWith([40n]), [silent])).rejects.toThrow("says that it observes maxCycles");
});

const BOOT = { start: "boot", maxCycles: 1000n, snapshot: false } as const;

function without(state: Finish["state"]): Finish["state"] {
  const { maxCycles: _, ...rest } = state;
  return rest;
}

test("output that one leg does not show is compared by nobody", async () => {
  const reference = new ReferenceTarget();
  const mute = altered({
    finish: (finish) => {
      const { output: _, ...state } = finish.state;
      return { ...finish, state };
    },
  });
  const observes = reference.capabilities.observes.filter((part) => part !== "output");
  const run = await runRelay(caseWith([40n, 80n]), [
    reference,
    { ...mute, capabilities: { ...reference.capabilities, observes } },
  ]);
  expect(run.legs).toHaveLength(3);
  expect(run.finish.state).not.toHaveProperty("output");
});

test("a state that is wrong right after a resume is said to be so", async () => {
  const location = await locate(caseWith([40n]), [new CanaryTarget()]);
  expect(location?.wrongAfterCut).toBe(40n);
});

test("the first differing instruction is found by bisection", async () => {
  // Resuming at cycle 40 forgets the dirty page, so nothing but the state right after the resume is to blame.
  const lossy = altered({
    leg: (leg) =>
      leg.start === "boot"
        ? leg
        : { ...leg, start: { ...leg.start, registers: leg.start.registers.map((v, r) => (r === 18 ? v + 1n : v)) } },
  });
  const location = await locate(caseWith([40n]), [new ReferenceTarget(), lossy]);
  expect(location?.cycles).toBeGreaterThanOrEqual(40n);
  expect(location?.cycles).toBeLessThan(45n);
  expect(location?.legs).toBeLessThan(60);
  expect(await locate(caseWith([40n]), [new ReferenceTarget()])).toBeUndefined();
});
