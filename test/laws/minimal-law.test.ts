import { describe } from "vitest";
import { minimalLaw } from "../../src/laws/minimal-law.ts";
import { breaks } from "./faulty.ts";
import { MINIMAL_FAULTS } from "./seeded/minimal.ts";

describe("minimal", () => {
  breaks(minimalLaw, MINIMAL_FAULTS);
});
