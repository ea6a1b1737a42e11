import type { World } from "../case/index.ts";
import type { Finish, Target, WorldSnapshot } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import { runLeg } from "./relay.ts";
import type { Breach } from "./verdict.ts";

/**
 * What a question that is answered wrongly owes to the resume that it began with: a leg from the same snapshot that executes
 * nothing. What stopped it is not looked at, as decoding comes first.
 * @param resumed the state that resuming `start` must give
 * @returns undefined if the resume is right @throws TargetError
 */
export async function lostInResume(
  world: World,
  target: Target,
  start: WorldSnapshot,
  resumed: Finish["state"],
): Promise<Breach | undefined> {
  const maxCycles = start.cycles;
  const actual = await runLeg(target, world, { start, maxCycles, snapshot: false });
  const expected: Finish = { stop: { kind: "budget" }, started: true, state: { ...resumed, maxCycles } };
  if (!actual.started || actual.state.cycles !== start.cycles) return undefined;
  const differences = compareFinishes(expected, actual, ["output"]).filter(({ what }) => what !== "stop");
  if (differences.length === 0) return undefined;
  return {
    expectedFrom: "the snapshot that was resumed",
    actualFrom: `a leg on ${target.name} in which nothing is executed`,
    expected,
    actual,
    differences,
    resumedOnly: true,
  };
}
