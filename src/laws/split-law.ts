// One leg of a and b cycles finishes where a leg of a cycles and then one of b cycles finish.
import type { Case } from "../case/index.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

const NAME = "split";
/** Pairs of legs that are looked at in one case. */
const PAIRS_MAX = 4;

/**
 * From the boot or from a snapshot, the leg over two limits of the cut plan at once against the two legs: the finishes, and
 * the snapshots taken at both ends, must be the same.
 */
export const splitLaw: Law = {
  name: NAME,
  sentence: "One leg of a and b cycles finishes where a leg of a cycles and then one of b cycles finish.",
  preconditions: "Targets take and give snapshots; sources are stable; the first leg ends because its budget is spent.",
  brokenBy: [
    "canary",
    "forgets the reservation",
    "spends a cycle on resuming",
    "hands over another limit",
    "damages only what it hands over last",
    "shows another register than it hands over",
    "prints something when it resumes",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 4,
  exercises: { "cuts with dirty pages": 0.5, "cuts with pages from sources": 0.15, "cuts with a reservation": 0.015 },
  comparesState: true,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { cuts, budget } = checked;
    const limits = [...cuts.filter((cut) => cut < budget), budget];
    if (limits.length < 2) return { kind: "unsupported", reason: "the case has no cut below its budget" };
    const book = new EvidenceBook();
    let start: Leg["start"] = "boot";
    for (let k = 0; k + 1 < limits.length && k < 2 * PAIRS_MAX; k += 2) {
      const result = await comparePair(checked, usable, { start, first: limits[k], second: limits[k + 1], k }, book);
      if (!result) break;
      if (result.verdict.kind === "broken") return result.verdict;
      if (result.end.stop.kind !== "budget") break;
      start = result.end.snapshot;
    }
    if (book.cuts === 0) return { kind: "unsupported", reason: "the program ends before its first cut" };
    return { kind: "held", evidence: book.evidence() };
  },
};

interface Pair {
  readonly start: Leg["start"];
  readonly first: bigint;
  readonly second: bigint;
  /** The number of the first leg. */
  readonly k: number;
}

/** The verdict on a pair, and where it ended; undefined if the first leg ended the run. */
async function comparePair(
  checked: Case,
  usable: readonly Target[],
  { start, first, second, k }: Pair,
  book: EvidenceBook,
): Promise<{ verdict: Verdict; end: Taken } | undefined> {
  const { world } = checked;
  const [one, two] = [chainTarget(checked, usable, k), chainTarget(checked, usable, k + 1)];
  const whole = usable[0]; // the yardstick, as policies say how others differ from it
  const half = await runTaken(one, world, { start, maxCycles: first }, book);
  if (half.stop.kind !== "budget") return undefined;
  const actual = await runTaken(two, world, { start: half.snapshot, maxCycles: second }, book);
  const expected = await runTaken(whole, world, { start, maxCycles: second }, book);
  book.cut(one, two);
  book.handedOver(half.snapshot);
  book.comparisons++;
  const { differences, tolerated } = await compareUnderPolicy({
    world,
    expected,
    actual,
    target: two,
    chain: [one, two],
    yardstick: whole,
    except: ["output"],
    rerun: async (maxCycles) => runTaken(whole, world, { start, maxCycles }, new EvidenceBook()),
  });
  book.tolerate(tolerated);
  // What follows a call that charged beyond both limits is decoded by the second leg only, and may fault there.
  const beyond = half.snapshot.cycles > second;
  const all = [
    ...differences.filter(({ what }) => !(beyond && what === "stop")),
    ...outputDifference(expected, half, actual),
    ...(tolerated === undefined ? snapshotDifference(expected.snapshot, actual.snapshot) : []),
  ];
  const [expectedFrom, actualFrom] = [`one leg on ${whole.name}`, `two legs on ${one.name}, ${two.name}`];
  const sides = { expectedFrom, expected, actualFrom, actual, targets: [one, two] };
  return { verdict: verdictOf(NAME, sides, all, book), end: actual };
}

/** What both legs printed must be what the one printed. */
function outputDifference(expected: Finish, half: Finish, actual: Finish): Difference[] {
  const [whole, first, second] = [expected.state.output, half.state.output, actual.state.output];
  if (!whole || !first || !second) return [];
  const both = Buffer.concat([first, second]);
  if (Buffer.compare(both, whole) === 0) return [];
  return [{ what: "output", expected: Buffer.from(whole).toString("hex"), actual: both.toString("hex") }];
}
