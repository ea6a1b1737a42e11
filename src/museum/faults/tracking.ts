import { roundUpToPage, type HostMachine, type LoadingAction, type ProgramMetadata } from "../../machine/index.ts";
import { Snapshot2Context, type DataSource, type TrackedPage } from "../../snapshot/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { marked, unmarked } from "./dirty-flags.ts";

/** The context of worlds. */
export type Context = Snapshot2Context<bigint>;

/** A class of contexts of worlds. */
export type ContextClass = new (source: DataSource<bigint>) => Context;

/** What bases of contexts are derived from: without the options that no world uses. */
export const BaseContext = Snapshot2Context<bigint>;

/** A machine with another snapshot context. */
export function withContext(Wrong: ContextClass): FaultOptions {
  return { leg: { context: (source) => new Wrong(source) } };
}

/** What `trackPages` is asked for. */
export interface Tracking {
  readonly start: bigint;
  readonly length: bigint;
  readonly id: bigint;
  readonly offset: bigint;
}

/**
 * A context that tracks something else than it is asked for.
 * @param wrong what it tracks, of what was asked for and the bytes from there to the next page
 */
export function tracks(wrong: (asked: Tracking, lead: bigint) => Tracking): FaultOptions {
  return withContext(
    class extends BaseContext {
      override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
        const other = wrong({ start, length, id, offset }, wrap(roundUpToPage(start) - start));
        super.trackPages(machine, other.start, other.length, other.id, other.offset);
      }
    },
  );
}

/** A context that takes loading actions for others when it marks the program. */
export function marksProgram(wrong: (action: LoadingAction) => LoadingAction): FaultOptions {
  return withContext(
    class extends BaseContext {
      override markProgram(
        machine: HostMachine,
        { actions, entry }: ProgramMetadata,
        id: bigint,
        offset: bigint,
      ): void {
        super.markProgram(machine, { actions: actions.map(wrong), entry }, id, offset);
      }
    },
  );
}

/** Bytes of the file that a loading action puts into memory. */
export function loadedLength({ size, source, offsetFromAddress }: LoadingAction): bigint {
  const [file, room] = [source.end - source.start, wrap(size - offsetFromAddress)];
  return file < room ? file : room;
}

/** Tracked pages stay dirty if they were. */
export class DirtyTracking extends BaseContext {
  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    marked(machine.memory, () => super.trackPages(machine, start, length, id, offset));
  }
}

/** The flags of a page are remembered as they were before it was tracked. */
export class EarlyFlags extends BaseContext {
  #before: Uint8Array = new Uint8Array(0);

  override trackPages(machine: HostMachine, start: bigint, length: bigint, id: bigint, offset: bigint): void {
    this.#before = machine.memory.flags();
    super.trackPages(machine, start, length, id, offset);
  }

  protected override remember(page: number, entry: TrackedPage<bigint>): void {
    super.remember(page, { ...entry, flag: this.#before[page] });
  }
}

/** Untracked pages are not marked dirty. */
export class CleanUntracking extends BaseContext {
  override untrackPages(machine: HostMachine, start: bigint, length: bigint): void {
    unmarked(machine.memory, () => super.untrackPages(machine, start, length));
  }
}

/** Pages that are tracked stay so, and are not marked, when they should be untracked; others are marked. */
export class InvertedUntracking extends BaseContext {
  override untrackPages(machine: HostMachine, start: bigint, length: bigint): void {
    const { memory } = machine;
    const entries = new Map(this.pages);
    unmarked(
      memory,
      () => super.untrackPages(machine, start, length),
      (page) => entries.has(page),
    );
    for (const [page, entry] of entries) if (!this.pages.has(page)) this.remember(page, entry);
  }
}

/** 64-bit arithmetic. */
export function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
