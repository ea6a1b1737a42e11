import type { Case } from "../case/index.ts";
import type { Bounds, Divergence, Law, Verdict } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";
import type { Flaky } from "./investigation.ts";

/** Times that a case is checked at the most, to see whether it always comes to the same. */
export const RUNS_MAX = 10;
/** And at the least, whatever time it takes. */
const RUNS_MIN = 2;

/** What repeating a check came to. */
export interface Repeated {
  readonly runs: number;
  readonly broken: number;
  /** The first divergence that was seen. */
  readonly divergence?: Divergence;
  /** What the last check said that broke nothing: `held`, why it is unsupported, or how a target failed. */
  readonly otherwise?: string;
  /** Present if the outcomes are not all the same. */
  readonly flaky?: Flaky;
}

/**
 * Checks one law on one case again and again, until `bounds` or `RUNS_MAX` ends it. Outcomes are the same only if all that
 * differs is.
 */
export async function repeatCheck(
  law: Law,
  checked: Case,
  targets: readonly Target[],
  bounds: Bounds,
  runsMax = RUNS_MAX,
): Promise<Repeated> {
  const texts: string[] = [];
  let divergence: Divergence | undefined;
  let otherwise: string | undefined;
  let broken = 0;
  while (texts.length < runsMax && (texts.length < RUNS_MIN || !bounds.isOver())) {
    const verdict = await verdictOf(law, checked, targets);
    if (typeof verdict !== "string" && verdict.kind === "broken") {
      broken++;
      divergence ??= verdict.divergence;
      texts.push(divergenceText(verdict.divergence));
    } else {
      otherwise = textOf(verdict);
      texts.push(otherwise);
    }
  }
  const first = texts.find((text) => text.startsWith(BROKEN)) ?? texts[0];
  const other = texts.find((text) => text !== first);
  const timesOf = (outcome: string): number => texts.filter((text) => text === outcome).length;
  return {
    runs: texts.length,
    broken,
    ...(divergence && { divergence }),
    ...(otherwise !== undefined && { otherwise }),
    ...(other !== undefined &&
      broken > 0 && {
        flaky: { outcomes: [first, other], times: [timesOf(first), timesOf(other)], runs: texts.length, broken },
      }),
  };
}

async function verdictOf(law: Law, checked: Case, targets: readonly Target[]): Promise<Verdict | string> {
  try {
    return await law.check(checked, targets);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return `the target failed: ${error.message}`;
  }
}

function textOf(verdict: Verdict | string): string {
  if (typeof verdict === "string") return verdict;
  return verdict.kind === "unsupported" ? `unsupported: ${verdict.reason}` : "held";
}

const BROKEN = "broken: ";
/** Differences that are told of an outcome. */
const TOLD_MAX = 4;

/** What differs in a line, as outcomes of checks are told. */
export function divergenceText({ differences }: Divergence): string {
  const told = differences.slice(0, TOLD_MAX).map(({ what, expected, actual }) => `${what} ${expected} but ${actual}`);
  const more = differences.length - told.length;
  return `${BROKEN}${told.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
