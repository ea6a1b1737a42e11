import { checkRandom, Tally, type NamedCase, type Outcome } from "../../campaign/index.ts";
import type { Law } from "../../laws/index.ts";
import type { Target } from "../../targets/index.ts";
import { secondsSince, type Hunt, type HuntOptions } from "../hunt.ts";

/** How random cases are made and what is asked of them. */
export interface RandomHunt {
  readonly targets: readonly Target[];
  readonly caseAt: (k: number) => NamedCase;
  readonly lawsAt: (k: number) => readonly Law[];
  /** Cases at the most; no limit if left out. */
  readonly cases?: number;
}

/** Checks random cases, as a gate does, until one breaks a law or the time is over. */
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
    ...(interrupted && { interrupted }),
  });
  const { findings } = outcome;
  const found = findings.length > 0;
  return {
    found,
    ...(found && { by: findings[0].law }),
    cases: tally.cases,
    seconds: found ? seconds : secondsSince(started),
    findings,
  };
}
