import { explain, type Explanation, type ExplainOptions, type Finding } from "../campaign/index.ts";
import { boundsFor, LAWS, type Law } from "../laws/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { TargetError, type Target } from "../targets/index.ts";

/** Varying the parts of one case ends after this long, and of all of a run after the second, in milliseconds. */
const ONE_MS = 3000;
const ALL_MS = 12_000;

/** Adds to the findings of a run which parts of their cases matter, for as long as there is time. */
export function explainer(targets: readonly Target[]): (finding: ReportedFinding) => Promise<ReportedFinding> {
  let left = ALL_MS;
  return async (finding) => {
    const law = LAWS.find(({ name }) => name === finding.law);
    const { investigation } = finding;
    if (!law || !investigation || left <= 0) return finding;
    const started = performance.now();
    const bounds = boundsFor(Math.min(ONE_MS, left));
    const explained = await explainOrNothing(finding, law, targets, { bounds, location: investigation.location });
    left -= performance.now() - started;
    return { ...finding, investigation: { ...investigation, explained } };
  };
}

/** What matters in a case; nothing where a target fails at it meanwhile. */
export async function explainOrNothing(
  finding: Finding,
  law: Law,
  targets: readonly Target[],
  options: ExplainOptions,
): Promise<readonly Explanation[]> {
  try {
    return await explain(finding, law, targets, options);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return [];
  }
}
