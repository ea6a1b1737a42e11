import type { Case } from "../case/index.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { runLeg, runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

/** What is wrong in a snapshot, and who made it so. */
export interface SnapshotFault {
  readonly difference: Difference;
  /**
   * `giver`: a machine that booted takes it wrongly. `taker`: only one that was resumed does, from a snapshot that was
   * right, so that resuming it lost what is missing.
   */
  readonly by: "giver" | "taker";
}

/**
 * What is wrong in the snapshots that a target takes: after a leg of its own, and, if all of those are right, right after it
 * has resumed the yardstick's. Both are compared with the yardstick's, at the cuts of the case and half way through its run.
 * @param askTaker false: only the target's own legs are looked at
 * @returns undefined if none differs, or where they cannot be compared, because it does not stop where the yardstick does
 * @throws TargetError
 */
export async function locateInSnapshot(
  { world, budget, cuts }: Case,
  yardstick: Target,
  target: Target,
  askTaker: boolean,
): Promise<SnapshotFault | undefined> {
  if (!yardstick.capabilities.snapshots || !target.capabilities.snapshots) return undefined;
  const { finish } = await runSolo({ world, budget, cuts: [] }, yardstick);
  const cycles = finish.state.cycles ?? budget;
  const within = cuts.filter((cut) => cut < cycles);
  const legs = [...new Set([cycles / 2n, ...within.slice(0, 1), ...within.slice(-1)])].map((maxCycles): Leg => ({
    start: "boot",
    maxCycles,
    snapshot: true,
  }));
  const right = await Promise.all(legs.map(async (leg) => runLeg(yardstick, world, leg)));
  const differenceAfter = async (leg: Leg, expected: Finish): Promise<Difference | undefined> => {
    const actual = await runLeg(target, world, leg);
    const { snapshot, state } = actual;
    if (!expected.snapshot || state.cycles !== expected.state.cycles) return undefined;
    // A snapshot of a state that is wrong already tells nothing of how it was taken.
    if (leg.start === "boot" && compareFinishes(expected, actual).length > 0) return undefined;
    return snapshotDifference(expected.snapshot, snapshot ?? "missing").at(0);
  };
  for (const [k, leg] of legs.entries()) {
    const difference = await differenceAfter(leg, right[k]);
    if (difference) return { difference, by: "giver" };
  }
  if (!askTaker) return undefined;
  for (const [k, leg] of legs.entries()) {
    const { snapshot } = right[k];
    const difference = snapshot && (await differenceAfter({ ...leg, start: snapshot }, right[k]));
    if (difference) return { difference, by: "taker" };
  }
  return undefined;
}
