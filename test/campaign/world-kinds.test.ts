import { describe, expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS, type WorldKind } from "../../src/case/index.ts";
import { worldKindsAt, worldKindsFor } from "../../src/campaign/world-kinds.ts";
import { generateCase } from "../../src/generate/index.ts";
import { ReferenceTarget, unsupportedReason, type Target } from "../../src/targets/index.ts";

const reference = new ReferenceTarget();

function withCapabilities(parts: Partial<Target["capabilities"]>): Target {
  return {
    ...reference,
    name: "small",
    capabilities: { ...reference.capabilities, ...parts },
    run: () => Promise.reject(),
  };
}

test("any world will do for a target that runs all there are", () => {
  expect(worldKindsFor(reference.capabilities)).toBeUndefined();
});

test.each<[what: string, parts: Partial<Target["capabilities"]>]>([
  ["only the base, one cost model, no system calls", { isa: 0, costs: ["constant"], systemCalls: [] }],
  ["one version", { versions: [1] }],
  ["no atomics", { isa: 3 }],
  ["little memory", { memorySizeMax: 1024 * 1024 }],
  ["4 MiB of memory at most", { memorySizeMax: 4 * 1024 * 1024 }],
  ["4 MiB of memory at most, and no atomics", { memorySizeMax: 4 * 1024 * 1024, isa: 3 }],
])("worlds are made that it runs: %s", (_, parts) => {
  const target = withCapabilities(parts);
  const kinds = worldKindsFor(target.capabilities);
  for (let k = 0; k < 400; k++) {
    expect(unsupportedReason(target, generateCase(1n, k, { kinds, size: 10 }).world)).toBeUndefined();
  }
});

test("kinds that a target names are taken as they are", () => {
  const worldKinds = [{ versions: [2] as const }];
  expect(worldKindsFor({ ...reference.capabilities, worldKinds })).toBe(worldKinds);
});

/** The host calls that any of these kinds offers. */
function hostCallsOf(kinds: readonly WorldKind[] | undefined): number[] {
  const offered = new Set(kinds?.flatMap(({ systemCalls = [] }) => systemCalls));
  return Object.values(HOST_CALLS).filter((call) => offered.has(call));
}

describe("worlds with host calls", () => {
  const CASES = 1000;
  const few = withCapabilities({ systemCalls: [...Object.values(SYSTEM_CALLS), HOST_CALLS.setFlags] });
  const none = withCapabilities({ systemCalls: Object.values(SYSTEM_CALLS) });
  const hosted = (targets: readonly Target[]) =>
    Array.from({ length: CASES }, (_, k) => hostCallsOf(worldKindsAt(targets, k))).filter(({ length }) => length > 0);

  test.each<[what: string, targets: readonly Target[]]>([
    ["the reference alone", [reference]],
    ["two that offer them", [reference, few]],
    ["two that offer them and one that does not", [reference, none, few]],
  ])("are 2 to 4 %% of a gate over %s", (_, targets) => {
    expect(hosted(targets).length).toBeGreaterThanOrEqual(0.02 * CASES);
    expect(hosted(targets).length).toBeLessThanOrEqual(0.04 * CASES);
  });

  test("are not made where fewer than two offer them", () => {
    expect(hosted([none])).toEqual([]);
    expect(hosted([reference, none])).toEqual([]);
  });

  test("offer what the target whose turn it is does, beside the calls of CKB", () => {
    const kinds = Array.from({ length: CASES }, (_, k) => worldKindsAt([reference, few], k) ?? []).flat();
    const sets = new Set(kinds.map((kind) => String(hostCallsOf([kind]))));
    expect(sets).toContain(String([HOST_CALLS.setFlags]));
    expect(sets).toContain(String(Object.values(HOST_CALLS)));
    for (const { systemCalls = [] } of kinds) {
      if (hostCallsOf([{ systemCalls }]).length > 0)
        expect(systemCalls).toEqual(expect.arrayContaining(Object.values(SYSTEM_CALLS)));
    }
  });
});

describe("worlds without W^X", () => {
  const never = withCapabilities({ writableCode: false });
  const small = withCapabilities({ isa: 0, costs: ["constant"], systemCalls: [] });
  const CASES = 1000;

  /** The cases of the first thousand whose worlds are all without W^X. */
  function without(targets: readonly Target[]): number[] {
    const cases = Array.from({ length: CASES }, (_, k) => k);
    return cases.filter((k) => worldKindsAt(targets, k)?.every(({ writeXorExecute }) => writeXorExecute === false));
  }

  test.each<[what: string, targets: readonly Target[]]>([
    ["the reference alone", [reference]],
    ["two that run them", [reference, reference]],
    ["two that run them and one that does not", [reference, never, reference]],
  ])("are 3 to 5 %% of a gate over %s", (_, targets) => {
    expect(without(targets).length).toBeGreaterThanOrEqual(0.03 * CASES);
    expect(without(targets).length).toBeLessThanOrEqual(0.05 * CASES);
    expect(without(targets)).toEqual(without(targets));
  });

  test.each<[what: string, targets: readonly Target[]]>([
    ["a target that does not run them", [never]],
    ["the reference and a target that does not", [reference, never]],
  ])("are not made for %s", (_, targets) => {
    expect(without(targets)).toEqual([]);
    for (let k = 0; k < CASES; k++) {
      if (hostCallsOf(worldKindsAt(targets, k)).length > 0) continue;
      expect(worldKindsAt(targets, k)).toEqual(worldKindsFor(targets[k % targets.length].capabilities));
    }
  });

  test("suit those that run them in turn, and nobody else", () => {
    const targets = [reference, never, small];
    const made = without(targets).map((k) => generateCase(1n, k, { kinds: worldKindsAt(targets, k) }).world);
    expect(made.every((world) => unsupportedReason(reference, world) === undefined)).toBe(true);
    expect(made.every((world) => unsupportedReason(never, world)?.endsWith("never lets code be written"))).toBe(true);
    const forSmall = made.filter((world) => unsupportedReason(small, world) === undefined);
    expect(forSmall.length).toBeGreaterThanOrEqual(made.length / 2);
  });
});
