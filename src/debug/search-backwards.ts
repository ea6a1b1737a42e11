import type { Checkpoint } from "./checkpoint.ts";
import { compareMoments, type Moment } from "./moment.ts";
import { armed, BLOCK_CYCLES_MAX, type Found, type Stops } from "./search.ts";
import type { Interrupted } from "./halt.ts";
import type { TimeLine } from "./time-line.ts";
import { seek, stepForward } from "./travel.ts";
import type { Watch } from "./watch.ts";

/** Breakpoints met one after the other before the later half of what is left is looked into first. */
const BREAKS_MAX = 64;

/** A part of one leg: from a checkpoint on, up to a moment that is no part of it. */
interface Stretch {
  readonly from: Checkpoint;
  readonly end: Moment;
}

/**
 * Goes back to the last moment at which something stops it; to the beginning if nothing does. What lies between two
 * checkpoints is run again, the latest stretch first.
 */
export async function searchBackwards(
  line: TimeLine,
  stops: Stops,
  interrupted: Interrupted = () => false,
): Promise<Found> {
  line.setBreakpoints(stops.breakpoints);
  line.pilot.watches = stops.watches;
  let end = line.moment;
  for (let from = line.checkpoints.before(end); from; from = line.checkpoints.before(end)) {
    for (const stretch of await stretches(line, from, end)) {
      const found = await searchStretch(line, stretch, stops);
      if (found) return found;
    }
    end = from.moment;
    if (interrupted()) {
      line.restore(from);
      return { kind: "interrupted" };
    }
  }
  await seek(line, line.begin);
  return { kind: "begin" };
}

async function searchStretch(line: TimeLine, stretch: Stretch, stops: Stops): Promise<Found | undefined> {
  const atBreak = stops.breakpoints.size > 0 ? await lastBreak(line, stretch) : undefined;
  const atAccess = stops.watches.length > 0 ? await lastAccess(line, stretch) : undefined;
  if (atAccess && !(atBreak && compareMoments(atBreak, atAccess.moment) > 0)) {
    await seek(line, atAccess.moment);
    return { kind: "watch", watch: atAccess.watch };
  }
  if (!atBreak) return undefined;
  await seek(line, atBreak);
  return { kind: "break" };
}

/** The parts of what lies between `from` and `end`, each in one leg, the last one first. */
async function stretches(line: TimeLine, from: Checkpoint, end: Moment): Promise<Stretch[]> {
  const found: Stretch[] = [];
  line.restore(from);
  let start = from;
  while (line.moment.leg < end.leg) {
    const { leg } = line.moment;
    await line.advance(line.limits[leg]);
    // The last moment of a leg is one of its own.
    found.push({ from: start, end: { ...line.moment, ended: true } });
    line.handOver();
    if (line.stop) return found.reverse();
    start = line.checkpoint();
  }
  found.push({ from: start, end });
  return found.reverse();
}

/** How far to go for the end of a stretch, without leaving its leg. */
function goalOf(line: TimeLine, { leg, cycles, ended }: Moment): bigint {
  const limit = line.limits[leg];
  return ended || cycles > limit ? limit : cycles;
}

/** The last moment of a stretch at which a breakpoint stands. */
async function lastBreak(line: TimeLine, { from, end }: Stretch): Promise<Moment | undefined> {
  const isOver = (): boolean => line.stop !== undefined || compareMoments(line.moment, end) >= 0;
  let last: Moment | undefined;
  line.restore(from);
  for (let count = 0; !isOver(); count++) {
    if (count === BREAKS_MAX) return (await lastBreakInHalves(line, end)) ?? last;
    if (line.pilot.breakpoints.has(line.rig.machine.near)) last = line.moment;
    if (stepForward(line) !== "instruction") return last;
    if (isOver()) return last;
    if ((await armed(line, () => line.advance(goalOf(line, end)))) !== "break") return last;
  }
  return last;
}

/** Where a breakpoint is met again and again: the later half of what is left decides, if it is met there at all. */
async function lastBreakInHalves(line: TimeLine, end: Moment): Promise<Moment | undefined> {
  const from = line.checkpoint();
  const { cycles } = from.moment;
  await line.advance(goalOf(line, { ...end, ended: false, cycles: cycles + (end.cycles - cycles) / 2n }));
  if (line.stop || compareMoments(line.moment, from.moment) === 0) return lastBreak(line, { from, end });
  const middle = line.checkpoint();
  return (await lastBreak(line, { from: middle, end })) ?? (await lastBreak(line, { from, end: middle.moment }));
}

/** Where the last instruction of a stretch that touches a watch begins. */
async function lastAccess(
  line: TimeLine,
  { from, end }: Stretch,
): Promise<{ readonly moment: Moment; readonly watch: Watch } | undefined> {
  const { pilot } = line;
  const goal = goalOf(line, end);
  pilot.takeTouched();
  line.restore(from, true);
  await line.advance(goal, "note");
  const touched = pilot.takeTouched();
  if (!touched) return undefined;
  // A whole block was at work then: instruction by instruction from before it.
  const shortBefore = touched.cycles - BLOCK_CYCLES_MAX;
  const { leg } = end;
  const nearest = line.checkpoints.at({ leg, cycles: shortBefore, ended: false });
  line.restore(nearest && compareMoments(nearest.moment, from.moment) > 0 ? nearest : from, true);
  if (line.moment.cycles < shortBefore) await line.advance(shortBefore);
  pilot.takeTouched();
  await line.advance(touched.cycles < goal ? touched.cycles : goal, "last");
  const exact = pilot.takeTouched();
  return exact && { moment: { leg, cycles: exact.cycles, ended: false }, watch: exact.watch };
}
