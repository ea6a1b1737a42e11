import type { Case } from "../case/index.ts";
import { stopText, type Target } from "../targets/target.ts";
import { UNBOUNDED, type Bounds } from "./bounds.ts";
import { runners } from "./chain.ts";
import { isFetchable } from "./fetchable.ts";
import type { Divergence, Place } from "./law.ts";
import { fetchText, locationText, type Location } from "./location.ts";
import { locateDivergence, locateElsewhere, suspectsOf } from "./locate-divergence.ts";
import { locateInSnapshot, type SnapshotFault } from "./locate-in-snapshot.ts";
import {
  AFTER_RESUME,
  atLimit,
  IN_FETCH,
  IN_SNAPSHOT,
  isAtLimit,
  mnemonicOf,
  originAt,
  originAtEnd,
  originOfLoading,
  type Origin,
} from "./origin.ts";

/** What is said to be wrong. */
export interface Cause {
  readonly origin: Origin;
  /** Where the sides part, in a line for a person; empty where no place is known. */
  readonly text: string;
  /** The same with the state of both sides, where runs were followed to it. */
  readonly location?: Location;
  /** What is wrong in a snapshot, where that was looked at and is. */
  readonly snapshot?: SnapshotFault;
}

/**
 * The cause of a divergence of `broken`, also by what else goes wrong with the same case: what breaks several laws is one
 * fault then. It takes some dozens of runs. @throws TargetError
 * @param bounds ends it early: the cause is then what is known by then
 */
export async function causeOf(
  broken: Case,
  all: readonly Target[],
  divergence: Divergence,
  bounds: Bounds = UNBOUNDED,
): Promise<Cause> {
  const { law, at } = divergence;
  if (divergence.loading) {
    return { origin: originOfLoading(divergence), text: "none: the state is wrong right after loading" };
  }
  const { targets } = runners(broken.world, all);
  if (targets.length === 0) return { origin: originAtEnd(divergence), text: "" };
  const location = await locateDivergence(broken, targets, divergence, bounds);
  if (location?.reached) return { origin: originAtEnd(divergence), text: locationText(location), location };
  if (await isAtLimit(broken, targets, divergence)) {
    return {
      origin: atLimit(divergence),
      text: "none: every instruction is right, but the run does not stop at its limit",
      ...(location && { location }),
    };
  }
  const told = location && originAt(law, location);
  // What is wrong after a resume may have been handed over wrong.
  const isInLeg = told !== undefined && told.place !== AFTER_RESUME;
  const inSnapshot = isInLeg ? undefined : await faultInSnapshot(broken, targets, divergence, !told);
  if (inSnapshot) return { ...ofSnapshotFault(law, inSnapshot), ...(location && { location }) };
  if (told) return { origin: told, text: locationText(location), location };
  const elsewhere = location ? undefined : await locateElsewhere(broken, targets, divergence, bounds);
  const toldElsewhere = elsewhere && originAt(law, elsewhere);
  if (toldElsewhere) return { origin: toldElsewhere, text: locationText(elsewhere), location: elsewhere };
  return (
    ofLoading(divergence) ??
    ofSnapshot(divergence) ??
    ofResume(broken, divergence) ??
    (at && atInstruction(broken, divergence, at)) ?? {
      origin: originAtEnd(divergence),
      text: location ? locationText(location) : "",
      ...(location && { location }),
    }
  );
}

/** What is wrong in what a target that took part hands over, if something is. */
async function faultInSnapshot(
  broken: Case,
  targets: readonly Target[],
  { legs }: Divergence,
  askTaker: boolean,
): Promise<SnapshotFault | undefined> {
  for (const suspect of suspectsOf(legs, targets)) {
    const target = targets.find(({ name }) => name === suspect);
    const fault = target && (await locateInSnapshot(broken, targets[0], target, askTaker));
    if (fault) return fault;
  }
  return undefined;
}

