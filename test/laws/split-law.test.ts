import { describe } from "vitest";
import { splitLaw } from "../../src/laws/split-law.ts";
import { breaks } from "./faulty.ts";
import { SPLIT_FAULTS } from "./seeded/split.ts";

describe("split", () => {
  breaks(splitLaw, SPLIT_FAULTS);
});
