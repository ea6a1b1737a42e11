import { describe, expect, test } from "vitest";
import { missed, runGate, type GateResult } from "../../src/campaign/index.ts";
import { gateExitCode } from "../../src/cli/gate-exit.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { changed, endsAtOnce } from "../laws/law-counts.ts";

const SEED = 5n;

function gate(targets: readonly Target[], laws: readonly Law[]): Promise<GateResult> {
  return runGate({
    targets,
    laws,
    seed: SEED,
    cases: 60,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k, { size: 100 }) }),
    regressions: [],
    conformance: [],
    everyCase: true,
  });
}

/** Its legs end by their budget at once, wherever they are asked to go, and show what they began with. */
function neverExecutes(): Target {
  const reference = new ReferenceTarget();
  return {
    name: "never",
    capabilities: reference.capabilities,
    run(world, leg) {
      const maxCycles = leg.start === "boot" ? 0n : leg.start.cycles;
      const finish = reference.run(world, { ...leg, maxCycles });
      return { ...finish, state: { ...finish.state, maxCycles: leg.maxCycles } };
    },
  };
}

/** Shows the same state whatever it ran, and hands it over. */
function constantStates(): Target {
  return changed(({ snapshot, ...finish }, _, { maxCycles }) => {
    const state = { ...finish.state, registers: new BigUint64Array(32), pc: 0x1000n, cycles: 7n, maxCycles };
    const { registers, pc, cycles } = state;
    return {
      stop: { kind: "exit", code: 0 },
      started: true,
      state,
      ...(snapshot && { snapshot: { ...snapshot, registers, pc, cycles } }),
    };
  });
}

describe.each([
  ["whose every leg ends at once", endsAtOnce],
  ["whose legs never execute anything", neverExecutes],
  ["that shows the same state whatever it ran", constantStates],
] as const)("a target %s", (_, open) => {
  test("does not pass the gate alone, nor beside itself", async () => {
    expect(gateExitCode(await gate([open()], LAWS))).toBeOneOf([1, 3]);
    expect(gateExitCode(await gate([open(), open()], LAWS))).toBeOneOf([1, 3]);
  });

  test("is broken beside the reference", async () => {
    const result = await gate([new ReferenceTarget(), open()], LAWS);
    expect(gateExitCode(result)).toBe(1);
  });
});

const ALONE = LAWS.filter(({ targetsMin = 1 }) => targetsMin === 1);

describe.each(ALONE.map((law) => [law.name, law] as const))("a gate that asks law %s alone", (_, law) => {
  const idle = [
    ["ends at once", endsAtOnce],
    // What a law is about that executes nothing may well be right on such a target.
    ...(law.executesNothing ? [] : [["never executes anything", neverExecutes] as const]),
  ] as const;
  test.each(idle)("does not pass a target that %s", async (__, open) => {
    expect(gateExitCode(await gate([open()], [law]))).toBeOneOf([1, 3]);
  });
});

test("floors say what was not done", async () => {
  const result = await gate([endsAtOnce()], [LAWS[0]]);
  expect(gateExitCode(result)).toBe(3);
  expect(missed(result.floors).map(({ what }) => what)).toEqual([
    "really cut checks of law relay",
    "programs that end as they were made to",
    "legs that spent cycles",
    "instructions executed",
    "cuts with dirty pages in checks of law relay",
    "cuts with pages from sources in checks of law relay",
  ]);
});
