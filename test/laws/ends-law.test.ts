import { describe } from "vitest";
import { endsLaw } from "../../src/laws/ends-law.ts";
import { breaks } from "./faulty.ts";
import { ENDS_FAULTS } from "./seeded/ends.ts";

describe("ends", () => {
  breaks(endsLaw, ENDS_FAULTS);
});
