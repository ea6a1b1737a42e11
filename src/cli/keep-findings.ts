import { Faults, flakinessOf, plainestOf, reduceFinding, type Fault, type Finding } from "../campaign/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { CANARIES, type Target } from "../targets/index.ts";
import { CANARY_FINDINGS, FINDINGS } from "./corpus.ts";
import { describeFinding } from "./describe.ts";
import { explainer } from "./explained.ts";
import { saveFinding } from "./save-finding.ts";
import { withoutSameLoss } from "./same-loss.ts";
import type { TargetOptions } from "./target-option.ts";

/** Shrinking one finding ends after this long, and shrinking all of them after the second, in milliseconds. */
const SHRINK_MS = 5000;
const SHRINK_ALL_MS = 120_000;

/**
 * One finding for each fault, its case shrunk and kept as a file; a fault that a file shows already, from an earlier run or
 * of those in the corpus if it shows nowhere else, is told with that file.
 * What else is met while a case is shrunk is kept as well, if it is none of the faults that are told already. What does not
 * always come to the same is kept as it was found, and no cause is told.
 * @param bundle keeps one where nothing else may, and gives the name of its file there; then those that a file shows already are
 * kept as well. If left out, they are kept in the folder of findings
 */
export async function keepFindings(
  faults: readonly Fault[],
  targets: readonly Target[],
  options: TargetOptions,
  bundle?: (finding: Finding) => string,
): Promise<ReportedFinding[]> {
  const save = bundle ?? saver(options);
  const told = new Faults(targets, faults);
  const kept: ReportedFinding[] = [];
  const explained = explainer(targets);
  const end = performance.now() + SHRINK_ALL_MS;
  for (const fault of faults) {
    const { findings } = fault;
    // Cases of the corpus are seldom small: those are told only where no random case shows the fault.
    const random = findings.filter(({ file }) => file === undefined);
    const before =
      findings.find(({ file }) => file?.startsWith(FINDINGS)) ?? (random.length > 0 ? undefined : findings[0]);
    if (before?.file !== undefined) {
      const known = bundle ? bundle(before) : before.file;
      kept.push(await describeFinding(before, known, targets, options, fault, await flakinessOf(before, targets)));
      continue;
    }
    const plainest = plainestOf(random);
    const flaky = await flakinessOf(plainest, targets);
    const timeMs = Math.max(0, Math.min(SHRINK_MS, end - performance.now()));
    const [smaller, ...others] = flaky ? [plainest] : await reduceFinding(plainest, targets, { timeMs });
    const described = await describeFinding(smaller, save(smaller), targets, options, fault, flaky);
    kept.push(flaky ? described : await explained(described));
    for (const other of others) {
      if ((await told.add([other])) === 0) continue;
      kept.push(await explained(await describeFinding(other, save(other), targets, options)));
    }
  }
  return withoutSameLoss(kept);
}

function saver(options: TargetOptions): (finding: Finding) => string {
  const folder = options.target?.some((name) => CANARIES.has(name)) ? CANARY_FINDINGS : FINDINGS;
  return (finding) => saveFinding(finding, folder, options);
}
