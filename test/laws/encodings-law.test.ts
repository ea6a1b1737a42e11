import { describe } from "vitest";
import { encodingsLaw } from "../../src/laws/encodings-law.ts";
import { breaks } from "./faulty.ts";
import { ENCODINGS_FAULTS } from "./seeded/encodings.ts";

describe("encodings", () => {
  breaks(encodingsLaw, ENCODINGS_FAULTS);
});
