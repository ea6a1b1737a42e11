import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD } from "../../src/case/index.ts";
import type { GeneratedCase } from "../../src/generate/index.ts";
import { COMBINED_FAULTS } from "./combined-faults.ts";
import { hasForm, type SeededFault } from "./fault.ts";
import { INSTRUCTION_FAULTS } from "./instruction-faults.ts";
import { findFault, reduced, SEEDS, shows } from "./shrunk.ts";
import { SNAPSHOT_FAULTS } from "./snapshot-faults.ts";

/** Registers that the smallest form of every fault in an instruction makes do with: x0, sp, a0. */
const SIMPLE = [0, 2, 10];

/** True if no instruction names another register, or orders memory. */
function isSimple({ program }: GeneratedCase): boolean {
  return program.items.every(({ ops }) =>
    ops.every(({ rd, rs1, rs2, more }) => more === 0 && [rd, rs1, rs2].every((register) => SIMPLE.includes(register))),
  );
}

describe.each(SEEDS)("seed %i", (seed) => {
  describe.each([
    ["instructions", INSTRUCTION_FAULTS],
    ["snapshots", SNAPSHOT_FAULTS],
    ["combined", COMBINED_FAULTS],
  ] as const)(
    "faults seeded in %s are found and shrunk to a form known to be smallest",
    (kind, faults: readonly SeededFault[]) => {
      test.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_name, fault) => {
        const found = await findFault(fault, seed);
        const { smallest, names } = await reduced(fault, found);
        const { checked } = smallest;
        expect(await shows(fault)(checked)).toBe(true);
        expect(checked.provenance).toBe(found.checked.provenance);
        expect({ names, form: fault.forms.find((form) => hasForm(form, names)) ?? fault.forms }).toEqual({
          names,
          form: expect.any(String),
        });
        expect(checked.cuts).toHaveLength(fault.cuts);
        const { args, sources, memorySize, cost } = checked.world;
        if (kind !== "instructions") return;
        const { program, intent } = checked;
        expect(program).toMatchObject({ functions: "behind", pointers: [], exitCode: undefined });
        // Where code is matters to what reads it, and to faults; the register that a fault goes by may be any.
        if (intent === "fault") return;
        expect(isSimple(checked)).toBe(true);
        if (program.items.every(({ kind }) => kind === "code")) expect(program.base).toBe(0x10000);
        expect({ args, sources, memorySize, cost }).toEqual({
          args: [],
          sources: [],
          memorySize: DEFAULT_WORLD.memorySize,
          cost: DEFAULT_WORLD.cost,
        });
      });
    },
  );
});
