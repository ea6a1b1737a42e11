import {
  Faults,
  plainestOf,
  reduceFinding,
  repeatCheck,
  type Fault,
  type Finding,
  type Flaky,
} from "../campaign/index.ts";
import { boundsFor, LAWS } from "../laws/index.ts";
import type { ReportedFinding } from "../report/reported-finding.ts";
import { CANARIES, type Target } from "../targets/index.ts";
import { CANARY_FINDINGS, FINDINGS } from "./corpus.ts";
import { describeFinding } from "./describe.ts";
import { explainer } from "./explained.ts";
import { saveFinding } from "./save-finding.ts";
import type { TargetOptions } from "./target-option.ts";

/** Shrinking one finding ends after this long, and shrinking all of them after the second, in milliseconds. */
const SHRINK_MS = 5000;
const SHRINK_ALL_MS = 120_000;
/** Repeating one ends after this long, in milliseconds. */
const REPEAT_MS = 1000;

/**
 * One finding for each fault, its case shrunk and kept as a file; a fault that a file shows already, from an earlier run or
 * of those in the corpus if it shows nowhere else, is told with that file.
 * What else is met while a case is shrunk is kept as well, if it is none of the faults that are told already. What does not
 * always come to the same is kept as it was found.
 * @param save keeps one and gives the name of its file; in the folder of findings if left out
 */
export async function keepFindings(
  faults: readonly Fault[],
  targets: readonly Target[],
  options: TargetOptions,
  save = saver(options),
): Promise<ReportedFinding[]> {
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
      kept.push(await describeFinding(before, before.file, targets, options, fault));
      continue;
    }
    const plainest = plainestOf(random);
    const flaky = await flakinessOf(plainest, targets);
    const timeMs = Math.max(0, Math.min(SHRINK_MS, end - performance.now()));
    const [smaller, ...others] = flaky ? [plainest] : await reduceFinding(plainest, targets, { timeMs });
    const described = await describeFinding(smaller, save(smaller), targets, options, fault);
    kept.push(flaky ? { ...described, flaky } : await explained(described));
    for (const other of others) {
      if ((await told.add([other])) === 0) continue;
      kept.push(await explained(await describeFinding(other, save(other), targets, options)));
    }
  }
  return kept;
}

function saver({ target }: TargetOptions): (finding: Finding) => string {
  const folder = target?.some((name) => CANARIES.has(name)) ? CANARY_FINDINGS : FINDINGS;
  return (finding) => saveFinding(finding, folder);
}

/** Both outcomes of a finding that breaks its law in some checks of its case, and not in others. */
async function flakinessOf({ law: name, checked }: Finding, targets: readonly Target[]): Promise<Flaky | undefined> {
  const law = LAWS.find((each) => each.name === name);
  if (!law) return undefined;
  const { flaky, broken, runs } = await repeatCheck(law, checked, targets, boundsFor(REPEAT_MS));
  // Such as always break it, but never in the same way, can be shrunk.
  return broken < runs ? flaky : undefined;
}
