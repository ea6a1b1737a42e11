import type { Case } from "../../case/index.ts";
import { generateCase } from "../../generate/index.ts";
import { runRelay, runSolo } from "../../laws/index.ts";
import { stopText, TargetError, type Target } from "../../targets/index.ts";
import { NO_ANSWER, secondsSince, type Hunt, type Method } from "../hunt.ts";
import { pauseOften } from "./pause.ts";

/** (c) What a snapshot fuzzer does that compares little: the target with itself, cut once, by exit code and cycles. */
export const halfCut: Method = {
  name: "half cut",
  about: "generated programs, the target alone: one cut at half the cycles, exit code and cycles compared",
  seeded: true,
  async hunt(target, { seed, timeMs, interrupted }): Promise<Hunt> {
    const started = performance.now();
    const pause = pauseOften();
    let cases = 0;
    while (performance.now() - started < timeMs && !interrupted?.()) {
      await pause();
      const { world, budget } = generateCase(seed, cases++);
      const whole = { world, budget, cuts: [] };
      const by = await differs(whole, target);
      if (by !== undefined) return { found: true, by, cases, seconds: secondsSince(started), findings: [] };
    }
    return { found: false, cases, seconds: secondsSince(started), findings: [] };
  },
};

/** What tells, if something does. */
async function differs(whole: Case, target: Target): Promise<string | undefined> {
  try {
    const { finish: solo } = await runSolo(whole, target);
    const cycles = solo.state.cycles ?? 0n;
    const { finish: relay } = await runRelay({ ...whole, cuts: [cycles / 2n] }, [target]);
    const same = relay.state.cycles === cycles && stopText(relay.stop) === stopText(solo.stop);
    return same ? undefined : "half cut";
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return NO_ANSWER;
  }
}
