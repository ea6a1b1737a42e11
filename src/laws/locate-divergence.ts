import type { Case } from "../case/index.ts";
import type { Target } from "../targets/target.ts";
import type { Divergence } from "./law.ts";
import { locate, type Location } from "./locate.ts";
import { runSolo } from "./relay.ts";

/** Laws that compare runs which can be followed instruction by instruction. */
const FOLLOWED: readonly string[] = ["relay", "differential"];

/** True if what breaks the law called `law` can be followed instruction by instruction. */
export function isFollowed(law: string): boolean {
  return FOLLOWED.includes(law);
}

/**
 * Where the two sides of a divergence part. Most laws compare something that cannot be followed: of those, where the same
 * program goes wrong by itself, on a target that took part, where the relay of the same case does, or one of two legs on such
 * a target. That is most likely what they saw. @returns undefined where neither does. @throws TargetError
 */
export async function locateDivergence(
  broken: Case,
  targets: readonly Target[],
  { law, legs, vote, pair }: Divergence,
): Promise<Location | undefined> {
  if (isFollowed(law)) return locate(broken, targets, law, legs[0], vote?.odd && vote.groups[0][0]);
  const suspects = suspectsOf(legs, targets);
  const programs = [broken, pair, pair?.counterpart?.checked].filter((each) => each !== undefined);
  for (const suspect of suspects) {
    for (const program of programs) {
      const location = await locate(program, targets, "differential", suspect);
      if (location) return location;
    }
  }
  const location = await locate(broken, targets);
  if (location) return location;
  for (const suspect of suspects) {
    const alone = await locate(await cutInHalf(broken, targets, suspect), targets);
    if (alone) return alone;
  }
  return undefined;
}

/** The targets that took part, but for the first one, which is the yardstick. */
export function suspectsOf(legs: readonly string[], targets: readonly Target[]): readonly string[] {
  return [...new Set(legs)].filter((name) => targets.slice(1).some((target) => target.name === name));
}

/** The case with two legs of about the same length, both on the target called `name`. */
async function cutInHalf(whole: Case, targets: readonly Target[], name: string): Promise<Case> {
  const { finish } = await runSolo(whole, targets[0]);
  const cut = (finish.state.cycles ?? whole.budget) / 2n;
  return { ...whole, cuts: [cut], legTargets: [targets.findIndex((target) => target.name === name)] };
}
