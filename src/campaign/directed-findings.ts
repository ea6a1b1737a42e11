import type { CaseFile } from "../case/index.ts";
import type { Law } from "../laws/index.ts";
import { runSolo } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import { checkCase, type Finding, type Outcome } from "./check-case.ts";
import { directedCuts } from "./directed-cuts.ts";
import { Tally } from "./tally.ts";

/**
 * The laws that a directed program breaks which failed, so that it can be shrunk and located as a generated case can. What the
 * file expects was written by hand; laws compare with the yardstick. Its own cuts are tried, then those that it was relayed with.
 * @param targets the yardstick first
 * @param seed of the cuts, as `checkDirected` was given it
 * @returns none where no law notices, or a target fails
 */
export async function directedFindings(
  { name, checked }: CaseFile,
  laws: readonly Law[],
  targets: readonly Target[],
  seed: number,
): Promise<readonly Finding[]> {
  const cycles = await cyclesOf(checked, targets[0]);
  const plans = checked.cuts.length > 0 ? [checked.cuts] : [[], directedCuts(cycles ?? checked.budget, seed)];
  for (const cuts of plans) {
    // A program that ends needs no more than twice what it spends: what is left of it may run for ever.
    const budget = cycles !== undefined && cycles * 2n < checked.budget ? cycles * 2n + 1n : checked.budget;
    for (const limited of new Set([budget, checked.budget])) {
      const outcome: Outcome = { findings: [], failures: [] };
      await checkCase({ name, checked: { ...checked, cuts, budget: limited } }, laws, targets, new Tally(), outcome);
      if (outcome.findings.length > 0) return outcome.findings;
    }
  }
  return [];
}

async function cyclesOf(checked: CaseFile["checked"], yardstick: Target): Promise<bigint | undefined> {
  try {
    return (await runSolo(checked, yardstick)).finish.state.cycles;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return undefined;
  }
}
