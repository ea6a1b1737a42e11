import type { Stop } from "../targets/index.ts";
import type { Moment } from "./moment.ts";
import type { Rig } from "./rig.ts";

/** The one machine of a time line that is where the time line is, with what belongs to a run beside a machine. */
export interface LiveRun {
  readonly rig: Rig;
  readonly leg: number;
  /** Cycles with which this leg began. */
  readonly legStart: bigint;
  /** What the program printed before this machine was made. */
  readonly printed: Uint8Array;
  /** Where the leg before this one ended. */
  readonly handedOver?: Moment | undefined;
  /** True if its snapshot could not be resumed, so that nothing of this leg can be executed. */
  readonly failedStart?: boolean;
  /** Why the run has stopped, if it has. */
  stop?: Stop | undefined;
  /** Which set of breakpoints its decoded blocks end at: 0 for none. */
  armedFor: number;
}

/** Where a run is. */
export function momentOf({ rig, leg, stop }: LiveRun): Moment {
  return { leg, cycles: rig.machine.cycles, ended: stop !== undefined };
}

/** All that the program of a run has printed so far. */
export function outputOf({ rig, printed }: LiveRun): Uint8Array {
  const output = rig.calls.output();
  if (printed.length === 0) return output;
  return output.length === 0 ? printed : Buffer.concat([printed, output]);
}
