import type { ReportedFinding } from "../report/reported-finding.ts";

/**
 * Findings with those of the same targets made one that have lost the same fields of a snapshot: what was lost is known only once
 * each was shrunk and looked into. The first one stays, with the laws and the number of cases of all; a flaky one stays alone.
 */
export function withoutSameLoss(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const kept: ReportedFinding[] = [];
  const at = new Map<string, number>();
  for (const finding of findings) {
    const key = lossOf(finding);
    const first = key === undefined ? undefined : at.get(key);
    if (first === undefined) {
      if (key !== undefined) at.set(key, kept.length);
      kept.push(finding);
      continue;
    }
    const { laws, cases } = kept[first];
    kept[first] = {
      ...kept[first],
      laws: [...new Set([...laws, ...finding.laws])],
      cases: cases + finding.cases,
    };
  }
  return kept;
}

/** The targets that may be wrong, and the fields that were lost; which page of a list it is, is not the fault's own. */
function lossOf({ investigation, flaky, divergence }: ReportedFinding): string | undefined {
  const { lost = [] } = investigation ?? {};
  if (flaky || lost.length === 0) return undefined;
  const fields = lost.map(({ field }) => field.replace(/^(\w*pages\w*)\[(?:\d+|\.\.)\]/, "$1"));
  const others = divergence.legs.filter((name) => name !== YARDSTICK);
  return [[...new Set(others)].toSorted().join(" "), ...new Set(fields)].join("|");
}

/** The target in front of all others, as `openChecked` puts it there. */
const YARDSTICK = "reference";
