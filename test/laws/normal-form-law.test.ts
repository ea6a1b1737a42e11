import { describe } from "vitest";
import { normalFormLaw } from "../../src/laws/normal-form-law.ts";
import { breaks } from "./faulty.ts";
import { NORMAL_FORM_FAULTS } from "./seeded/normal-form.ts";

describe("normal-form", () => {
  breaks(normalFormLaw, NORMAL_FORM_FAULTS);
});
