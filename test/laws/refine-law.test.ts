import { describe } from "vitest";
import { refineLaw } from "../../src/laws/refine-law.ts";
import { breaks } from "./faulty.ts";
import { REFINE_FAULTS } from "./seeded/refine.ts";

describe("refine", () => {
  breaks(refineLaw, REFINE_FAULTS);
});
