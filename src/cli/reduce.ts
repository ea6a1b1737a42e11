import type { Finding } from "../campaign/index.ts";
import type { Case } from "../case/index.ts";
import { isGenerated, shrinkCase } from "../generate/index.ts";
import { LAWS, type Verdict } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";

/** Shrinking one finding ends after this long, or after this many tries. */
const TIME_MS = 5000;
const TRIES_MAX = 5000;

/** A finding with the smallest case that was found to break the same law. Cases that were not generated stay. */
export async function reduceFinding(finding: Finding, targets: readonly Target[]): Promise<Finding> {
  const law = LAWS.find(({ name }) => name === finding.law);
  if (!law || !isGenerated(finding.checked)) return finding;
  const verdictOf = (checked: Case): Promise<Verdict> => law.check(checked, targets);
  const stillBroken = async (checked: Case): Promise<boolean> => (await verdictOf(checked)).kind === "broken";
  const { smallest } = await shrinkCase(finding.checked, stillBroken, { timeMs: TIME_MS, maxTries: TRIES_MAX });
  const verdict = await verdictOf(smallest);
  return verdict.kind === "broken" ? { ...finding, checked: smallest, divergence: verdict.divergence } : finding;
}
