import { describe, expect, test } from "vitest";
import { COMBINED_FAULTS } from "./combined-faults.ts";
import { hasForm, type SeededFault } from "./fault.ts";
import { INSTRUCTION_FAULTS } from "./instruction-faults.ts";
import { findAndShrink, shows } from "./shrunk.ts";
import { SNAPSHOT_FAULTS } from "./snapshot-faults.ts";

describe.each([
  ["instructions", INSTRUCTION_FAULTS],
  ["snapshots", SNAPSHOT_FAULTS],
  ["combined", COMBINED_FAULTS],
] as const)(
  "faults seeded in %s are found and shrunk to a form known to be smallest",
  (_, faults: readonly SeededFault[]) => {
    test.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_name, fault) => {
      const { smallest, complete, names, found } = await findAndShrink(fault);
      expect(complete).toBe(true);
      expect(await shows(fault)(smallest)).toBe(true);
      expect(smallest.provenance).toBe(found.provenance);
      expect({ names, form: fault.forms.find((form) => hasForm(form, names)) ?? fault.forms }).toEqual({
        names,
        form: expect.any(String),
      });
      expect(smallest.cuts).toHaveLength(fault.cuts);
    });
  },
);
