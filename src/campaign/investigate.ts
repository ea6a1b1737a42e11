import {
  causeOf,
  reachedText,
  UNBOUNDED,
  type Bounds,
  type Cause,
  type Divergence,
  type Location,
  type Sides,
} from "../laws/index.ts";
import { stopText, TargetError, type Target } from "../targets/index.ts";
import type { Finding } from "./check-case.ts";
import { codeFrame } from "./code-frame.ts";
import type { Explanation, Flaky, Investigation } from "./investigation.ts";
import { lostParts } from "./lost-parts.ts";
import { operandsAt } from "./operands-at.ts";
import { flagsDifference, memoryDifference, pageMap } from "./page-difference.ts";
import { stateValues } from "./state-values.ts";

/** How a finding is looked into; everything may be left out. */
export interface InvestigateOptions {
  readonly bounds?: Bounds;
  /** Names of addresses, for the code frame. */
  readonly symbols?: ReadonlyMap<bigint, string>;
  /** What is known of its target: where it does not always do the same, no place is looked for. */
  readonly flaky?: Flaky | undefined;
  /** What varying the parts of the case has shown. */
  readonly explained?: readonly Explanation[];
  /** The cause, where it is known already. */
  readonly cause?: Cause;
}

/**
 * Finds out where the two sides of a finding part, and what differs there. Where a target fails while it is looked at, what
 * is known is what the law has seen.
 */
export async function investigate(
  { checked, divergence }: Finding,
  targets: readonly Target[],
  { bounds = UNBOUNDED, symbols = new Map(), flaky, explained = [], cause: known }: InvestigateOptions = {},
): Promise<Investigation> {
  const started = performance.now();
  const cause = known ?? (flaky ? undefined : await soughtCause(checked, targets, divergence, bounds));
  const { location } = cause ?? {};
  const sides: Shown = location?.there ?? { located: checked, ...divergence };
  const place = location && !location.wrongAfterLoading ? location : undefined;
  const memory = (sides.before ?? sides.expected).state.memory;
  const isInstruction = place !== undefined && !place.wrongAfterResume && !place.inFetch && !place.reached;
  const pc = place?.pc ?? divergence.at?.pc;
  const operands =
    isInstruction && memory ? operandsAt(memory, place.pc, sides.located.world, place.fused?.length) : undefined;
  return {
    ...(location && { location }),
    where: flaky ? "not looked for: the outcome is not always the same" : (cause?.text ?? ""),
    // What runs were followed to is seen against the yardstick.
    ...(divergence.peers && !location?.there && { peers: true }),
    sides: { expected: sides.expectedFrom, actual: sides.actualFrom },
    frame: memory && pc !== undefined ? codeFrame(memory, pc, symbols, isInstruction) : [],
    values: stateValues(sides, operands),
    memory: memoryDifference(sides),
    flags: flagsDifference(sides),
    pages: pageMap(sides),
    timeline: timelineOf(sides, divergence, location?.begins ?? location?.cycles),
    lost: cause ? lostParts(cause, divergence) : [],
    explained,
    ...(flaky && { flaky }),
    legs: location?.legs ?? 0,
    seconds: (performance.now() - started) / 1000,
    ...reachedOf(location, !flaky && !cause && bounds.isOver()),
  };
}

/** How far a search came that a bound ended: if it was given up before it knew of any place, no further than its first runs. */
function reachedOf(location: Location | undefined, isGivenUp: boolean): Pick<Investigation, "reached"> {
  if (location?.reached) return { reached: reachedText(location.reached) };
  return isGivenUp ? { reached: "the first runs only, as they take so long" } : {};
}

type Shown = Omit<Sides, "expectedOn" | "actualOn">;

async function soughtCause(
  checked: Finding["checked"],
  targets: readonly Target[],
  divergence: Divergence,
  bounds: Bounds,
): Promise<Cause | undefined> {
  try {
    return await causeOf(checked, targets, divergence, bounds);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return undefined;
  }
}

function timelineOf(
  { located }: Shown,
  { expected, actual }: Divergence,
  differs: bigint | undefined,
): Investigation["timeline"] {
  const ends = [expected, actual].map(({ state }) => state.cycles ?? 0n);
  const end = ends[0] > ends[1] ? ends[0] : ends[1];
  return {
    end,
    cuts: located.cuts.filter((cut) => cut <= end),
    ...(differs !== undefined && { differs }),
    expectedStop: stopText(expected.stop),
    actualStop: stopText(actual.stop),
  };
}
