import type { World } from "../case/index.ts";
import { ReferenceTarget } from "./reference.ts";
import type { Finish, Leg, WorldSnapshot } from "./target.ts";

const PAGE = 4096;

/**
 * A target that is broken on purpose in the snapshots of resumed legs: the last page that is stored by content is there
 * twice, and wrong the second time; where there is none, a cycle is lost.
 */
export class SnapshotCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-snapshot";

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    return leg.start === "boot" || !finish.snapshot ? finish : { ...finish, snapshot: storedTwice(finish.snapshot) };
  }
}

function storedTwice(snapshot: WorldSnapshot): WorldSnapshot {
  const last = snapshot.dirtyPages.at(-1);
  if (!last) return { ...snapshot, cycles: snapshot.cycles - 1n };
  const content = last.content.slice(-PAGE);
  content[PAGE - 1] ^= 1;
  const address = last.address + BigInt(last.content.length - PAGE);
  return { ...snapshot, dirtyPages: [...snapshot.dirtyPages, { ...last, address, content }] };
}

/**
 * A target that is broken on purpose: the snapshot that it gave last is its own still, and its next leg changes it.
 */
export class AliasCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-alias";
  #last: WorldSnapshot | undefined;

  override run(world: World, leg: Leg): Finish {
    const given = this.#last;
    // The leg that is asked for comes first, so that only what was handed over before is changed.
    const finish = super.run(world, leg);
    if (given) given.registers[LAST_REGISTER] ^= 1n;
    this.#last = finish.snapshot ?? given;
    return finish;
  }
}

const LAST_REGISTER = 31;
