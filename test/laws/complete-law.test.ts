import { describe, expect, test } from "vitest";
import { complete, completeLaw } from "../../src/laws/complete-law.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { breaks, directedCase, generatedCases } from "./faulty.ts";
import { COMPLETE_FAULTS } from "./seeded/complete.ts";

describe("complete", () => {
  breaks(complete({ editsMax: Infinity }), COMPLETE_FAULTS, [
    directedCase(),
    directedCase([500n]),
    ...generatedCases().slice(0, 8),
  ]);
});

describe("complete, a few changes at a time", () => {
  const { "drops the last page": drops, "does not restore x0": forgets } = COMPLETE_FAULTS;
  breaks(completeLaw, { "drops the last page": drops, "does not restore x0": forgets });
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
