import { checkRandom, Tally, type NamedCase, type Outcome } from "../../campaign/index.ts";
import type { Law } from "../../laws/index.ts";
import type { Target } from "../../targets/index.ts";
import { NO_ANSWER, secondsSince, type Hunt, type HuntOptions } from "../hunt.ts";

/** How random cases are made and what is asked of them. */
export interface RandomHunt {
  readonly targets: readonly Target[];
  readonly caseAt: (k: number) => NamedCase;
  readonly lawsAt: (k: number) => readonly Law[];
  /** Cases at the most; no limit if left out. */
  readonly cases?: number;
}

/** Checks random cases, as a gate does, until one breaks a law, the target gives no answer, or the time is over. */
export async function huntRandom(
  { targets, caseAt, lawsAt, cases = Infinity }: RandomHunt,
  { timeMs, interrupted }: Pick<HuntOptions, "timeMs" | "interrupted">,
): Promise<Hunt> {
  const started = performance.now();
  const tally = new Tally();
  const outcome: Outcome = { findings: [], failures: [] };
  let seconds = 0;
  await checkRandom(caseAt, lawsAt, targets, tally, outcome, {
    cases,
    timeMs,
    isEnough: () => {
      seconds ||= secondsSince(started);
      return true;
    },
    interrupted: () => outcome.failures.length > 0 || (interrupted?.() ?? false),
  });
  const { findings, failures } = outcome;
  const by = findings.length > 0 ? findings[0].law : failures.length > 0 ? NO_ANSWER : undefined;
  return {
    found: by !== undefined,
    ...(by !== undefined && { by }),
    cases: tally.cases,
    seconds: seconds || secondsSince(started),
    findings,
  };
}
