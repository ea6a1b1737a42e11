import type { World } from "../case/index.ts";
import { ReferenceTarget } from "./reference.ts";
import type { Finish, Leg, Target, WorldSnapshot } from "./target.ts";

/**
 * A target that is broken on purpose and must be caught in every gate: it takes snapshots of any version, and forgets
 * the last dirty page (or, where there is none, a cycle) when it resumes.
 */
export class CanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary";

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

/** A target that is broken on purpose in solo runs: it counts a cycle too many. */
export class SoloCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-solo";

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    return { ...finish, state: { ...finish.state, cycles: (finish.state.cycles ?? 0n) + 1n } };
  }
}

/** A target that is broken on purpose: every other answer of it is another one. */
export class FlakyCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-flaky";
  #odd = false;

  override run(world: World, leg: Leg): Finish {
    this.#odd = !this.#odd;
    const finish = super.run(world, leg);
    return this.#odd ? finish : { ...finish, state: { ...finish.state, pc: (finish.state.pc ?? 0n) ^ 1n } };
  }
}

/** The canaries by name. */
export const CANARIES: ReadonlyMap<string, () => Target> = new Map<string, () => Target>([
  ["canary", () => new CanaryTarget()],
  ["canary-solo", () => new SoloCanaryTarget()],
  ["canary-flaky", () => new FlakyCanaryTarget()],
]);
