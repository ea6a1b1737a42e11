import type { Case } from "../case/index.ts";
import type { Leg, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import { runLeg, runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

/**
 * What is wrong in the snapshots of a target, where what it resumes is right: half way through a run it takes one after a
 * leg of its own, and one right after it has resumed the yardstick's, and both are compared with the yardstick's.
 * @returns undefined if neither differs, or where they cannot be compared, because it does not stop where the yardstick does
 * @throws TargetError
 */
export async function locateInSnapshot(
  { world, budget }: Case,
  yardstick: Target,
  target: Target,
): Promise<Difference | undefined> {
  if (!yardstick.capabilities.snapshots || !target.capabilities.snapshots) return undefined;
  const { finish } = await runSolo({ world, budget, cuts: [] }, yardstick);
  const maxCycles = (finish.state.cycles ?? budget) / 2n;
  const booted: Leg = { start: "boot", maxCycles, snapshot: true };
  const right = await runLeg(yardstick, world, booted);
  if (!right.snapshot) return undefined;
  for (const leg of [booted, { ...booted, start: right.snapshot }]) {
    const { snapshot, state } = await runLeg(target, world, leg);
    if (state.cycles !== right.state.cycles) continue;
    const [difference] = snapshotDifference(right.snapshot, snapshot ?? "missing");
    if (difference) return difference;
  }
  return undefined;
}
