import { describe } from "vitest";
import { unaliasedLaw } from "../../src/laws/unaliased-law.ts";
import { breaks } from "./faulty.ts";
import { UNALIASED_FAULTS } from "./seeded/unaliased.ts";

describe("unaliased", () => {
  breaks(unaliasedLaw, UNALIASED_FAULTS);
});
