import type { World } from "../case/index.ts";
import { FLAG_DIRTY, type HostMachine, type Memory } from "../machine/index.ts";
import { Snapshot2Context, type Snapshot2 } from "../snapshot/index.ts";
import { ReferenceTarget } from "./reference.ts";
import type { Finish, Leg } from "./target.ts";

/**
 * Changes the last bit of a page, whatever its permission; its flags stay as they are. Nothing but this memory is changed, not
 * even what was handed over of it.
 */
function flipIn(memory: Memory, page: number): void {
  const bytes = memory.pageView(page).slice();
  bytes[bytes.length - 1] ^= 1;
  const isDirty = (memory.fetchFlag(page) & FLAG_DIRTY) !== 0;
  memory.overwritePage(page, bytes, 0);
  if (!isDirty) memory.clearFlag(page, FLAG_DIRTY);
}

/** Snapshots that were spoiled: whoever resumes one gets what it should have been. */
const spoiled = new WeakSet<object>();

/** Spoils what a machine that was resumed and has spent nothing since hands over, and only that. */
class SpoilingContext extends Snapshot2Context<bigint> {
  #resumedAt: bigint | undefined;

  override resume(machine: HostMachine, snapshot: Snapshot2<bigint>): void {
    this.#resumedAt = snapshot.cycles;
    super.resume(machine, snapshot);
    if (spoiled.has(snapshot)) flipIn(machine.memory, lastDirty(machine.memory));
  }

  override makeSnapshot(machine: HostMachine): Snapshot2<bigint> {
    const { memory } = machine;
    const page = lastDirty(memory);
    if (this.#resumedAt !== machine.cycles || page < 0) return super.makeSnapshot(machine);
    flipIn(memory, page);
    const snapshot = super.makeSnapshot(machine);
    spoiled.add(snapshot);
    flipIn(memory, page);
    return snapshot;
  }
}

function lastDirty(memory: Memory): number {
  return memory.liveFlags().findLastIndex((flags) => (flags & FLAG_DIRTY) !== 0);
}

/**
 * A target that is broken on purpose in the snapshots of legs that resume and spend nothing: a bit of the last dirty page is another
 * one, in storage that nobody has copied. It is none the worse for resuming one, so that nothing shows it but a comparison of two
 * snapshots, and that copies nothing.
 */
export class StorageCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-storage";

  constructor() {
    super({ leg: { context: (source) => new SpoilingContext(source) } });
  }
}

/** A target that is broken on purpose in the last byte of memory, as a machine itself would be that stored something there. */
export class MemoryCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary in memory";
  readonly #resumedOnly: boolean;

  constructor(resumedOnly: boolean) {
    super();
    this.#resumedOnly = resumedOnly;
  }

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    const memory = finish.state.memory as Memory;
    if (!this.#resumedOnly || leg.start !== "boot") flipIn(memory, memory.pageCount - 1);
    return finish;
  }
}
