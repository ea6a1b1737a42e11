import type { Case } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { chainTarget, relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { runLeg, runRelay, runSolo } from "./relay.ts";

/** What a resume has lost, and the two finishes that show it. */
export interface WrongResume {
  readonly differences: readonly Difference[];
  readonly expected: Finish;
  readonly actual: Finish;
}

/**
 * What is not as in the solo run when a leg resumes at `cut` and does not run on. A leg that does not run on although its
 * limit is `later`, under which the solo run does, has another limit. @returns undefined if nothing is wrong there.
 * @throws TargetError
 */
export async function wrongAfter(
  located: Case,
  targets: readonly Target[],
  cut: bigint,
  later: bigint,
): Promise<WrongResume | undefined> {
  const { world } = located;
  const solo = await runSolo({ ...located, budget: cut }, targets[0]);
  const usable = relayers(world, targets).targets;
  const relay = await runRelay({ ...located, budget: cut }, usable, true);
  const { snapshot, stop } = relay.finish;
  if (stop.kind !== "budget") return undefined;
  const told = (differences: readonly Difference[], expected = solo.finish, actual = relay.finish): WrongResume => ({
    differences,
    expected,
    actual,
  });
  if (!snapshot) return told([{ what: "snapshot", expected: "present", actual: "missing" }]);
  const next = chainTarget(located, usable, relay.legs.length);
  const resumed = await runLeg(next, world, { start: snapshot, maxCycles: cut, snapshot: false });
  const differences = compareFinishes(solo.finish, resumed, ["maxCycles", "output"]);
  const stops = differences.filter(({ what }) => what === "stop");
  if (!resumed.started && stops.length > 0) return told(stops, solo.finish, resumed);
  // Behind a system call that charged beyond the limit, what follows may fault in the resumed leg: see the law
  // resume-snapshot. Nothing ran there, so the stop says nothing of the state.
  if (differences.length > stops.length) {
    return told(
      differences.filter(({ what }) => what !== "stop"),
      solo.finish,
      resumed,
    );
  }
  const { cycles } = resumed.state;
  const further = await runLeg(next, world, { start: snapshot, maxCycles: later, snapshot: false });
  if (cycles === undefined || further.stop.kind !== "budget" || further.state.cycles !== cycles) {
    return undefined;
  }
  const ahead = await runSolo({ ...located, budget: later }, targets[0]);
  if (ahead.finish.state.cycles === cycles) return undefined;
  const limit = { what: "max cycles", expected: String(later), actual: String(further.state.maxCycles ?? "unknown") };
  return told([limit], ahead.finish, further);
}
