import { describe, expect, test } from "vitest";
import { endsLaw } from "../../src/laws/ends-law.ts";
import { breaks, directedCase } from "./faulty.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { ENDS_FAULTS } from "./seeded/ends.ts";

describe("ends", () => {
  breaks(endsLaw, ENDS_FAULTS);
});

test("a limit that is just enough is tried at the boot, too, where the run ends by an exit", async () => {
  const fault = ENDS_FAULTS["takes a limit that is just enough at the boot for one that is not"];
  const verdict = await endsLaw.check(directedCase(), [withFault(fault)]);
  expect(verdict).toMatchObject({
    kind: "broken",
    divergence: { actualFrom: expect.stringContaining("relay with 0 cuts") },
  });
});
