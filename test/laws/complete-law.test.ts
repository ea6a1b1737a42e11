import { describe, expect, test } from "vitest";
import { ISA_MOP } from "../../src/isa/index.ts";
import { complete, completeLaw } from "../../src/laws/complete-law.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { breaks, directedCase, FaultyTarget, generatedCases } from "./faulty.ts";
import { COMPLETE_FAULTS } from "./seeded/complete.ts";

describe("complete", () => {
  breaks(complete({ editsMax: Infinity, pairsMax: 40 }), COMPLETE_FAULTS, [
    directedCase(),
    directedCase([500n]),
    ...generatedCases().slice(0, 8),
  ]);
});

describe("complete, a few changes at a time", () => {
  const { "drops the last page": drops, "does not restore x0": forgets } = COMPLETE_FAULTS;
  breaks(completeLaw, { "drops the last page": drops, "does not restore x0": forgets });
});

// machine.md 2: some engines refuse a world of version 0 with fusion before anything else, one runs it.
test.each([
  ["refuses", new ReferenceTarget()],
  ["runs", new FaultyTarget({ world: (world) => ({ ...world, isa: world.isa & ~ISA_MOP }) })],
])("holds on a target that %s a world of version 0 with fusion", async (_, target) => {
  const checked = directedCase([1500n]);
  const world = { ...checked.world, version: 0 as const, isa: checked.world.isa | ISA_MOP };
  expect((await complete({ editsMax: Infinity }).check({ ...checked, world }, [target])).kind).toBe("held");
});

test("every field, and every field of each entry, is among the changes", async () => {
  const verdict = await complete({ editsMax: Infinity }).check(directedCase([1500n]), [new ReferenceTarget()]);
  expect(verdict.kind).toBe("held");
  const fields = verdict.kind === "held" ? [...(verdict.evidence.exercised ?? [])].map(([name]) => name) : [];
  expect(fields).toEqual(
    expect.arrayContaining([
      "version",
      "registers",
      "registers[0]",
      "pc",
      "cycles",
      "max_cycles",
      "load_reservation_address",
      ...["address", "flag", "id", "offset", "length"].map((field) => `pages_from_source.${field}`),
      ...["address", "flag", "content"].map((field) => `dirty_pages.${field}`),
    ]),
  );
});
