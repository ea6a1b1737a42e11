import type { World } from "../case/index.ts";
import { ReferenceTarget } from "./reference.ts";
import type { Finish, Leg, WorldSnapshot } from "./target.ts";

/**
 * A target that is broken on purpose and must be caught in every gate: it takes snapshots of any version, and forgets
 * the last dirty page (or, where there is none, a cycle) when it resumes.
 */
export class CanaryTarget extends ReferenceTarget {
  override readonly name = "canary";

  override run(world: World, leg: Leg): Finish {
    return leg.start === "boot"
      ? super.run(world, leg)
      : super.run(world, { ...leg, start: damaged(leg.start, world) });
  }
}

function damaged(snapshot: WorldSnapshot, { version }: World): WorldSnapshot {
  if (snapshot.dirtyPages.length === 0) return { ...snapshot, version, cycles: snapshot.cycles + 1n };
  return { ...snapshot, version, dirtyPages: snapshot.dirtyPages.slice(0, -1) };
}
