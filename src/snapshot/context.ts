// The laws a context obeys (reference/ckb-vm/snapshot.md 11):
// - A snapshot resumed into a fresh machine of the same version and memory gives the state it was taken from.
// - A snapshot of that machine is the same snapshot again.
// - Making a snapshot changes nothing; neither shares bytes with the machine nor with the source.
// - A page is stored at most once: by content if it was written since it was tracked, else by reference.
// - Another version is refused, and nothing is changed by the attempt.
import { FaultError, FLAG_DIRTY, MEMORY_SIZE_DEFAULT, PAGE_SIZE, roundUpToPage } from "../machine/index.ts";
import type { HostMachine, Memory, ProgramMetadata } from "../machine/index.ts";
import type { DataSource, LoadedData } from "./data-source.ts";
import { dirtyRuns, sourceRuns } from "./runs.ts";
import { storageOf } from "./shared-run.ts";
import type { DirtyRun, SameId, Snapshot2, SourceRun, TrackedPage } from "./snapshot2.ts";
import { leadOf, StrictChecks, type StrictOptions } from "./strict.ts";

const PAGE = BigInt(PAGE_SIZE);

/** How a context differs from the seed's. */
export interface ContextOptions<I> {
  /**
   * Refuses what the seed lets pass (snapshot.md 6.2): answers of a data source that are shorter or longer than they must be,
   * and with digests also pages that have changed. Left out: nothing is checked. A failure is the fault `External`; of a
   * resume it leaves what was done before it, of `storeBytes` it leaves nothing.
   */
  readonly strict?: StrictOptions<I>;
}

/**
 * Remembers which pages of one machine hold, whole, bytes of a data source: takes snapshots that refer to them and
 * resumes snapshots. Order of effects, checks and partial effects of failures are the seed's. 64-bit arithmetic wraps.
 */
export class Snapshot2Context<I> {
  readonly dataSource: DataSource<I>;
  readonly #pages = new Map<number, TrackedPage<I>>();
  readonly #sameId: SameId<I>;
  readonly #strict: StrictChecks<I> | undefined;

  constructor(dataSource: DataSource<I>, sameId: SameId<I> = (a, b) => a === b, { strict }: ContextOptions<I> = {}) {
    this.dataSource = dataSource;
    this.#sameId = sameId;
    this.#strict = strict && new StrictChecks(strict);
  }

  /** The tracked pages by index, including those written since. */
  get pages(): ReadonlyMap<number, TrackedPage<I>> {
    return this.#pages;
  }

  /** @throws FaultError SnapshotDataLoadError if the source has no such piece */
  loadData(id: I, offset: bigint, length: bigint): LoadedData {
    const loaded = this.dataSource.loadData(id, offset, length);
    if (!loaded) throw new FaultError({ name: "SnapshotDataLoadError" });
    return loaded;
  }

  /**
   * Copies bytes of a piece to memory, and their full length as 8 bytes to `sizeAddress` first; pages covered whole are
   * tracked, pages covered in part are not, and are dirty.
   * @returns bytes written, and bytes from `offset` to the end of the piece
   * @throws FaultError SnapshotDataLoadError, or the fault of a store; what was done before it stays
   */
  storeBytes(
    machine: HostMachine,
    address: bigint,
    id: I,
    offset: bigint,
    length: bigint,
    sizeAddress: bigint,
  ): { written: bigint; fullLength: bigint } {
    const loaded = this.loadData(id, offset, length);
    this.#strict?.asked(id, offset, length, loaded);
    this.#strict?.unchanged(id, offset, leadOf(address), loaded.data);
    const { data, fullLength } = loaded;
    const written = BigInt(data.length);
    this.storeSize(machine.memory, sizeAddress, fullLength);
    this.untrackPages(machine, address, written);
    machine.memory.storeBytes(address, data);
    this.trackPages(machine, address, written, id, offset);
    return { written, fullLength };
  }

  /**
   * Tracks the pages of a program that was just loaded from piece `id` at `offset`. Looks at the metadata only: whoever
   * wrote to those pages in between is not noticed.
   * @throws FaultError MemOutOfBound
   */
  markProgram(machine: HostMachine, metadata: ProgramMetadata, id: I, offset: bigint): void {
    for (const { address, size, source, offsetFromAddress } of metadata.actions) {
      const fileLength = source.end - source.start;
      const room = wrap(size - offsetFromAddress);
      const length = fileLength < room ? fileLength : room;
      this.trackPages(machine, wrap(address + offsetFromAddress), length, id, wrap(offset + source.start));
    }
  }

  /** Takes a snapshot; changes neither machine nor context. @throws FaultError MemOutOfBound for a foreign machine */
  makeSnapshot(machine: HostMachine): Snapshot2<I> {
    const { memory } = machine;
    const dirtyPages = this.dirtyRuns(memory);
    return {
      pagesFromSource: this.sourceRuns(memory),
      dirtyPages,
      version: machine.version,
      registers: machine.registers.slice(),
      pc: machine.pc,
      cycles: machine.cycles,
      maxCycles: machine.maxCycles,
      loadReservationAddress: memory.reservation,
    };
  }

