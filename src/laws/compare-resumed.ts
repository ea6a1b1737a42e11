import type { World } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import { stopsEqual, type Finish, type Stop, type Target, type WorldSnapshot } from "../targets/target.ts";
import { faultAhead, faultAtPc } from "./block-answer.ts";
import { verdictOf } from "./broken.ts";
import { compareFinishes } from "./compare.ts";
import type { EvidenceBook } from "./evidence.ts";
import type { Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";
import { resumeModel, type Resumed } from "./resume-model.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

/** A snapshot to resume under a limit that is spent. */
export interface Resumption {
  readonly law: string;
  /** What was done to the snapshot, or to its sources. */
  readonly what: string;
  readonly target: Target;
  readonly world: World;
  readonly snapshot: WorldSnapshot;
  readonly maxCycles: bigint;
}

/** Resumes a snapshot, executing nothing, and compares all of the finish with what the seed's rules say. @throws TargetError */
export async function compareResumed(resumption: Resumption, book: EvidenceBook): Promise<Verdict> {
  const { law, what, target, world, snapshot, maxCycles } = resumption;
  const finish = await runLeg(target, world, { start: snapshot, maxCycles, snapshot: true });
  book.leg(target, finish);
  book.comparisons++;
  const resumed = resumeModel(world, snapshot, maxCycles);
  const expected = finishOf(resumed, finish, target, world);
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
    resumedOnly: true,
  } as const;
  return verdictOf(law, { ...sides, targets: [target] }, differences, book);
}

function finishOf(resumed: Resumed, actual: Finish, target: Target, world: World): Finish {
  const { fault, state } = resumed;
  const started = fault === undefined;
  if (fault) return { stop: { kind: "fault", fault }, started, state: withMarks(resumed, actual) };
  return { stop: spentStop(state, actual.stop, target, world), started, state };
}

/**
 * How a leg that may spend nothing ends. The instruction at pc is fetched and decoded before its cost is asked for, and by
 * some targets all that stands in its block, so that it may end by a fault.
 */
function spentStop(state: Resumed["state"], actual: Stop, { capabilities }: Target, world: World): Stop {
  // Version 0 has no fusion: some engines refuse such a world, others run it (machine.md 2).
  if (world.version === 0 && world.isa & ISA_MOP && stopsEqual(actual, REFUSED)) return actual;
  const fault = capabilities.blocks ? faultAhead(state, world, actual) : faultAtPc(state, world);
  return fault ? { kind: "fault", fault } : { kind: "budget" };
}

const REFUSED: Stop = { kind: "fault", fault: { name: "InvalidVersion" } };

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
