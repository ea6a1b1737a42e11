import { describe } from "vitest";
import { budgetsLaw } from "../../src/laws/budgets-law.ts";
import { breaks } from "./faulty.ts";
import { BUDGETS_FAULTS } from "./seeded/budgets.ts";

describe("budgets", () => {
  breaks(budgetsLaw, BUDGETS_FAULTS);
});
