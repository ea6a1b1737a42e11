import { StopList, TimeLine, type Session } from "../debug/index.ts";
import { compareFinishes } from "../laws/index.ts";
import type { Debuggee } from "./debuggee.ts";

/** What the debugger works on: the solo run, or the relay with the solo run beside it. */
export function sessionOf({ checked, map }: Debuggee, relay: boolean, interrupted: () => boolean): Session {
  return {
    line: new TimeLine(checked, relay),
    solo: relay ? new TimeLine(checked) : undefined,
    compare: (expected, actual) => compareFinishes(expected, actual, ["maxCycles"]),
    map,
    stops: new StopList(),
    interrupted,
  };
}
