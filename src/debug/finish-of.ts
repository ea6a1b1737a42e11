import { stateOf, type Finish } from "../targets/index.ts";
import type { TimeLine } from "./time-line.ts";

/** Where a time line is, as a leg that spent its budget there would show it. Its memory is that of the machine, no copy. */
export function finishOf({
  rig,
  stop,
  started,
  output,
}: TimeLine): Finish & { readonly state: { readonly output: Uint8Array } } {
  return { stop: stop ?? { kind: "budget" }, started, state: stateOf(rig.machine, output) };
}
