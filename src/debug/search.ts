import type { Checkpoint } from "./checkpoint.ts";
import { compareMoments, type Moment } from "./moment.ts";
import type { Interrupted } from "./halt.ts";
import type { TimeLine } from "./time-line.ts";
import { stepForward } from "./travel.ts";
import type { Watch } from "./watch.ts";

/** Where runs are to stop. */
export interface Stops {
  /** Addresses of instructions: a run stops before them. */
  readonly breakpoints: ReadonlySet<bigint>;
  /** A run stops behind what touches one of them; backwards, before it. */
  readonly watches: readonly Watch[];
}

/** Why a search ended where it is. `stop`: the run has stopped there. `begin`: there is nothing before. */
export type Found =
  | { readonly kind: "break" | "stop" | "begin" | "interrupted" }
  | { readonly kind: "watch"; readonly watch: Watch };

/**
 * Cycles, more than what is executed as one block takes: a fast run knows only of a whole block that it touches a watch.
 * Of 64 instructions none costs 600, under any cost table.
 */
export const BLOCK_CYCLES_MAX = 64n * 600n;

/** One step forwards; says so if it touched a watch, or if the run stopped. */
export function stepOnce(line: TimeLine, { watches }: Pick<Stops, "watches">): Found | undefined {
  line.pilot.watches = watches;
  line.pilot.takeTouched();
  if (watches.length > 0) line.watch();
  const stepped = stepForward(line);
  const touched = line.pilot.takeTouched();
  if (touched && stepped !== "cut") return { kind: "watch", watch: touched.watch };
  return line.stop ? { kind: "stop" } : undefined;
}

/** Goes on until something stops it; at least one step. */
export async function searchForwards(
  line: TimeLine,
  stops: Stops,
  interrupted: Interrupted = () => false,
): Promise<Found> {
  const first = stepOnce(line, stops);
  if (first) return first;
  line.setBreakpoints(stops.breakpoints);
  const { watches } = stops;
  const base = watches.length > 0 ? line.checkpoint() : undefined;
  const halt = await armed(line, () => line.advance("end", base ? "probe" : "free", interrupted));
  if (halt === "break") return { kind: "break" };
  if (halt === "ended") return { kind: "stop" };
  if (halt !== "access" || !base) return { kind: "interrupted" };
  await approachAccess(line, base);
  line.pilot.takeTouched();
  await line.advance("end", "first");
  const touched = line.pilot.takeTouched();
  return touched ? { kind: "watch", watch: touched.watch } : { kind: "stop" };
}

/** Runs with breakpoints at which the run stops. */
export async function armed<T>({ pilot }: TimeLine, run: () => Promise<T>): Promise<T> {
  pilot.armed = true;
  try {
    return await run();
  } finally {
    pilot.armed = false;
  }
}

/** Runs from `base`, or from a checkpoint behind it, to shortly before the block that a fast run was thrown out of. */
async function approachAccess(line: TimeLine, base: Checkpoint): Promise<void> {
  const { leg, cycles } = line.moment;
  const shortBefore = { leg, cycles: cycles - BLOCK_CYCLES_MAX, ended: false };
  const nearest = line.checkpoints.at(shortBefore);
  const later = nearest && compareMoments(nearest.moment, base.moment) > 0 ? nearest : base;
  line.restore(later, true);
  if (compareMoments(line.moment, shortBefore) < 0) await goOnWatched(line, shortBefore);
}

/** Goes on to shortly before what is of interest: the last moment at or before `moment`, in a leg at or before its own. */
async function goOnWatched(line: TimeLine, { leg, cycles }: Moment): Promise<void> {
  while (line.moment.leg < leg) {
    const limit = line.limits[line.moment.leg];
    if ((await line.advance(limit < cycles ? limit : cycles)) !== "cut") return;
    if (line.moment.cycles >= cycles) return;
    line.handOver();
  }
  const limit = line.limits[leg];
  if (line.moment.cycles < cycles) await line.advance(cycles < limit ? cycles : limit);
}
