import { Faults, plainestOf, reduceFinding, type Fault } from "../campaign/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { CANARIES, type Target } from "../targets/index.ts";
import { CANARY_FINDINGS, FINDINGS } from "./corpus.ts";
import { describeFinding } from "./describe.ts";

import { saveFinding } from "./save-finding.ts";
import type { TargetOptions } from "./target-option.ts";

/**
 * One finding for each fault, its case shrunk and kept as a file; a fault that a file shows already, from an earlier run or
 * of those in the corpus if it shows nowhere else, is told with that file.
 * What else is met while a case is shrunk is kept as well, if it is none of the faults that are told already.
 */
export async function keepFindings(
  faults: readonly Fault[],
  targets: readonly Target[],
  options: TargetOptions,
): Promise<ReportedFinding[]> {
  const folder = options.target?.some((name) => CANARIES.has(name)) ? CANARY_FINDINGS : FINDINGS;
  const told = new Faults(targets, faults);
  const kept: ReportedFinding[] = [];
  for (const { findings } of faults) {
    // Cases of the corpus are seldom small: those are told only where no random case shows the fault.
    const random = findings.filter(({ file }) => file === undefined);
    const before =
      findings.find(({ file }) => file?.startsWith(FINDINGS)) ?? (random.length > 0 ? undefined : findings[0]);
    if (before?.file !== undefined) {
      kept.push(await describeFinding(before, before.file, targets, options, findings));
      continue;
    }
    const [smaller, ...others] = await reduceFinding(plainestOf(random), targets);
    kept.push(await describeFinding(smaller, saveFinding(smaller, folder), targets, options, findings));
    for (const other of others) {
      if ((await told.add([other])) === 0) continue;
      kept.push(await describeFinding(other, saveFinding(other, folder), targets, options));
    }
  }
  return kept;
}
