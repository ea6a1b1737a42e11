import { boundsFor, LAWS, type Divergence } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import type { Finding } from "./check-case.ts";
import type { Flaky } from "./investigation.ts";
import { divergenceText, repeatCheck } from "./repeated.ts";

/** Repeating the law of a finding ends after this long, and asking its targets twice after the second, in milliseconds. */
const REPEAT_MS = 1000;
const ASK_AGAIN_MS = 500;
/** Times that a target is asked twice: one that remembers the run before may give the same once. */
const ASKED_MAX = 3;

/**
 * What shows that the targets of a finding do not always do the same with its case: its law does not come to the same in each
 * check, or law repeatable is broken by a target that may be wrong. Then no place and no cause can be told. Undefined if all is
 * the same.
 */
export async function flakinessOf(
  { law: name, checked, divergence }: Finding,
  targets: readonly Target[],
): Promise<Flaky | undefined> {
  const law = LAWS.find((each) => each.name === name);
  if (!law) return undefined;
  const { flaky, broken, runs, otherwise } = await repeatCheck(law, checked, targets, boundsFor(REPEAT_MS));
  if (flaky) return flaky;
  if (broken === 0) {
    // It was broken once, and never again.
    return { outcomes: [divergenceText(divergence), otherwise ?? "held"], runs: runs + 1, broken: 1 };
  }
  const unlike = await askedTwice({ checked, divergence }, targets);
  if (!unlike) return undefined;
  const [one, other] = unlike.differences.map(({ what, expected, actual }) => [
    `${what} ${expected}`,
    `${what} ${actual}`,
  ])[0];
  return {
    outcomes: [divergenceText(divergence), divergenceText(unlike)],
    runs,
    broken,
    unrepeatable: `${unlike.legs[0]} gave ${one}, then ${other}`,
  };
}

/** How law repeatable is broken with the case of a finding, by a target that took part in it. */
async function askedTwice(
  { checked, divergence }: Pick<Finding, "checked" | "divergence">,
  targets: readonly Target[],
): Promise<Divergence | undefined> {
  const repeatable = LAWS.find((each) => each.name === "repeatable");
  const took = targets.filter(({ name }) => divergence.legs.includes(name));
  const bounds = boundsFor(ASK_AGAIN_MS);
  for (let k = 0; repeatable && took.length > 0 && k < ASKED_MAX && (k === 0 || !bounds.isOver()); k++) {
    try {
      const verdict = await repeatable.check(checked, took);
      if (verdict.kind === "broken") return verdict.divergence;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      return undefined; // a target that fails is told as that
    }
  }
  return undefined;
}
