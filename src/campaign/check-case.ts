import type { Case } from "../case/index.ts";
import { isGenerated } from "../generate/index.ts";
import type { Divergence, Law } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import type { Tally } from "./tally.ts";

/** A case with the name it is reported under. */
export interface NamedCase {
  /** A file, or `seed S case N`. */
  readonly name: string;
  readonly checked: Case;
  /** The file that it was read from, if it was. */
  readonly file?: string;
}

/** A broken law, and the case that shows it. */
export interface Finding {
  readonly law: string;
  readonly sentence: string;
  readonly name: string;
  readonly checked: Case;
  /** The file that its case is kept in already, if it was read from one. */
  readonly file?: string;
  readonly divergence: Divergence;
}

/** A target or the harness failed: nothing can be concluded from that check. */
export interface Failure {
  readonly law: string;
  readonly name: string;
  readonly message: string;
  /** The target that failed, where it is known. */
  readonly target: string | undefined;
  /** The last lines that were said between it and rvrelay. */
  readonly transcript: readonly string[];
}

/** What checking came to. */
export interface Outcome {
  readonly findings: Finding[];
  readonly failures: Failure[];
}

/** Failures of one target after which it is left out. */
export const FAILURES_MAX = 3;

/** The targets that have not failed too often. */
export function stillTrusted(targets: readonly Target[], { failures }: Outcome): readonly Target[] {
  if (failures.length === 0) return targets;
  return targets.filter(({ name }) => failures.filter((each) => each.target === name).length < FAILURES_MAX);
}

/**
 * Checks every law on one case with the targets that can still be trusted; adds to `tally` and `outcome`.
 * @param untilFailure true: a target that fails ends it
 */
export async function checkCase(
  { name, checked, file }: NamedCase,
  laws: readonly Law[],
  targets: readonly Target[],
  tally: Tally,
  outcome: Outcome,
  untilFailure = false,
): Promise<void> {
  tally.addCase(checked.world.version);
  let stopSeen = false;
  for (const law of laws) {
    const trusted = stillTrusted(targets, outcome);
    if (trusted.length < (law.targetsMin ?? 1)) continue;
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    try {
      const verdict = await law.check(checked, trusted);
      tally.add(law.name, verdict, seconds(), { law, checked, targets });
      const stop = verdict.kind === "unsupported" ? undefined : verdict.evidence.stop;
      if (stop && !stopSeen) {
        stopSeen = true;
        tally.addStop(stop);
        if (isGenerated(checked) && checked.intent !== "any") tally.addIntent(checked.intent, stop);
      }
      if (verdict.kind !== "broken") continue;
      const { divergence } = verdict;
      const kept = file === undefined ? {} : { file };
      outcome.findings.push({ law: law.name, sentence: law.sentence, name, checked, divergence, ...kept });
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      tally.addFailed(law.name, seconds());
      const { message, target, transcript } = error;
      outcome.failures.push({ law: law.name, name, message, target, transcript });
      if (untilFailure) return;
    }
  }
}
