import { describe } from "vitest";
import { faithfulLaw } from "../../src/laws/faithful-law.ts";
import { breaks } from "./faulty.ts";
import { FAITHFUL_FAULTS } from "./seeded/faithful.ts";

describe("faithful", () => {
  breaks(faithfulLaw, FAITHFUL_FAULTS);
});
