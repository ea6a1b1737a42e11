import type { World } from "../case/index.ts";
import { DecoderCache, FaultError, FLAG_DIRTY, PAGE_SHIFT, PAGE_SIZE, type Memory } from "../machine/index.ts";
import type { DirtyRun, Snapshot2, TrackedPage } from "../snapshot/index.ts";
import { momentOf, outputOf, type LiveRun } from "./live-run.ts";
import type { Moment } from "./moment.ts";
import type { Pilot } from "./pilot.ts";
import { makeRig, type Rig } from "./rig.ts";

/** A page that a resume does not give back as it was. */
interface LostPage {
  readonly page: number;
  readonly flags: number;
  /** Undefined where only the flags are lost. */
  readonly bytes: Uint8Array | undefined;
  /** The source it is tracked from, if it is and the resume forgets it. */
  readonly tracked: TrackedPage<bigint> | undefined;
}

/**
 * A run at one moment, to go on from again: the snapshot that a relay would hand over there, and beside it what snapshots
 * do not hold. That is what the program printed, a pause that was asked for and has not come yet, what the decoder cache
 * holds where code can change, and pages that a resume does not give back (such as those of a program whose segments
 * overlap).
 */
export interface Checkpoint {
  /** Never one at which the run has ended. */
  readonly moment: Moment;
  readonly snapshot: Snapshot2<bigint>;
  readonly lost: readonly LostPage[];
  /** Bytes that the program had printed: the time line keeps them once for all. */
  readonly printedBytes: number;
  readonly pauseRequested: boolean;
  readonly cache: DecoderCache | undefined;
  readonly legStart: bigint;
  readonly handedOver: Moment | undefined;
  /** The bytes of the pages of its snapshot, by page: checkpoints share those that are the same. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
}

/**
 * Takes a checkpoint, and changes nothing. What a resume does not give back of the pages that the snapshot does not store
 * itself is found by trying.
 * @param before a checkpoint of the same run, to share pages with
 */
export function takeCheckpoint(world: World, pilot: Pilot, live: LiveRun, before?: Checkpoint): Checkpoint {
  const { rig, legStart, handedOver } = live;
  const { machine, calls } = rig;
  const whole = calls.context.makeSnapshot(machine);
  const { dirtyPages, pages } = sharePages(whole.dirtyPages, before);
  const fresh = makeRig(world, pilot, false);
  resume(fresh, { ...whole, dirtyPages: [] });
  let cache: DecoderCache | undefined;
  if (machine.codeChanges) {
    cache = new DecoderCache();
    if (!machine.resetSignal) cache.copyFrom(rig.cache);
  }
  return {
    moment: momentOf(live),
    snapshot: { ...whole, dirtyPages },
    lost: lostPages(rig, fresh),
    printedBytes: outputOf(live).length,
    pauseRequested: machine.pauseRequested,
    cache,
    legStart,
    handedOver,
    pages,
  };
}

/** A run that is where `checkpoint` was taken. @param output what the program prints, at least up to there */
export function restoreCheckpoint(
  world: World,
  pilot: Pilot,
  checkpoint: Checkpoint,
  { watched, output }: { readonly watched: boolean; readonly output: Uint8Array },
): LiveRun {
  const printed = output.subarray(0, checkpoint.printedBytes);
  const { moment, snapshot, lost, pauseRequested, cache, legStart, handedOver } = checkpoint;
  const rig = makeRig(world, pilot, watched);
  const { machine, calls } = rig;
  resume(rig, snapshot);
  for (const { page, flags, bytes, tracked } of lost) {
    if (bytes) machine.memory.overwritePage(page, bytes, 0);
    if (tracked) {
      calls.context.trackPages(machine, BigInt(page * PAGE_SIZE), BigInt(PAGE_SIZE), tracked.id, tracked.offset);
    }
    machine.memory.clearFlag(page, machine.memory.fetchFlag(page) & ~flags);
    machine.memory.setFlag(page, flags);
  }
  machine.pauseRequested = pauseRequested;
  if (cache) rig.cache.copyFrom(cache);
  return { rig, leg: moment.leg, legStart, printed, handedOver, armedFor: 0 };
}

/** All that a snapshot holds. Where a resume fails at a page from a source, that is among the lost ones. */
function resume({ machine, calls }: Rig, snapshot: Snapshot2<bigint>): void {
  try {
    calls.context.resume(machine, snapshot);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    for (const { address, flag, content } of snapshot.dirtyPages) {
      const page = Number(address) >>> PAGE_SHIFT;
      machine.memory.overwritePage(page, content, 0);
      machine.memory.setFlag(page, flag);
    }
    machine.memory.reservation = snapshot.loadReservationAddress;
  }
}

/** Pages by content, one run for each, and the same by number. */
interface SharedPages {
  readonly dirtyPages: readonly DirtyRun[];
  readonly pages: ReadonlyMap<number, Uint8Array>;
}

/** The pages of runs, with the bytes of `before` where they are the same. */
function sharePages(runs: readonly DirtyRun[], before?: Checkpoint): SharedPages {
  const all: DirtyRun[] = [];
  let changed = 0;
  for (const { address, flag, content } of runs) {
    for (let at = 0; at < content.length; at += PAGE_SIZE) {
      const bytes = content.subarray(at, at + PAGE_SIZE);
      const known = before?.pages.get((Number(address) + at) >>> PAGE_SHIFT);
      const same = known && Buffer.compare(known, bytes) === 0;
      if (!same) changed++;
      all.push({ address: address + BigInt(at), flag, content: same ? known : bytes });
    }
  }
  // All runs are views of one buffer: a few pages must not keep the rest of it.
  const copies = 2 * changed < all.length;
  const pages = new Map<number, Uint8Array>();
  const dirtyPages = all.map((run) => {
    const page = Number(run.address) >>> PAGE_SHIFT;
    const content = copies && run.content !== before?.pages.get(page) ? run.content.slice() : run.content;
    pages.set(page, content);
    return { ...run, content };
  });
  return { dirtyPages, pages };
}

/** The pages that a snapshot does not store by content, as far as they are not the same in a machine that resumed it. */
function lostPages(rig: Rig, fresh: Rig): LostPage[] {
  const [memory, other] = [rig.machine.memory, fresh.machine.memory];
  const [flags, otherFlags] = [memory.liveFlags(), other.liveFlags()];
  const [tracked, others] = [rig.calls.context.pages, fresh.calls.context.pages];
  const lost: LostPage[] = [];
  for (let page = 0; page < memory.pageCount; page++) {
    if (flags[page] & FLAG_DIRTY) continue;
    const sameBytes = samePage(memory, other, page);
    const entry = tracked.get(page);
    const there = others.get(page);
    const forgotten = entry && (entry.id !== there?.id || entry.offset !== there.offset);
    if (sameBytes && flags[page] === otherFlags[page] && !forgotten) continue;
    const bytes = sameBytes ? undefined : memory.pageView(page).slice();
    lost.push({ page, flags: flags[page], bytes, tracked: entry });
  }
  return lost;
}

function samePage(a: Memory, b: Memory, page: number): boolean {
  if (a.isUntouched(page) && b.isUntouched(page)) return true;
  return Buffer.compare(a.pageView(page), b.pageView(page)) === 0;
}
