import { encodeBincode, u64Id } from "../../snapshot/index.ts";
import type { World } from "../../case/index.ts";
import { OBSERVABLES, type Capabilities, type Finish, type Observable } from "../target.ts";
import { FAULTS_WITH_PAYLOAD, readStop, stopJson } from "./fault.ts";
import { bytesText, u64Text, type Field } from "./field.ts";
import { readSnapshot } from "./leg.ts";
import { readState, stateText, type MemoryBefore } from "./state.ts";

/** FINISH as JSON text. */
export function finishText({ stop, started, state, snapshot, loadedBytes }: Finish): string {
  const members = [`"stop":${JSON.stringify(stopJson(stop))}`, `"started":${started}`, `"state":${stateText(state)}`];
  if (snapshot) members.push(`"snapshot":"${bytesText(encodeBincode(snapshot, u64Id))}"`);
  if (loadedBytes !== undefined) members.push(`"loadedBytes":"${u64Text(loadedBytes)}"`);
  return `{${members.join(",")}}`;
}

/** Parts of the state that legs before the last one of a relay show. */
export const SHOWN_BETWEEN: readonly Observable[] = ["cycles", "output"];

/**
 * @param parts of the state that must be there
 * @param before what was read in the same world
 * @throws WireError
 */
export function readFinish(
  field: Field,
  world: World,
  { observes, faultPayloads = FAULTS_WITH_PAYLOAD }: Capabilities,
  parts: readonly Observable[],
  before?: MemoryBefore,
): Finish {
  const unobserved = OBSERVABLES.find((part) => !observes.includes(part) && !field.get("state").get(part).isMissing);
  if (unobserved) throw field.get("state").get(unobserved).wrong("left out: the target does not observe it");
  const snapshot = field.get("snapshot");
  const loadedBytes = field.get("loadedBytes");
  return {
    stop: readStop(field.get("stop"), faultPayloads),
    started: field.get("started").asBoolean(),
    state: readState(field.get("state"), parts, world.memorySize, before),
    ...(!snapshot.isMissing && { snapshot: readSnapshot(snapshot) }),
    ...(!loadedBytes.isMissing && { loadedBytes: loadedBytes.asU64() }),
  };
}
