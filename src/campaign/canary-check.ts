import type { Law } from "../laws/index.ts";
import { CANARIES, ReferenceTarget, type Target } from "../targets/index.ts";
import { checkCase, type NamedCase, type Outcome } from "./check-case.ts";
import { Tally } from "./tally.ts";

/** Whether each law caught the broken target, and after how many cases. */
export interface CanaryResult {
  readonly law: string;
  readonly caught: boolean;
  readonly cases: number;
}

/** Cases within which each law must catch its canary. */
const CASES_MAX = 200;

/**
 * Runs each law that a canary breaks against it until it is caught: a harness that cannot fail says nothing. A law
 * that names nothing that breaks it is tried as well, and most likely fails here.
 */
export async function checkCanary(laws: readonly Law[], caseAt: (k: number) => NamedCase): Promise<CanaryResult[]> {
  const results: CanaryResult[] = [];
  for (const law of laws) {
    const name = law.brokenBy.length === 0 ? "canary" : law.brokenBy.find((each) => CANARIES.has(each));
    const open = name === undefined ? undefined : CANARIES.get(name);
    if (!open) continue;
    const targets: Target[] = (law.targetsMin ?? 1) > 1 ? [new ReferenceTarget(), open()] : [open()];
    const outcome: Outcome = { findings: [], failures: [] };
    let cases = 0;
    while (outcome.findings.length === 0 && cases < CASES_MAX) {
      await checkCase(caseAt(cases), [law], targets, new Tally(), outcome);
      cases++;
    }
    results.push({ law: law.name, caught: outcome.findings.length > 0, cases });
  }
  return results;
}
