// A target finishes where the reference finishes.
import type { Case } from "../case/index.ts";
import type { Finish } from "../targets/target.ts";
import { runners } from "./chain.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Divergence, Law, Verdict } from "./law.ts";
import { runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";
import { countVotes, type Ballot } from "./vote.ts";

const NAME = "differential";

/** Targets from which on a vote says something. */
const VOTERS_MIN = 3;

/**
 * The solo run on the first target against the solo run on each other one, in all that both show, and the snapshots of
 * both ends. Where they differ and three or more run the world, they vote: the first target may be the odd one out.
 */
export const differentialLaw: Law = {
  name: NAME,
  sentence: "A target finishes where the reference finishes.",
  preconditions: "At least two targets run the world; differences that the policy of a target names are tolerated.",
  brokenBy: [
    "canary-solo",
    "adds without the lowest bit",
    "has 4 KiB of memory less",
    "sets every page dirty that it has",
  ],
  cuts: false,
  comparesState: true,
  targetsMin: 2,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (usable.length < 2) {
      return { kind: "unsupported", reason: `only ${usable[0].name} runs the world of the case` };
    }
    const book = new EvidenceBook();
    const ballots: Ballot[] = [];
    let first: { readonly other: Ballot; readonly differences: readonly Difference[] } | undefined;
    for (const target of usable) {
      const run = await runSolo(checked, target, target.capabilities.snapshots);
      book.relay(run);
      book.stop ??= run.finish.stop;
      const ballot = { target, finish: run.finish };
      ballots.push(ballot);
      if (first || ballots.length === 1) continue;
      const differences = await differencesOf(checked, ballots[0], ballot, book);
      if (differences.length === 0) continue;
      first = { other: ballot, differences };
      if (usable.length < VOTERS_MIN) break;
    }
    if (!first) return { kind: "held", evidence: book.evidence() };
    const divergence = await decide(checked, ballots, { one: ballots[0], ...first }, book);
    return { kind: "broken", divergence, evidence: book.evidence() };
  },
};

/** Two targets that differ. */
interface Dispute {
  readonly one: Ballot;
  readonly other: Ballot;
  readonly differences: readonly Difference[];
}

/** The divergence, in which the side that is wrong is the odd one out, where there are enough targets to say which it is. */
async function decide(
  checked: Case,
  ballots: readonly Ballot[],
  dispute: Dispute,
  book: EvidenceBook,
): Promise<Divergence> {
  if (ballots.length < VOTERS_MIN) return divergenceOf(dispute);
  const { groups, vote } = await countVotes(
    ballots,
    async (one, other) => (await differencesOf(checked, one, other, book)).length === 0,
  );
  if (!vote.odd) return { ...divergenceOf(dispute), vote };
  const [[one], [other]] = groups;
  // Those who agree with the first target speak as it does.
  const right = groups[0].includes(ballots[0]) ? ballots[0] : one;
  const differences = await differencesOf(checked, right, other, book);
  return { ...divergenceOf({ one: right, other, differences }), vote };
}

function divergenceOf({ one, other, differences }: Dispute): Divergence {
  return {
    law: NAME,
    expectedFrom: `solo on ${one.target.name}`,
    actualFrom: `solo on ${other.target.name}`,
    expected: one.finish,
    actual: other.finish,
    differences,
    legs: [other.target.name],
  };
}

/** What differs between two targets that the policy of neither tolerates. */
async function differencesOf(checked: Case, one: Ballot, other: Ballot, book: EvidenceBook): Promise<Difference[]> {
  const { differences, tolerated } = await compareOneWay(checked, one, other);
  book.comparisons++;
  book.tolerate(tolerated);
  if (differences.length === 0 || (one.target.policy ?? []).length === 0) return differences;
  // The other way round it may be the policy of the first that explains it.
  const back = await compareOneWay(checked, other, one);
  if (back.differences.length > 0) return differences;
  book.tolerate(back.tolerated);
  return [];
}

async function compareOneWay(
  checked: Case,
  { target: yardstick, finish: expected }: Ballot,
  { target, finish: actual }: Ballot,
): Promise<{ differences: Difference[]; tolerated: string | undefined }> {
  const { differences, tolerated } = await compareUnderPolicy({
    world: checked.world,
    expected,
    actual,
    target,
    yardstick,
    rerun: async (budget) => (await runSolo({ ...checked, budget }, yardstick, true)).finish,
    rerunActual: async (budget) => (await runSolo({ ...checked, budget }, target)).finish,
  });
  const given = actual.snapshot ?? (target.capabilities.snapshots ? "missing" : undefined);
  const snapshots = tolerated === undefined ? snapshotDifference(expected.snapshot, given) : [];
  return { differences: [...differences, ...loadDifference(expected, actual), ...snapshots], tolerated };
}

/** What loading counted, and whether it succeeded: no part of the state, but hosts charge cycles for it. */
function loadDifference(expected: Finish, actual: Finish): Difference[] {
  const differences = [];
  if (expected.started !== actual.started) {
    differences.push({ what: "started", expected: `${expected.started}`, actual: `${actual.started}` });
  }
  const { loadedBytes: a } = expected;
  const { loadedBytes: b } = actual;
  if (a !== undefined && b !== undefined && a !== b) {
    differences.push({ what: "loaded bytes", expected: `${a}`, actual: `${b}` });
  }
  return differences;
}
