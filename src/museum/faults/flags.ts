import { HOST_CALLS, SYSTEM_CALLS } from "../../case/index.ts";
import { a7, type Operands } from "../../isa/index.ts";
import { FLAG_DIRTY, loadProgramWithMetadata, Machine, Memory, PAGE_SHIFT, PAGE_SIZE } from "../../machine/index.ts";
import { AccessMachine } from "./access-machine.ts";
import { unmarked } from "./dirty-flags.ts";
import { pagesOf, withFlag, withoutMarking } from "./pages.ts";
import { StoreMemory } from "./store-memory.ts";

const ALL_FLAGS = 0xff;

/** A store leaves of the flags of its pages at most DIRTY, and does not set it. */
export class AndMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    const pages = pagesOf(this, address, length);
    const before = pages.map((page) => this.fetchFlag(page));
    super.prepareWrite(address, length);
    pages.forEach((page, k) => this.clearFlag(page, ALL_FLAGS & ~(before[k] & FLAG_DIRTY)));
  }
}

/** Loads a program; no page is dirty then. */
export const loadClean: typeof loadProgramWithMetadata = (machine, ...loaded) => {
  const bytes = loadProgramWithMetadata(machine, ...loaded);
  const { memory } = machine;
  for (const page of withFlag(memory, [...memory.flags().keys()], FLAG_DIRTY)) memory.clearFlag(page, FLAG_DIRTY);
  return bytes;
};

const NO_PAGE = -1;

/** Loads from the page that was loaded from last see it as it was found, until there is a load from another one. */
export class StaleReadMachine extends AccessMachine {
  #read = NO_PAGE;
  #isStale = false;

  override reset(maxCycles: bigint): void {
    super.reset(maxCycles);
    this.#read = NO_PAGE;
    this.#isStale = false;
  }

  override load8(address: number): number {
    return this.#seesNothing(address, 1) ? 0 : super.load8(address);
  }

  override load16(address: number): number {
    return this.#seesNothing(address, 2) ? 0 : super.load16(address);
  }

  override load32(address: number): number {
    return this.#seesNothing(address, 4) ? 0 : super.load32(address);
  }

  override load64(address: number, slot: number): void {
    if (this.#seesNothing(address, 8)) this.x[slot] = 0n;
    else super.load64(address, slot);
  }

  /** A page that nobody wrote is the same page of zeroes as the others, until a store gives it one of its own. */
  protected override onStore(address: number, length: number, store: () => void): void {
    const made = pagesOf(this.memory, address, length).filter((page) => this.memory.isUntouched(page));
    store();
    if (made.includes(this.#read)) this.#isStale = true;
  }

  #seesNothing(address: number, length: number): boolean {
    const pages = pagesOf(this.memory, address, length);
    if (pages.length !== 1 || pages[0] !== this.#read) {
      this.#read = pages.at(-1) ?? NO_PAGE;
      this.#isStale = false;
    }
    return this.#isStale;
  }
}

const FILLING: readonly bigint[] = [SYSTEM_CALLS.loadCellData, HOST_CALLS.initPages].map(BigInt);

/** What a call fills is not dirty by that. */
export class UnmarkedCallMachine extends Machine {
  override environmentCall(i: Operands): void {
    if (FILLING.includes(this.x[a7])) unmarked(this.memory, () => super.environmentCall(i));
    else super.environmentCall(i);
  }
}

/** Clearing any flag of a page clears all of them. */
export class AllClearingMemory extends Memory {
  override clearFlag(page: bigint | number, _flags: number): void {
    super.clearFlag(page, ALL_FLAGS);
  }
}

/** Clearing a flag that is clear sets it. */
export class TogglingMemory extends Memory {
  override clearFlag(page: bigint | number, flags: number): void {
    const before = this.fetchFlag(page);
    super.clearFlag(page, flags);
    this.setFlag(page, flags & ~before);
  }
}

/** Only what changes memory makes it dirty. */
export class ChangesOnlyMemory extends StoreMemory {
  override storeBytes(address: bigint, data: Uint8Array): void {
    if (address < this.size) this.onStore(Number(address), data.length, () => super.storeBytes(address, data));
    else super.storeBytes(address, data);
  }

  override fillBytes(address: bigint, length: number, value: number): void {
    if (address < this.size) this.onStore(Number(address), length, () => super.fillBytes(address, length, value));
    else super.fillBytes(address, length, value);
  }

  protected override onStore(address: number, length: number, store: () => void): void {
    const pages = pagesOf(this, address, length);
    const clean = pages.filter((page) => (this.fetchFlag(page) & FLAG_DIRTY) === 0);
    const before = clean.map((page) => this.pageView(page).slice());
    store();
    clean.forEach((page, k) => {
      if (Buffer.compare(this.pageView(page), before[k]) === 0) this.clearFlag(page, FLAG_DIRTY);
    });
  }
}

/** The page that becomes dirty is the one that begins or goes on behind the store. */
export class NeighbourMemory extends StoreMemory {
  protected override onStore(address: number, length: number, store: () => void): void {
    const behind = (address + length) >>> PAGE_SHIFT;
    const others = pagesOf(this, address, length).filter((page) => page !== behind);
    withoutMarking(this, others, store);
    if (behind < this.pageCount) this.setFlag(behind, FLAG_DIRTY);
  }
}

/** Clears all flags of the pages from `low` to below `high`, where all of them is below it. */
export function forgetFlags(memory: Memory, low: bigint, high: bigint): void {
  const end = high / BigInt(PAGE_SIZE);
  const last = end < memory.pageCount ? Number(end) : memory.pageCount;
  if (low >= memory.size) return;
  for (let page = Number(low) >>> PAGE_SHIFT; page < last; page++) {
    if (memory.fetchFlag(page) !== 0) memory.clearFlag(page, ALL_FLAGS);
  }
}
