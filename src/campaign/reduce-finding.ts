import type { Finding } from "./check-case.ts";
import { isGenerated, shrinkCase, type GeneratedCase } from "../generate/index.ts";
import { isWithin, LAWS, originOf, type Law, type Origin, type Verdict } from "../laws/index.ts";
import { TargetError, type Target } from "../targets/index.ts";

/** Shrinking one finding ends after this long, or after this many tries. */
const TIME_MS = 5000;
const TRIES_MAX = 5000;
/** Findings of other origins that are kept. */
const OTHERS_MAX = 2;

/** A finding of a generated case. */
type Generated = Finding & { readonly checked: GeneratedCase };

/** What breaks the law in another way than the case that is being shrunk. */
interface Other {
  readonly origin: Origin;
  readonly finding: Generated;
}

/**
 * A finding with the smallest case that was found to break the same law with the same origin: at the same first
 * differing instruction, or with the same wrong right after a resume. Behind it stand at most two findings of other origins that were met on the
 * way, shrunk as well. Cases that were not generated stay as they are.
 * @param othersMax how many of other origins are kept
 */
export async function reduceFinding(
  finding: Finding,
  targets: readonly Target[],
  othersMax = OTHERS_MAX,
): Promise<readonly Finding[]> {
  const whole = LAWS.find(({ name }) => name === finding.law);
  const law = whole?.narrowed?.(finding.divergence) ?? whole;
  if (!law || !isGenerated(finding.checked)) return [finding];
  const others: Other[] = [];
  const reduced = [await reduce({ ...finding, checked: finding.checked }, law, targets, others, othersMax)];
  for (const { finding: other } of others) reduced.push(await reduce(other, law, targets));
  return reduced;
}

async function reduce(
  finding: Generated,
  law: Law,
  targets: readonly Target[],
  others?: Other[],
  othersMax = 0,
): Promise<Finding> {
  const verdictOf = async (checked: GeneratedCase): Promise<Verdict | undefined> => {
    try {
      return await law.check(checked, targets);
    } catch (error) {
      // A case that makes a target fail is none that breaks the law.
      if (error instanceof TargetError) return undefined;
      throw error;
    }
  };
  const placed = async (found: Generated): Promise<Origin | undefined> => {
    try {
      return await originOf(found.checked, targets, found.divergence);
    } catch (error) {
      if (error instanceof TargetError) return undefined;
      throw error;
    }
  };
  let origin = await placed(finding);
  const isSame = async (checked: GeneratedCase): Promise<boolean> => {
    const verdict = await verdictOf(checked);
    if (verdict?.kind !== "broken") return false;
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
  const { smallest } = await shrinkCase(finding.checked, isSame, { timeMs: TIME_MS, maxTries: TRIES_MAX });
  const verdict = await verdictOf(smallest);
  return verdict?.kind === "broken" ? { ...finding, checked: smallest, divergence: verdict.divergence } : finding;
}
