import { Random } from "../../generate/index.ts";
import { originOf, type Bounds, type Law, type Location } from "../../laws/index.ts";
import { referenceSteps, type Target } from "../../targets/index.ts";
import type { Finding } from "../check-case.ts";
import type { Explanation } from "../investigation.ts";
import { explainCuts } from "./cuts.ts";
import { explainInstructions } from "./instructions.ts";
import { judgeOf } from "./judge.ts";
import { explainLegs } from "./legs.ts";
import { explainRegisters } from "./registers.ts";
import { explainWorld } from "./world.ts";

/** How a finding is explained. */
export interface ExplainOptions {
  readonly bounds: Bounds;
  /** Where its sides part, if that is known. */
  readonly location?: Location | undefined;
  /** What random variations are drawn from. */
  readonly seed?: bigint;
}

/** Instructions that are followed to see which are executed. */
const STEPS_MAX = 20_000;

/**
 * Which parts of a case matter: each is varied, to plain values and at random, or taken away, and what breaks the same law with
 * the same origin fails in the same way. What is said of a part holds for what was tried, with all other parts as they are.
 * What time does not suffice for is left out.
 * @throws TargetError if a target fails at the case itself
 */
export async function explain(
  { checked, divergence, law: name }: Finding,
  law: Law,
  targets: readonly Target[],
  { bounds, location, seed = 1n }: ExplainOptions,
): Promise<Explanation[]> {
  if (bounds.isOver()) return [];
  const random = new Random(seed);
  const origin = await originOf(checked, targets, divergence);
  const judge = judgeOf(law.narrowed?.(divergence) ?? law, { ...origin, law: name }, targets, bounds);
  // A case that belongs to two programs says nothing when only one of them is varied.
  if (divergence.pair ?? checked.counterpart) return [];
  if (!(await judge.isSame(checked))) return [];
  const end = divergence.expected.state.cycles ?? checked.budget;
  const executed = referenceSteps(checked.world, location?.cycles ?? end, STEPS_MAX).map(({ pc }) => pc);
  const last = [...new Set(executed.toReversed())].toReversed();
  return [
    ...(location ? await explainRegisters(location, targets, random, bounds) : []),
    ...(await explainCuts(checked, end, judge)),
    ...(await explainInstructions(checked, last, random, judge)),
    ...(await explainLegs(checked, targets, judge)),
    ...(await explainWorld(checked, random, judge)),
  ];
}
