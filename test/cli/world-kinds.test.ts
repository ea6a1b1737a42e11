import { expect, test } from "vitest";
import { worldKindsFor } from "../../src/cli/world-kinds.ts";
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
])("worlds are made that it runs: %s", (_, parts) => {
  const target = withCapabilities(parts);
  const kinds = worldKindsFor(target.capabilities);
  for (let k = 0; k < 200; k++) {
    expect(unsupportedReason(target, generateCase(1n, k, { kinds }).world)).toBeUndefined();
  }
});

test("kinds that a target names are taken as they are", () => {
  const worldKinds = [{ versions: [2] as const }];
  expect(worldKindsFor({ ...reference.capabilities, worldKinds })).toBe(worldKinds);
});
