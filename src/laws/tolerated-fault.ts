import type { World } from "../case/index.ts";
import type { Finish, State, Target } from "../targets/target.ts";
import type { Difference } from "./difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

/** A fault that was provoked, where it must have led, and the state before it. */
export interface Provoked {
  readonly world: World;
  readonly target: Target;
  readonly expected: Finish;
  readonly actual: Finish;
  /** With pc at the instruction that fails. */
  readonly before: Partial<State>;
}

/** What no entry may explain here: the law itself says where a target that works on blocks stops. */
const OWN = ["stop", "pc", "cycles", "max cycles"];

/**
 * The entry of the target's policy that explains what an instruction which failed left behind, beside the rules: a page that is
 * marked, a register that is not written. @returns undefined if there is none
 */
export async function toleratedFault(
  { world, target, expected, actual, before }: Provoked,
  differences: readonly Difference[],
): Promise<string | undefined> {
  if (expected.stop.kind !== "fault" || differences.some(({ what }) => OWN.includes(what))) return undefined;
  const policy = (target.policy ?? []).filter(({ compare }) => compare.instructions !== undefined);
  if (policy.length === 0) return undefined;
  const stopped: Finish = { stop: { kind: "budget" }, started: true, state: before };
  const { tolerated } = await compareUnderPolicy({
    world,
    expected,
    actual,
    target: { name: target.name, policy },
    yardstick: target,
    rerun: () => Promise.resolve(stopped), // whatever is less than the instruction costs
  });
  return tolerated;
}
