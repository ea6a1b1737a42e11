import { FaultError, MACHINE_PARTS, type Machine, type MachineParts, type Observer } from "../machine/index.ts";
import type { Operation } from "../machine/index.ts";
import { SteeredCode } from "./steered-code.ts";
import { WatchList, type Access, type Watch } from "./watch.ts";

/** Ends a run right behind an instruction. No fault: the machine stays as it is. */
export class BehindInstruction extends Error {}

/** Ends a run in the middle of an instruction that touches a watch: the machine is of no use any more. */
export class AtAccess extends Error {}

const BEHIND = new BehindInstruction();
const AT_ACCESS = new AtAccess();
/** What decoding gives where a breakpoint stands; known by being this object. */
const BREAK = new FaultError({ name: "Pause" });

/** A watch that was touched, and when: cycles before the instruction; under `note`, behind its block. */
export interface Touched {
  readonly watch: Watch;
  readonly cycles: bigint;
}

/**
 * How a run is steered:
 * - `free`: as fast as without a pilot;
 * - `step`: ends behind the next instruction;
 * - `first`: ends behind the first instruction that touches a watch;
 * - `last`: remembers where the last instruction that touches a watch begins;
 * - `probe`: is thrown out of the first access to a watch: fast, and costs the machine;
 * - `note`: remembers about when a watch was touched last: fast.
 */
export type Mode = "free" | "step" | "first" | "last" | "probe" | "note";

/**
 * Sits in all machines of a time line, one of which runs at a time, and ends its runs where they are to end. The
 * machines execute whole blocks wherever that is enough.
 */
export class Pilot implements Observer {
  /** The machine at work. */
  machine: Machine | undefined;
  /** True while runs stop at breakpoints: `decoded` blocks then end before each. */
  armed = false;
  readonly breakpoints = new Set<number>();
  readonly code = new SteeredCode(() => this.armed);
  #touched: Touched | undefined;
  /** Cycles before the instruction that was executed last, if each was looked at. */
  cyclesBefore = 0n;
  #watches = new WatchList([]);
  #mode: Mode = "free";
  #listening = false;
  #ahead = 0;
  /** The watch that the instruction at hand touches. */
  #now: Watch | undefined;

  /** Every instruction is told, not just blocks. */
  get every(): boolean {
    return this.#each;
  }
  #each = false;

  /** What machines of the time line are made of. */
  readonly parts: Pick<MachineParts, "fetch" | "fuse"> = {
    fetch: (memory, pc) => {
      this.stopAt(pc);
      const listening = this.#listening;
      this.#listening = false;
      try {
        return MACHINE_PARTS.fetch(memory, pc);
      } finally {
        this.#listening = listening;
      }
    },
    fuse: (head, version, partAt) => {
      this.#ahead++; // a breakpoint inside a sequence must not keep it from being fused
      try {
        return MACHINE_PARTS.fuse(head, version, partAt);
      } finally {
        this.#ahead--;
      }
    },
  };

  set watches(watches: readonly Watch[]) {
    this.#watches = new WatchList(watches);
  }

  /** What was touched since this was asked last. */
  takeTouched(): Touched | undefined {
    const touched = this.#touched;
    this.#touched = undefined;
    return touched;
  }

  /** True if a run was ended by a breakpoint. */
  isBreak(fault: unknown): boolean {
    return fault === BREAK.fault;
  }

  /** @throws FaultError at a breakpoint of an armed run */
  stopAt(pc: number): void {
    if (this.armed && this.#ahead === 0 && this.breakpoints.has(pc)) throw BREAK;
  }

  /** Runs `run` in this mode. */
  during<T>(mode: Mode, run: () => T): T {
    this.#mode = mode;
    this.#each = mode === "step" || mode === "first" || mode === "last";
    this.#listening = mode !== "free";
    this.#now = undefined;
    try {
      return run();
    } finally {
      this.#endInstruction(); // an instruction that faulted, or a call that charged beyond the limit
      this.#mode = "free";
      this.#each = false;
      this.#listening = false;
    }
  }

  before(operation: Operation): void {
    if (!this.#each || !this.machine) return;
    this.cyclesBefore = this.machine.cycles - BigInt(operation.cost);
    this.#now = undefined;
  }

  after(): void {
    if (!this.#each) return;
    const now = this.#now;
    this.#endInstruction();
    // The run loop itself ends what has exited.
    if (this.machine?.running && (this.#mode === "step" || (this.#mode === "first" && now))) throw BEHIND;
  }

  accessed(address: number, length: number, access: Access): void {
    if (!this.#listening) return;
    const watch = this.#watches.touched(address, length, access);
    if (!watch) return;
    if (this.#mode === "probe") throw AT_ACCESS;
    if (this.#mode === "note") this.#touched = { watch, cycles: this.machine?.cycles ?? 0n };
    else this.#now ??= watch;
  }

  #endInstruction(): void {
    if (this.#now) this.#touched = { watch: this.#now, cycles: this.cyclesBefore };
    this.#now = undefined;
  }
}