function ofSnapshotFault(law: string, { by, difference: { what, expected, actual } }: SnapshotFault): Cause {
  const place = by === "giver" ? IN_SNAPSHOT : AFTER_RESUME;
  const where = by === "giver" ? "" : " where a resumed machine takes it";
  return {
    origin: { law, place, parts: [partOfSnapshot(what)] },
    text: `none: ${what} must be ${expected}, and is ${actual}${where}`,
    snapshot: { by, difference: { what, expected, actual } },
  };
}

/** Only what loading counts is wrong. */
function ofLoading(divergence: Divergence): Cause | undefined {
  const { differences } = divergence;
  if (!differences.every(({ what }) => what === "loaded bytes")) return undefined;
  const [{ expected, actual }] = differences;
  return {
    origin: originOfLoading(divergence),
    text: `none: loading must count ${expected} bytes, and counts ${actual}`,
  };
}

/** How laws call what is wrong with a snapshot and with nothing else: its fields, and what it shares with others. */
const OF_SNAPSHOT = /^snapshot\b|^data piece |of the machine that gave it$/;

const SHARED = /of the machine that gave it$/;
/** The law that compares what a target shows with what it hands over. */
const FAITHFUL = "faithful";
/** The law that changes a snapshot behind the back of the machine that resumed it. */
const UNALIASED = "unaliased";

/** The cause where the law has found the snapshot wrong, and not what became of it. */
function ofSnapshot({ law, differences }: Divergence): Cause | undefined {
  const [{ what, expected, actual }] = differences;
  // A machine that shares bytes with its snapshot goes wrong in other ways too: they follow from that.
  const isShared = SHARED.test(what);
  if (!isShared && law !== FAITHFUL && !differences.every((each) => OF_SNAPSHOT.test(each.what))) return undefined;
  return {
    origin: { law, place: IN_SNAPSHOT, parts: [partOfSnapshot(what)] },
    text: `none: ${what} must be ${expected}, and is ${actual}`,
  };
}

/** Which page or register it is, is not the fault's own. */
function partOfSnapshot(what: string): string {
  return what.replace(/^snapshot |[[.].*| \d.*/g, "");
}

/** The cause where nothing but resuming was asked for, or where it was refused by one side only. */
function ofResume({ world }: Case, divergence: Divergence): Cause | undefined {
  const { law, expected, actual, resumedOnly, differences } = divergence;
  if (expected.started !== actual.started) {
    const stop = stopText((expected.started ? actual : expected).stop);
    const text = expected.started
      ? `none: what must be resumed is refused, with ${stop}`
      : `none: what must be refused, with ${stop}, is resumed`;
    return { origin: { law, place: AFTER_RESUME, parts: ["started"] }, text };
  }
  // What runs on in the bytes of its snapshot is wrong from its resume on.
  if (!resumedOnly && law !== UNALIASED) return undefined;
  const { pc } = expected.state;
  // The fetch comes before any look at what is left.
  const onlyStop = differences.every((difference) => difference.what === "stop");
  if (expected.started && onlyStop && pc !== undefined && isFetchable(world, expected.state, pc) === false) {
    return { origin: { law, place: IN_FETCH, parts: [] }, text: fetchText(pc) };
  }
  const [{ what, expected: right, actual: wrong }] = differences;
  const origin = { ...originAtEnd(divergence), place: AFTER_RESUME };
  return { origin, text: `none: ${what} must be ${right} right after a resume, and is ${wrong}` };
}

function atInstruction({ world }: Case, { law, expected }: Divergence, { pc, text }: Place): Cause {
  // Where the instruction is executed, it may well be one that makes its own page something else.
  if (expected.state.pc === pc && isFetchable(world, expected.state, pc) === false) {
    return { origin: { law, place: IN_FETCH, parts: [] }, text: fetchText(pc) };
  }
  return { origin: { law, place: mnemonicOf(text), parts: [] }, text: `0x${pc.toString(16)}: ${text}` };
}
