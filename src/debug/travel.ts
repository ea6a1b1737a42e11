import { compareMoments, type Moment } from "./moment.ts";
import type { Interrupted } from "./halt.ts";
import type { TimeLine } from "./time-line.ts";

/** What a step did: executed an instruction or fused sequence, handed over to the next leg, or found the run stopped. */
export type Stepped = "instruction" | "cut" | "stop" | "none";

/** Cycles from which on a way back is made shorter for whoever goes back again. */
const FAR_CYCLES = 2048n;

/**
 * One step forwards: an instruction or fused sequence, the handing over of a snapshot, or the stop where nothing could be
 * executed (`stop`). `none`: the run had stopped before.
 */
export function stepForward(line: TimeLine): Stepped {
  if (line.stop) return "none";
  const { cycles } = line.moment;
  const halt = line.run("end", "step");
  if (line.moment.cycles !== cycles) return "instruction";
  if (halt !== "cut") return "stop";
  line.handOver();
  return "cut";
}

/** One step backwards, the same ones as forwards. @returns false at the beginning of the run */
export async function stepBack(line: TimeLine): Promise<boolean> {
  const before = await momentBefore(line);
  if (!before) return false;
  await seek(line, before);
  return true;
}

/** Goes to a moment that is known to be one of the run. */
export async function seek(line: TimeLine, moment: Moment): Promise<void> {
  const there = line.moment;
  const order = compareMoments(there, moment);
  if (order === 0) return;
  const checkpoint = line.checkpoints.at(moment);
  if (order > 0 || (checkpoint && compareMoments(checkpoint.moment, there) > 0)) {
    if (!checkpoint) return; // nothing was ever executed: the one moment there is
    line.restore(checkpoint);
    if (order > 0) await approach(line, moment);
  }
  await goOn(line, moment);
}

/** Goes on to a moment further on, which may be that of a stop. */
async function goOn(line: TimeLine, { leg, cycles, ended }: Moment): Promise<void> {
  while (line.moment.leg < leg) {
    if ((await line.advance(line.limits[line.moment.leg])) !== "cut") return;
    line.handOver();
  }
  if (!ended && line.moment.cycles === cycles) return;
  await line.advance(ended ? "end" : withinLeg(line, cycles));
  if (!ended) line.unstop();
}

/** A goal at which no leg hands over: a system call may end beyond the limit of its leg. */
function withinLeg(line: TimeLine, goal: bigint): bigint {
  const limit = line.limits[line.moment.leg];
  return goal < limit ? goal : limit;
}

/** Leaves checkpoints on the last stretch before `moment`, closer and closer: the next step back is short. */
async function approach(line: TimeLine, moment: Moment): Promise<void> {
  while (line.moment.leg === moment.leg && moment.cycles - line.moment.cycles > FAR_CYCLES) {
    const { cycles } = line.moment;
    if ((await line.advance(withinLeg(line, cycles + (moment.cycles - cycles) / 2n))) !== "limit") return;
    if (line.moment.cycles === cycles || compareMoments(line.moment, moment) >= 0) return;
    line.checkpoints.addNear(line.checkpoint());
  }
}

/** The moment one step before where `line` is, which it may leave; undefined at the beginning. */
async function momentBefore(line: TimeLine): Promise<Moment | undefined> {
  const { moment, handedOver } = line;
  if (compareMoments(moment, line.begin) <= 0) return undefined;
  if (line.atLegStart) return handedOver;
  if (!moment.ended) return boundaryBefore(line, moment);
  if (!line.started) return handedOver;
  // Either the last instruction stopped the run, or what came behind it could not be executed.
  const before = await boundaryBefore(line, moment);
  await seek(line, before);
  stepForward(line);
  return line.stop ? before : line.moment;
}

/** The last moment of the leg that has fewer cycles, or its first one. */
async function boundaryBefore(line: TimeLine, { leg, cycles }: Moment): Promise<Moment> {
  const enterLeg = async (): Promise<void> => {
    const there = { leg, cycles, ended: false };
    const checkpoint = line.checkpoints.before(there) ?? line.checkpoints.at(there);
    if (checkpoint) line.restore(checkpoint);
    if (line.moment.leg < leg) await goOn(line, { leg, cycles: 0n, ended: false });
  };
  await enterLeg();
  const start = line.moment;
  if (start.cycles >= cycles) return start;
  await approach(line, { leg, cycles, ended: false });
  await line.advance(withinLeg(line, cycles - 1n));
  if (line.moment.cycles < cycles) return { ...line.moment, ended: false };
  // A system call charged what lies between: where it began is seen by looking at each instruction.
  await enterLeg();
  await line.advance(withinLeg(line, cycles - 1n), "last");
  return { leg, cycles: line.pilot.cyclesBefore, ended: false };
}

/** Goes to the last moment at or before a count of cycles; behind the end, to the stop. */
export async function goToCycles(line: TimeLine, cycles: bigint, interrupted?: Interrupted): Promise<void> {
  const before = ({ moment }: { readonly moment: Moment }): boolean => moment.cycles <= cycles;
  const checkpoint = line.checkpoints.all.findLast(before) ?? line.checkpoints.all.at(0);
  const there = line.moment;
  if (checkpoint && (there.ended || !before(line) || compareMoments(checkpoint.moment, there) > 0)) {
    line.restore(checkpoint);
  }
  if (line.moment.cycles < cycles) await line.advance(cycles, "free", interrupted);
}

/** Goes to the first moment of the next leg; to the stop, if there is none. */
export async function toNextLeg(line: TimeLine, interrupted?: Interrupted): Promise<void> {
  if (line.stop) return;
  if ((await line.advance(line.limits[line.moment.leg], "free", interrupted)) === "cut") line.handOver();
}
