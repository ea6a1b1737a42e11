import {
  FaultError,
  FLAG_DIRTY,
  MACHINE_PARTS,
  PAGE_SIZE,
  type HostMachine,
  type Memory,
} from "../../machine/index.ts";
import type { DirtyRun } from "../../snapshot/index.ts";
import type { Leg, ReferenceMachine, WorldSnapshot } from "../../targets/index.ts";
import { FaultyTarget, type FaultOptions } from "../faulty-target.ts";
import { pagesOfRun, runsOf, type StoredPage } from "./capturing.ts";
import { BaseContext, withContext } from "./tracking.ts";

const PAGE = BigInt(PAGE_SIZE);

/** What is left of the machine before, when a machine is used again to resume a snapshot. A boot begins with a new one. */
export function leftAtResume(
  leave: (fresh: ReferenceMachine, last: ReferenceMachine, start: WorldSnapshot) => void,
): FaultOptions {
  return {
    leftover: (fresh, last, { start }: Leg) => {
      if (start !== "boot") leave(fresh, last, start);
    },
  };
}

/** Pages of the last machine, with bytes and flags, are in the fresh one. */
function keepPages(fresh: Memory, last: Memory, isKept: (page: number) => boolean): void {
  const flags = last.flags().subarray(0, fresh.pageCount);
  flags.forEach((flag, page) => {
    if ((flag === 0 && last.isUntouched(page)) || !isKept(page)) return;
    fresh.overwritePage(page, last.pageView(page), 0);
    fresh.clearFlag(page, FLAG_DIRTY);
    fresh.setFlag(page, flag);
  });
}

/** Pages that a snapshot does not name are as the last machine left them. */
export function unnamedPagesKept(): FaultOptions {
  return leftAtResume(({ machine }, last, { pagesFromSource, dirtyPages }) => {
    const named = [
      ...pagesFromSource,
      ...dirtyPages.map(({ address, content }) => ({ address, length: BigInt(content.length) })),
    ];
    keepPages(machine.memory, last.machine.memory, (page) => {
      const at = BigInt(page) * PAGE;
      return !named.some(({ address, length }) => address <= at && at < address + length);
    });
  });
}

/** A machine in which resuming failed is not cleared before it is used again. */
export function notClearedAfterFailure(name: string): FaultyTarget {
  let failed = false;
  return new FaultyTarget(name, {
    ...leftAtResume(({ machine }, last) => {
      if (failed) keepPages(machine.memory, last.machine.memory, () => true);
    }),
    finish: (finish, { start }) => {
      failed = start !== "boot" && !finish.started;
      return finish;
    },
  });
}

/** The instruction at pc is fetched before memory is resumed: out of what the last machine left. */
export function fetchedBeforeResume(name: string): FaultyTarget {
  let left: Memory | undefined;
  return new FaultyTarget(name, {
    leftover: (_fresh, last, { start }) => {
      left = start === "boot" ? undefined : last.machine.memory;
    },
    parts: {
      fetch: (memory, pc) => {
        const before = left;
        left = undefined;
        try {
          if (before) return MACHINE_PARTS.fetch(before, pc);
        } catch (error) {
          if (!(error instanceof FaultError)) throw error;
        }
        return MACHINE_PARTS.fetch(memory, pc);
      },
    },
  });
}

/** Remembers the pages that it stored in snapshots, and adds to them what is dirty since. */
class DirtyList extends BaseContext {
  readonly #stored = new Map<number, StoredPage>();

  /** What was stored by the context before counts as stored. */
  goOn(before: DirtyList): void {
    for (const [page, stored] of before.#stored) this.#stored.set(page, stored);
  }

  protected override dirtyRuns(memory: Memory): DirtyRun[] {
    for (const stored of super.dirtyRuns(memory).flatMap(pagesOfRun)) {
      if (!this.#stored.has(stored.page)) this.#stored.set(stored.page, stored);
    }
    return runsOf([...this.#stored.values()].toSorted((a, b) => a.page - b.page));
  }
}

/** The pages that a snapshot stores are those of the snapshot before, as they were then, and those dirty since. */
export function dirtyListKept(): FaultOptions {
  return {
    ...withContext(DirtyList),
    ...leftAtResume((fresh, last) => {
      const [context, before] = [fresh.calls.context, last.calls.context];
      if (context instanceof DirtyList && before instanceof DirtyList) context.goOn(before);
    }),
  };
}

/** Resuming leaves what was tracked before tracked, unless the snapshot tracks those pages otherwise. */
class UnclearedMap extends BaseContext {
  /** Pages that the context before tracks are tracked. */
  goOn({ pages }: UnclearedMap, pageCount: number): void {
    for (const [page, entry] of pages) if (page < pageCount) this.remember(page, entry);
  }

  override resume(machine: HostMachine, snapshot: WorldSnapshot): void {
    const tracked = new Map(this.pages);
    super.resume(machine, snapshot);
    for (const [page, entry] of tracked) if (!this.pages.has(page)) this.remember(page, entry);
  }
}

/** Pages that the machine of the leg before tracked are tracked in this one too. */
export function trackedPagesKept(): FaultOptions {
  return {
    ...withContext(UnclearedMap),
    ...leftAtResume((fresh, last) => {
      const [context, before] = [fresh.calls.context, last.calls.context];
      if (context instanceof UnclearedMap && before instanceof UnclearedMap) {
        context.goOn(before, fresh.machine.memory.pageCount);
      }
    }),
  };
}
