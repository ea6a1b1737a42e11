import { isFollowed, type Bounds, type Law } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";
import { checkCase, stillTrusted, type Failure, type Finding, type NamedCase, type Outcome } from "./check-case.ts";
import type { Flaky } from "./investigation.ts";
import { repeatCheck } from "./repeated.ts";
import { Tally } from "./tally.ts";

/** What looking for a law that one case breaks came to. */
export interface BrokenLaw {
  /** Present if a law was broken at least once. */
  readonly finding?: Finding;
  readonly law?: Law;
  /** Present if it is not broken each time, or not each time in the same way. */
  readonly flaky?: Flaky;
  /** Laws that were asked, and how many there are to ask: with enough targets. */
  readonly asked: number;
  readonly laws: number;
  /** False if time was over before each was asked as often as it should be. */
  readonly complete: boolean;
  /** Times that all were asked, the last one perhaps in part; verdicts other than unsupported. */
  readonly rounds: number;
  readonly checks: number;
  readonly failures: readonly Failure[];
  /** Why laws said nothing, where they did. */
  readonly unsupported: readonly string[];
}

/** Rounds of all laws before it is said that none is broken: a target that is flaky may break one only now and then. */
const ROUNDS_MAX = 3;
/** How long one law is repeated, in milliseconds. */
const REPEAT_MS = 3000;

/**
 * The first law that a case breaks: of those that can be followed instruction by instruction, if it breaks one of them. It is
 * then repeated, to see whether it always comes to the same.
 */
export async function brokenLaw(
  named: NamedCase,
  laws: readonly Law[],
  targets: readonly Target[],
  bounds: Bounds,
): Promise<BrokenLaw> {
  const followed = laws.filter(({ name }) => isFollowed(name));
  const sorted = [...followed, ...laws.filter((law) => !followed.includes(law))];
  const outcome: Outcome = { findings: [], failures: [] };
  const tally = new Tally();
  const fitting = sorted.filter(({ targetsMin = 1 }) => targetsMin <= targets.length);
  const asked = new Set<string>();
  let rounds = 0;
  const counted = (complete: boolean): Omit<BrokenLaw, "finding" | "law" | "flaky"> => ({
    asked: asked.size,
    laws: fitting.length,
    complete,
    rounds,
    checks: tally.checks,
    failures: outcome.failures,
    unsupported: [...tally.unsupported.keys()],
  });
  while (rounds < ROUNDS_MAX) {
    rounds++;
    for (const law of fitting) {
      if (bounds.isOver() && asked.size > 0) return counted(false);
      if ((law.targetsMin ?? 1) > stillTrusted(targets, outcome).length) continue;
      await checkCase(named, [law], targets, tally, outcome);
      asked.add(law.name);
      const [finding] = outcome.findings;
      if (finding) return { ...(await repeated(finding, law, targets, bounds)), ...counted(true) };
    }
  }
  return counted(true);
}

async function repeated(
  finding: Finding,
  law: Law,
  targets: readonly Target[],
  bounds: Bounds,
): Promise<Pick<BrokenLaw, "finding" | "law" | "flaky">> {
  const end = performance.now() + REPEAT_MS;
  const soon: Bounds = { isOver: () => bounds.isOver() || performance.now() >= end };
  const { flaky, broken, runs, otherwise } = await repeatCheck(law, finding.checked, targets, soon);
  if (flaky) return { finding, law, flaky };
  if (broken > 0) return { finding, law };
  // It was broken once, and never again.
  const [{ what, expected, actual }] = finding.divergence.differences;
  const first = `broken: ${what} ${expected} but ${actual}`;
  return {
    finding,
    law,
    flaky: { outcomes: [first, otherwise ?? "held"], times: [1, runs], runs: runs + 1, broken: 1 },
  };
}
