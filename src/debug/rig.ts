import type { World } from "../case/index.ts";
import { machineFor, type ReferenceMachine } from "../targets/index.ts";
import { KeptCache } from "./kept-cache.ts";
import type { Pilot } from "./pilot.ts";
import { WatchedMemory } from "./watched-memory.ts";

/** A machine of the reference with all that a world gives it, steered by a pilot. */
export interface Rig extends ReferenceMachine {
  /** What it has decoded, in worlds where code can change: CKB-VM goes on executing that. */
  readonly cache: KeptCache;
  /** True if its memory tells of accesses. */
  readonly watched: boolean;
}

/** A rig in which nothing is loaded. */
export function makeRig(world: World, pilot: Pilot, watched: boolean): Rig {
  const cache = new KeptCache((pc) => pilot.stopAt(pc));
  const made = machineFor(world, 0n, {
    observer: pilot,
    decoded: pilot.code,
    parts: {
      ...pilot.parts,
      decoderCache: () => cache,
      ...(watched && {
        memory: (size: number, writeXorExecute: boolean) => new WatchedMemory(size, writeXorExecute, pilot),
      }),
    },
  });
  return { ...made, cache, watched };
}
