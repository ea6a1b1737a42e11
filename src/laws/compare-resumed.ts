import type { World } from "../case/index.ts";
import type { Finish, Target, WorldSnapshot } from "../targets/target.ts";
import { verdictOf } from "./broken.ts";
import { compareFinishes } from "./compare.ts";
import type { EvidenceBook } from "./evidence.ts";
import type { Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";
import { resumeModel, type Resumed } from "./resume-model.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

/** A snapshot to resume under a limit that is spent, and what is known of a leg like it. */
export interface Resumption {
  readonly law: string;
  /** What was done to the snapshot, or to its sources. */
  readonly what: string;
  readonly target: Target;
  readonly world: World;
  readonly snapshot: WorldSnapshot;
  readonly maxCycles: bigint;
  /** A leg that stopped at the same place, and what the rules say of it: where code is the same, the stop is. */
  readonly like?: { readonly finish: Finish; readonly resumed: Resumed } | undefined;
}

/** What resuming came to. */
export interface ComparedResumption {
  readonly verdict: Verdict;
  readonly finish: Finish;
  readonly resumed: Resumed;
}

/** Resumes a snapshot, executing nothing, and compares all of the finish with what the seed's rules say. @throws TargetError */
export async function compareResumed(resumption: Resumption, book: EvidenceBook): Promise<ComparedResumption> {
  const { law, what, target, world, snapshot, maxCycles, like } = resumption;
  const finish = await runLeg(target, world, { start: snapshot, maxCycles, snapshot: true });
  book.leg(target, finish);
  book.comparisons++;
  const resumed = resumeModel(world, snapshot, maxCycles);
  const expected = finishOf(resumed, finish, like);
  const differences = compareFinishes(expected, finish);
  if (finish.started !== expected.started) {
    differences.push({ what: "started", expected: `${expected.started}`, actual: `${finish.started}` });
  }
  if (resumed.snapshot) differences.push(...snapshotDifference(resumed.snapshot, finish.snapshot ?? "missing"));
  const sides = {
    expectedFrom: "the rules of resuming",
    expected,
    actualFrom: `${target.name}, ${what}`,
    actual: finish,
  };
  return { verdict: verdictOf(law, { ...sides, targets: [target] }, differences, book), finish, resumed };
}

function finishOf(resumed: Resumed, actual: Finish, like: Resumption["like"]): Finish {
  const { fault, state } = resumed;
  const started = fault === undefined;
  if (fault) return { stop: { kind: "fault", fault }, started, state: withMarks(resumed, actual) };
  // The instruction at pc is decoded before its cost is asked for, so that a leg that executes nothing may end by a fault.
  const sameCode = like && like.resumed.state.pc === state.pc && codeEqual(like.resumed, state);
  if (sameCode) return { stop: like.finish.stop, started, state };
  const possible = actual.stop.kind === "budget" || actual.stop.kind === "fault";
  return { stop: possible ? actual.stop : { kind: "budget" }, started, state };
}

const FLAG_DIRTY = 4;

/** The state that a failure leaves: the pages that its last store may have marked are as the target has them. */
function withMarks({ state, mayBeMarked }: Resumed, actual: Finish): Resumed["state"] {
  const shown = actual.state.pageFlags;
  if (mayBeMarked.length === 0 || shown === undefined) return state;
  const pageFlags = state.pageFlags.slice();
  for (const page of mayBeMarked) {
    const marked = pageFlags[page] | FLAG_DIRTY;
    if (shown[page] === marked) pageFlags[page] = marked;
  }
  return { ...state, pageFlags };
}

const PAGE = 4096n;

/** True if the page that pc is in, and the next one, are the same. */
function codeEqual({ state: like }: Resumed, state: Resumed["state"]): boolean {
  const first = Number(state.pc / PAGE);
  return [first, first + 1].every(
    (page) =>
      page >= state.memory.pageCount ||
      (like.pageFlags[page] === state.pageFlags[page] &&
        Buffer.compare(like.memory.pageView(page), state.memory.pageView(page)) === 0),
  );
}
