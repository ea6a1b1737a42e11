import type { Finding } from "./check-case.ts";
import { sourceLines, type Case } from "../case/index.ts";
import { isGenerated, shrinkCase, shrinkInPlace, shrinkLines, type LinesOptions } from "../generate/index.ts";
import {
  isWithin,
  LAWS,
  originOf,
  UNBOUNDED,
  type Bounds,
  type Divergence,
  type Law,
  type Origin,
  type Verdict,
} from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";

/** Shrinking one finding ends after this long, or after this many tries. */
const TIME_MS = 5000;
const TRIES_MAX = 5000;
/** Findings of other origins that are kept. */
const OTHERS_MAX = 2;
/** Checks of one case after which it is said not to break its law again: three, as what is left of a run may matter for the next. */
const RUNS_MAX = 3;

/** How a finding is shrunk; everything may be left out. */
export interface ReduceOptions {
  /** How many of other origins are kept. */
  readonly othersMax?: number;
  /** Milliseconds for each. */
  readonly timeMs?: number;
  /** Ends it before that. */
  readonly bounds?: Bounds;
  /**
   * What the text of a case that was read from a file is assembled with: then lines of that text go, so that what is left
   * can be read. If left out, instructions become no-ops where they stand.
   */
  readonly assemble?: LinesOptions["assemble"];
}

/** What breaks the law in another way than the case that is being shrunk. */
interface Other {
  readonly origin: Origin;
  readonly finding: Finding;
}

/**
 * A finding with the smallest case that was found to break the same law with the same origin: at the same first
 * differing instruction, or with the same wrong right after a resume. Behind it stand at most two findings of other origins that were met on the
 * way, shrunk as well. Of cases that were not generated, instructions become no-ops where they stand; those that do not break
 * the law again stay as they are.
 */
export async function reduceFinding(
  finding: Finding,
  targets: readonly Target[],
  options: ReduceOptions = {},
): Promise<readonly Finding[]> {
  const whole = LAWS.find(({ name }) => name === finding.law);
  const law = whole?.narrowed?.(finding.divergence) ?? whole;
  if (!law) return [finding];
  const others: Other[] = [];
  const reduced = [await reduce(finding, law, targets, options, others)];
  for (const { finding: other } of others) reduced.push(await reduce(other, law, targets, options));
  return reduced;
}

async function reduce(
  finding: Finding,
  law: Law,
  targets: readonly Target[],
  { othersMax = OTHERS_MAX, timeMs = TIME_MS, bounds = UNBOUNDED, assemble }: ReduceOptions,
  others?: Other[],
): Promise<Finding> {
  const verdictOf = async (checked: Case): Promise<Verdict | undefined> => {
    try {
      return await law.check(checked, targets);
    } catch (error) {
      // A case that makes a target fail is none that breaks the law.
      if (error instanceof TargetError) return undefined;
      throw error;
    }
  };
  const placed = async (found: Finding): Promise<Origin | undefined> => {
    try {
      return await originOf(found.checked, targets, found.divergence);
    } catch (error) {
      if (error instanceof TargetError) return undefined;
      throw error;
    }
  };
  const isBroken = async (checked: Case): Promise<boolean> => (await verdictOf(checked))?.kind === "broken";
  // A target may keep something of the run before, which it must not: then the law is broken where the case has run already.
  let runs = 1;
  while (!(await isBroken(finding.checked))) if (++runs > RUNS_MAX) return finding;
  const repeated = async (checked: Case): Promise<Verdict | undefined> => {
    for (let k = 1; k < runs; k++) {
      const verdict = await verdictOf(checked);
      if (verdict?.kind === "broken") return verdict;
    }
    return verdictOf(checked);
  };
  // A text for people that runs off its own end would look like another failure.
  const keepsExit = assemble !== undefined && bothExit(finding.divergence);
  let origin = await placed(finding);
  const isSame = async (checked: Case): Promise<boolean> => {
    if (bounds.isOver()) return false;
    const verdict = await repeated(checked);
    if (verdict?.kind !== "broken" || (keepsExit && !bothExit(verdict.divergence))) return false;
    const found = { ...finding, checked, divergence: verdict.divergence };
    const there = await placed(found);
    if (!there) return false;
    origin ??= there;
    if (isWithin(there, origin)) {
      origin = there;
      return true;
    }
    if (others && others.length < othersMax && others.every((other) => !isWithin(there, other.origin))) {
      others.push({ origin: there, finding: found });
    }
    return false;
  };
  const { checked: whole } = finding;
  const smallest = isGenerated(whole)
    ? (await shrinkCase(whole, isSame, { timeMs, maxTries: TRIES_MAX })).smallest
    : assemble && sourceLines(whole, assemble).lines.size > 0
      ? await shrinkLines(whole, isSame, { timeMs, assemble })
      : await shrinkInPlace(whole, isSame, timeMs);
  const verdict = await repeated(smallest);
  return verdict?.kind === "broken" ? { ...finding, checked: smallest, divergence: verdict.divergence } : finding;
}

function bothExit({ expected, actual }: Divergence): boolean {
  return expected.stop.kind === "exit" && actual.stop.kind === "exit";
}