  /**
   * Puts a snapshot into a machine, which should be fresh: nothing is cleared, flags are added.
   * @throws FaultError InvalidVersion with nothing changed; MemPageUnalignedAccess, SnapshotDataLoadError or the fault
   * of a store with everything before it done
   */
  resume(machine: HostMachine, snapshot: Snapshot2<I>): void {
    if (machine.version !== snapshot.version) throw new FaultError({ name: "InvalidVersion" });
    this.#pages.clear();
    machine.registers.set(snapshot.registers);
    machine.updatePc(snapshot.pc);
    machine.commitPc();
    machine.cycles = snapshot.cycles;
    machine.maxCycles = snapshot.maxCycles;
    for (const run of snapshot.pagesFromSource) this.resumeSourceRun(machine, run);
    for (const run of snapshot.dirtyPages) this.resumeDirtyRun(machine, run);
    machine.memory.reservation = snapshot.loadReservationAddress;
  }

  /**
   * Declares that the pages wholly inside [start, start + length) hold the bytes of piece `id` from `offset` on, and
   * clears their dirty bit. Does not look at memory.
   * @throws FaultError MemOutOfBound; pages before it stay tracked. A strict context with digests does look, and throws
   * External for a page that is not what it was
   */
  trackPages(machine: HostMachine, start: bigint, length: bigint, id: I, offset: bigint): void {
    const first = roundUpToPage(start);
    const lead = wrap(first - start);
    if (length < lead) return;
    const { memory } = machine;
    // Page numbers are below 2^52, and the first that memory lacks ends the loop.
    const firstPage = Number(first / PAGE);
    const count = Number((length - lead) / PAGE);
    let pageOffset = wrap(offset + lead);
    for (let page = firstPage; page < firstPage + count; page++) {
      if (this.#strict && page < memory.pageCount) this.#strict.page(id, pageOffset, memory.pageView(page), true);
      memory.clearFlag(page, FLAG_DIRTY);
      this.remember(page, { id, offset: pageOffset, flag: memory.fetchFlag(page) });
      pageOffset = wrap(pageOffset + PAGE);
    }
  }

  /**
   * Forgets every page touched by [start, start + length) and marks it dirty.
   * @throws FaultError MemOutOfBound: with nothing changed if the range ends behind both this memory and CKB's 4 MiB
   * (the seed's constant), otherwise at the first page that is missing
   */
  untrackPages(machine: HostMachine, start: bigint, length: bigint): void {
    if (length === 0n) return;
    const end = start + length;
    const limit = machine.memory.size > MEMORY_SIZE_DEFAULT ? machine.memory.size : MEMORY_SIZE_DEFAULT;
    if (end > limit) throw outside(start >= limit ? start : wrap(end));
    const lastPage = Number((end - 1n) / PAGE);
    for (let page = Number(start / PAGE); page <= lastPage; page++) {
      machine.memory.setFlag(page, FLAG_DIRTY);
      this.forget(page);
    }
  }

  // The steps of tracking, each by itself.

  /** Enters a tracked page. */
  protected remember(page: number, entry: TrackedPage<I>): void {
    this.#pages.set(page, entry);
  }

  /** Stores how many bytes there are. @throws FaultError */
  protected storeSize(memory: Memory, address: bigint, size: bigint): void {
    memory.store64(address, size);
  }

  // The steps of a snapshot and of a resume, each by itself.

  /** The runs that a snapshot stores by content. */
  protected dirtyRuns(memory: Memory): DirtyRun[] {
    return dirtyRuns(memory);
  }

  /** The runs that a snapshot refers to. @throws FaultError MemOutOfBound */
  protected sourceRuns(memory: Pick<Memory, "fetchFlag">): SourceRun<I>[] {
    return sourceRuns(memory, this.#pages, this.#sameId);
  }

  /** A page is tracked no longer, if it was. */
  protected forget(page: number): void {
    this.#pages.delete(page);
  }

  /** Puts pages into a machine that a snapshot refers to, and tracks them. @throws FaultError */
  protected resumeSourceRun(machine: HostMachine, { address, flag, id, offset, length }: SourceRun<I>): void {
    checkAligned(address, address);
    const loaded = this.loadData(id, offset, length);
    this.#strict?.named(id, offset, length, loaded);
    this.#strict?.unchanged(id, offset, 0n, loaded.data);
    const { data } = loaded;
    this.storeRun(machine, address, flag, data);
    this.trackPages(machine, address, BigInt(data.length), id, offset);
  }

  /** Puts pages into a machine that a snapshot stores by content. @throws FaultError */
  protected resumeDirtyRun(machine: HostMachine, run: DirtyRun): void {
    const { address, flag } = run;
    const { memory } = machine;
    checkAligned(address, address);
    const pages = memory.handsOverPages ? storageOf(run) : undefined;
    // A context that is wrong on purpose may store otherwise.
    if (pages === undefined || this.storeRun !== Snapshot2Context.prototype.storeRun) {
      return this.storeRun(machine, address, flag, run.content);
    }
    memory.adoptPages(Number(address), pages);
    addFlags(memory, Number(address) / PAGE_SIZE, pages.length, flag);
  }

  /** Stores whole pages and adds their flags. @throws FaultError */
  protected storeRun({ memory }: HostMachine, address: bigint, flag: number, data: Uint8Array): void {
    checkAligned(BigInt(data.length), wrap(address + BigInt(data.length)));
    memory.storeBytes(address, data);
    if (data.length === 0) return;
    addFlags(memory, Number(address) / PAGE_SIZE, data.length / PAGE_SIZE, flag);
  }
}

function addFlags(memory: Memory, first: number, count: number, flag: number): void {
  for (let page = first; page < first + count; page++) memory.setFlag(page, flag);
}

function checkAligned(value: bigint, reported: bigint): void {
  if (value % PAGE !== 0n) throw new FaultError({ name: "MemPageUnalignedAccess", address: reported });
}

function outside(address: bigint): FaultError {
  return new FaultError({ name: "MemOutOfBound", address, kind: "Memory" });
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
