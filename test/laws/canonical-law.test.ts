import { describe } from "vitest";
import { canonicalLaw } from "../../src/laws/canonical-law.ts";
import { breaks } from "./faulty.ts";
import { CANONICAL_FAULTS } from "./seeded/canonical.ts";

describe("canonical", () => {
  breaks(canonicalLaw, CANONICAL_FAULTS);
});
