import { describe, expect, test } from "vitest";
import { HOST_CALLS } from "../../src/case/index.ts";
import { minimalLaw } from "../../src/laws/minimal-law.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { breaks, directedCase, generatedCases } from "./faulty.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { MINIMAL_FAULTS } from "./seeded/minimal.ts";

describe("minimal", () => {
  breaks(minimalLaw, MINIMAL_FAULTS);
});

test("a page of code is told though the leg made as many pages dirty as it may", async () => {
  // The leg stores once to a new page, which may lie across a border: one page more would be possible.
  const verdict = await minimalLaw.check(directedCase(), [
    withFault(MINIMAL_FAULTS["stores a page of code that it executed"]),
  ]);
  expect(verdict).toMatchObject({
    kind: "broken",
    divergence: {
      differences: [{ expected: "by reference, as code in the program file", actual: "stored by content" }],
    },
  });
});

const MORE = MINIMAL_FAULTS["makes 64 pages of zeroes dirty behind every resume"];

/** What a target tells of itself taken away. */
function without(target: Target, what: "events" | "retired"): Target {
  return {
    name: target.name,
    capabilities: target.capabilities,
    run: async (world, leg) => {
      const { retired, ...finish } = await target.run(world, leg);
      return what === "events" && retired ? { ...finish, retired } : finish;
    },
  };
}

test("64 pages too many are told in nearly every case that is cut, by the events of the run", async () => {
  const count = { cut: 0, broken: 0, byStores: 0, byCycles: 0 };
  for (const checked of generatedCases()) {
    const held = await minimalLaw.check(checked, [new ReferenceTarget()]);
    if (held.kind !== "held" || held.evidence.cuts === 0) continue;
    count.cut++;
    const broken = async (target: Target): Promise<number> =>
      (await minimalLaw.check(checked, [target])).kind === "broken" ? 1 : 0;
    count.broken += await broken(withFault(MORE));
    count.byStores += await broken(without(withFault(MORE), "events"));
    count.byCycles += await broken(without(withFault(MORE), "retired"));
  }
  expect(count.broken).toBeGreaterThan(count.cut * 0.9);
  expect(count.byStores).toBeGreaterThan(count.cut / 4);
  expect(count.byStores).toBeGreaterThan(count.byCycles);
});

test("the size of each snapshot is in the evidence", async () => {
  const verdict = await minimalLaw.check(directedCase([]), [new ReferenceTarget()]);
  if (verdict.kind !== "held") throw new Error("not held");
  const sizes = verdict.evidence.snapshotBytes!;
  expect(sizes).toHaveLength(2); // before the first instruction, and at the end
  expect(sizes[0]).toBeLessThan(4096); // all pages are named, and there are no arguments
  // The page at 0x300000, that of the size, and the first one of those that the piece fills.
  expect(Math.floor(sizes[1] / 4096)).toBe(3);
});

test.each([
  ["code of the world can be written", { writeXorExecute: false }],
  ["a host call of the world changes pages", { systemCalls: [HOST_CALLS.setFlags] }],
  ["the program has no segments inside memory", { program: Uint8Array.of(1, 2, 3) }],
])("says nothing where %s", async (reason, parts) => {
  const checked = directedCase();
  const verdict = await minimalLaw.check({ ...checked, world: { ...checked.world, ...parts } }, [
    new ReferenceTarget(),
  ]);
  expect(verdict).toEqual({ kind: "unsupported", reason });
});
