import { FLAG_DIRTY, type HostMachine, type Memory } from "../../machine/index.ts";
import type { DirtyRun, Snapshot2, SourceRun } from "../../snapshot/index.ts";
import { BaseContext } from "./tracking.ts";

type Flags = Pick<Memory, "fetchFlag">;
type Run = SourceRun<bigint>;

/**
 * Snapshots refer also to tracked pages that were written since, and resuming takes what is referred to last, so that it
 * is what stays.
 */
export class WrittenSources extends BaseContext {
  #late: Run[] = [];

  protected override sourceRuns(memory: Flags): Run[] {
    return super.sourceRuns({ fetchFlag: (page) => memory.fetchFlag(page) & ~FLAG_DIRTY });
  }

  override resume(machine: HostMachine, snapshot: Snapshot2<bigint>): void {
    this.#late = [];
    super.resume(machine, snapshot);
    for (const run of this.#late) super.resumeSourceRun(machine, run);
  }

  protected override resumeSourceRun(_machine: HostMachine, run: Run): void {
    this.#late.push(run);
  }
}

/** Neighbours are one run wherever in their piece they come from. */
export class AnyOffset extends BaseContext {
  protected override sourceRuns(memory: Flags): Run[] {
    const runs: Run[] = [];
    for (const run of super.sourceRuns(memory)) {
      const last = runs.at(-1);
      const goesOn = last && last.address + last.length === run.address && last.flag === run.flag && last.id === run.id;
      if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + run.length };
      else runs.push(run);
    }
    return runs;
  }
}

/** Snapshots say of pages from sources what flags they have now. */
export class LateFlags extends BaseContext {
  protected override sourceRuns(memory: Flags): Run[] {
    for (const [page, entry] of this.pages) {
      this.remember(page, { ...entry, flag: memory.fetchFlag(page) & ~FLAG_DIRTY });
    }
    return super.sourceRuns(memory);
  }
}

/** Ids are objects, and compared by identity: each call of `trackPages` has one of its own. */
export class ObjectIds extends BaseContext {
  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    super.trackPages(machine, start, length, Object(id) as bigint, offset);
  }

  protected override sourceRuns(memory: Flags): Run[] {
    return super.sourceRuns(memory).map((run) => ({ ...run, id: BigInt.asUintN(64, run.id) }));
  }
}

/** Pages that are resumed from sources are tracked as if they came from the piece of the entry before. */
export class IdOfEntryBefore extends BaseContext {
  #before: bigint | undefined;
  #resumed: bigint | undefined;

  override resume(machine: HostMachine, snapshot: Snapshot2<bigint>): void {
    this.#before = undefined;
    super.resume(machine, snapshot);
  }

  protected override resumeSourceRun(machine: HostMachine, run: Run): void {
    this.#resumed = this.#before ?? run.id;
    try {
      super.resumeSourceRun(machine, run);
    } finally {
      this.#resumed = undefined;
    }
    this.#before = run.id;
  }

  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    super.trackPages(machine, start, length, this.#resumed ?? id, offset);
  }
}

/** Pages that are resumed from sources are not tracked. */
export class UntrackedResume extends BaseContext {
  #resuming = false;

  protected override resumeSourceRun(machine: HostMachine, run: Run): void {
    this.#resuming = true;
    try {
      super.resumeSourceRun(machine, run);
    } finally {
      this.#resuming = false;
    }
  }

  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    if (!this.#resuming) super.trackPages(machine, start, length, id, offset);
  }
}

/** Pages that are resumed by content are clean: the next snapshot relies on the one before to have them. */
export class CleanResume extends BaseContext {
  protected override resumeDirtyRun(machine: HostMachine, run: DirtyRun): void {
    super.resumeDirtyRun(machine, run);
    const first = run.address >> 12n;
    const count = BigInt(run.content.length >>> 12);
    for (let page = first; page < first + count; page++) machine.memory.clearFlag(page, FLAG_DIRTY);
  }
}
