import type { Law } from "../laws/index.ts";
import {
  CANARIES,
  MemoryCanaryTarget,
  OBSERVABLES,
  PartCanaryTarget,
  ReferenceTarget,
  type Observable,
  type Target,
} from "../targets/index.ts";
import { checkCase, type NamedCase, type Outcome } from "./check-case.ts";
import { Tally } from "./tally.ts";

/** Whether each law caught the broken target, and after how many cases. */
export interface CanaryResult {
  readonly law: string;
  /** True if it noticed its canaries, and damage in each part of the state if it compares the state. */
  readonly caught: boolean;
  /** Cases it took in all. */
  readonly cases: number;
  /** Names of the canaries that it did not notice. */
  readonly missed?: readonly string[];
  /** Parts of the state in which damage went unnoticed. */
  readonly blind?: readonly Observable[];
}

/** Cases within which each law must catch its canary. */
const CASES_MAX = 200;

/**
 * Runs each law that canaries break against each of them until it is caught: a harness that cannot fail says nothing. A law
 * that names nothing that breaks it is tried as well, and most likely fails here.
 */
export async function checkCanary(laws: readonly Law[], makeCase: (k: number) => NamedCase): Promise<CanaryResult[]> {
  const made: NamedCase[] = [];
  const caseAt = (k: number): NamedCase => (made[k] ??= makeCase(k)); // the same for every law
  const results: CanaryResult[] = [];
  for (const law of laws) {
    const names = law.brokenBy.length === 0 ? ["canary"] : law.brokenBy.filter((each) => CANARIES.has(each));
    if (names.length === 0) continue;
    const missed: string[] = [];
    let cases = 0;
    const isCaught = async (open: () => Target): Promise<boolean> => {
      const tried = await casesUntilCaught(law, open, caseAt);
      cases += tried.cases;
      return tried.caught;
    };
    for (const name of names) if (!(await isCaught(CANARIES.get(name)!))) missed.push(name);
    const blind: Observable[] = [];
    for (const part of law.comparesState && missed.length === 0 ? OBSERVABLES : []) {
      const damaged = [new PartCanaryTarget(part, law.cuts)];
      // Memories of machines are compared in another way than those that targets show otherwise.
      const targets: Target[] = part === "memory" ? [...damaged, new MemoryCanaryTarget(law.cuts)] : damaged;
      for (const target of targets) if (!(await isCaught(() => target))) blind.push(part);
    }
    results.push({
      law: law.name,
      caught: missed.length === 0 && blind.length === 0,
      cases,
      ...(missed.length > 0 && { missed }),
      ...(blind.length > 0 && { blind: [...new Set(blind)] }),
    });
  }
  return results;
}

/** Checks cases with a target that is broken until the law notices. */
async function casesUntilCaught(
  law: Law,
  open: () => Target,
  caseAt: (k: number) => NamedCase,
): Promise<{ caught: boolean; cases: number }> {
  const targets: Target[] = (law.targetsMin ?? 1) > 1 ? [new ReferenceTarget(), open()] : [open()];
  const outcome: Outcome = { findings: [], failures: [] };
  let cases = 0;
  while (outcome.findings.length === 0 && cases < CASES_MAX) {
    await checkCase(caseAt(cases), [law], targets, new Tally(), outcome);
    cases++;
  }
  return { caught: outcome.findings.length > 0, cases };
}
