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
}

/** A broken law, and the case that shows it. */
export interface Finding {
  readonly law: string;
  readonly sentence: string;
  readonly name: string;
  readonly checked: Case;
  readonly divergence: Divergence;
}

/** A target or the harness failed: nothing can be concluded from that check. */
export interface Failure {
  readonly law: string;
  readonly name: string;
  readonly message: string;
}

/** What checking came to. */
export interface Outcome {
  readonly findings: Finding[];
  readonly failures: Failure[];
}

/** Checks every law on one case; adds to `tally` and `outcome`. */
export async function checkCase(
  { name, checked }: NamedCase,
  laws: readonly Law[],
  targets: readonly Target[],
  tally: Tally,
  outcome: Outcome,
): Promise<void> {
  tally.cases++;
  for (const law of laws) {
    try {
      const verdict = await law.check(checked, targets);
      tally.add(law.name, verdict);
      const stop = verdict.kind === "unsupported" ? undefined : verdict.evidence.stop;
      if (stop && isGenerated(checked)) tally.addIntent(checked.intent, stop);
      if (verdict.kind !== "broken") continue;
      const { divergence } = verdict;
      outcome.findings.push({ law: law.name, sentence: law.sentence, name, checked, divergence });
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      outcome.failures.push({ law: law.name, name, message: error.message });
    }
  }
}
