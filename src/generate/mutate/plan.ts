import type { Case } from "../../case/index.ts";
import { ascending, below } from "../cut-plans/cycles.ts";
import { pickLegTargets } from "../cuts.ts";
import type { Random } from "../random.ts";

/** The cut plan, the budget or the targets of a case, changed a little. */
export function mutatePlan<T extends Case>(random: Random, original: T): T {
  switch (random.below(6)) {
    case 0:
      return withCuts(original, [...original.cuts, below(random, original.budget + 2n)]);
    case 1:
      return withCuts(original, original.cuts.toSpliced(random.below(original.cuts.length + 1), 1));
    case 2:
    case 3:
      return withCuts(
        original,
        original.cuts.map((cut) => (random.chance(50) ? moved(random, cut) : cut)),
      );
    case 4:
      return { ...original, legTargets: pickLegTargets(random) };
    default:
      return { ...original, budget: moved(random, original.budget) };
  }
}

function withCuts<T extends Case>(original: T, cuts: readonly bigint[]): T {
  return { ...original, cuts: [...new Set(cuts)].sort(ascending) };
}

/** A few cycles earlier or later, not before 0. */
function moved(random: Random, cycles: bigint): bigint {
  const by = BigInt(random.pick([-32, -4, -3, -2, -1, 1, 2, 3, 4, 32]));
  return cycles + by < 0n ? 0n : cycles + by;
}
