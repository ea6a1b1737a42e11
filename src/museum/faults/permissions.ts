import type { Operands } from "../../isa/index.ts";
import {
  FaultError,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  Machine,
  Memory,
  type Fault,
  type FaultName,
  type RunResult,
} from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { AccessMachine } from "./access-machine.ts";
import { pagesOf, withFlag, withoutPermission } from "./pages.ts";

const NO_PAGE = -1;

/** Remembers the page that its program stored to last before it asks for permission, and does not ask again for that page. */
export class RememberingStoreMachine extends AccessMachine {
  #page = NO_PAGE;
  /** What permissions were like when the page was remembered; undefined in a machine that has just been taken over. */
  #permissions: number | undefined;

  /** Goes on with what another machine remembered. */
  takeOver(last: RememberingStoreMachine): void {
    this.#page = last.#page;
    this.#permissions = undefined;
  }

  protected override onStore(address: number, length: number, store: () => void): void {
    const { memory } = this;
    const pages = pagesOf(memory, address, length);
    const [first = NO_PAGE] = pages;
    const known = this.#permissions === undefined || this.#permissions === memory.codeVersion;
    const remembered = known && first === this.#page && pages.length === 1;
    this.#page = first;
    if (remembered) withoutPermission(memory, pages, store);
    this.#permissions = memory.codeVersion;
    if (!remembered) store();
  }
}

/** A store that ends behind 2^64 needs permission for the first page of memory, before its bounds are looked at. */
export class WrappingCheckMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    const wraps = address < 0 && this.farAddress + BigInt(length) > 2n ** 64n;
    if (wraps && this.writeXorExecute && this.fetchFlag(0) & FLAG_EXECUTABLE) {
      throw new FaultError({ name: "MemWriteOnExecutablePage", page: 0n });
    }
    super.prepareWrite(address, length);
  }
}

const OTHER: ReadonlyMap<FaultName, "MemWriteOnExecutablePage" | "MemWriteOnFreezedPage"> = new Map([
  ["MemWriteOnExecutablePage", "MemWriteOnFreezedPage"],
  ["MemWriteOnFreezedPage", "MemWriteOnExecutablePage"],
]);

/** Faults that are the other one already. */
const exchanged = new WeakSet<FaultError>();

/** Does something; the two faults of writing to a page that forbids it are each other's. */
export function exchangingFaults<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof FaultError) || exchanged.has(error)) throw error;
    const { fault } = error;
    const name = OTHER.get(fault.name);
    if (name === undefined || !("page" in fault)) throw error;
    const other: Fault = { name, page: fault.page };
    const changed = new FaultError(other);
    exchanged.add(changed);
    throw changed;
  }
}

/** Stores that are refused give the other fault. */
export class ExchangingMemory extends Memory {
  protected override prepareWrite(address: number, length: number): void {
    exchangingFaults(() => super.prepareWrite(address, length));
  }
}

/** So does filling that a program asked for. */
export class ExchangingMachine extends Machine {
  override environmentCall(i: Operands): void {
    exchangingFaults(() => super.environmentCall(i));
  }
}

const PERMISSIONS = FLAG_EXECUTABLE | FLAG_FREEZED;

/** Keeps permissions over a reset, of pages that nothing is loaded to afterwards. */
export class KeepingMemory extends Memory {
  #kept: Uint8Array | undefined;

  /** Goes on with the permissions of another memory. */
  keep(flags: Uint8Array): void {
    if (flags.length === this.pageCount) this.#kept = flags;
  }

  override reset(): void {
    this.keep(this.flags());
    super.reset();
  }

  /** What was loaded is in place. */
  loaded(): void {
    this.#kept?.forEach((flags, page) => {
      const free = this.fetchFlag(page) === 0 && this.isUntouched(page);
      if (free && flags & PERMISSIONS) this.setFlag(page, flags & PERMISSIONS);
    });
    this.#kept = undefined;
  }
}

class KeepingMachine extends Machine {
  override run(): RunResult {
    if (this.memory instanceof KeepingMemory) this.memory.loaded();
    return super.run();
  }

  override environmentCall(i: Operands): void {
    super.environmentCall(i);
    if (this.memory instanceof KeepingMemory) this.memory.loaded();
  }
}

/** The reference in one machine that is used again and again, and keeps permissions. */
export const KEEPING_PERMISSIONS: FaultOptions = {
  parts: { memory: (size, writeXorExecute) => new KeepingMemory(size, writeXorExecute) },
  leg: { machine: (options) => new KeepingMachine(options) },
  leftover: ({ machine: { memory } }, { machine: last }) => {
    if (memory instanceof KeepingMemory) memory.keep(last.memory.flags());
  },
};

/** A page that was found writable once is so for ever. */
export class StaleVerdictMemory extends Memory {
  readonly #writable = new Set<number>();

  override reset(): void {
    super.reset();
    this.#writable.clear();
  }

  protected override prepareWrite(address: number, length: number): void {
    const pages = pagesOf(this, address, length);
    const stale = withFlag(this, pages, FLAG_EXECUTABLE).filter((page) => this.#writable.has(page));
    withoutPermission(this, stale, () => super.prepareWrite(address, length));
    for (const page of pages) this.#writable.add(page);
  }
}
