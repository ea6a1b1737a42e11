import { cycleBounds } from "../bounds.ts";
import { layOut } from "../layout.ts";
import { changes, type Pass } from "./pass.ts";

/** What a program that is meant to end gets beyond all it can need. */
const SPARE_CYCLES = 1000n;

/** Lowers the budget: to what is enough; or, where it is to be spent, to 0, by half the way, by a quarter, and so on. */
export const lowerBudget: Pass = function* (original, from) {
  const { budget, intent, program, world } = original;
  yield* changes(1, from, function* () {
    if (intent !== "budget") {
      const enough = BigInt(cycleBounds(layOut(program), world).most) + SPARE_CYCLES;
      if (enough < budget) yield { ...original, budget: enough };
      return;
    }
    for (let less = budget; less > 0n; less /= 2n) yield { ...original, budget: budget - less };
  });
};
