import type { Case } from "../case/index.ts";
import { FaultError } from "../machine/index.ts";
import { boot, type Stop } from "../targets/index.ts";
import { restoreCheckpoint, takeCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { Checkpoints } from "./checkpoints.ts";
import type { Goal, Halt, Interrupted } from "./halt.ts";
import { momentOf, outputOf, type LiveRun } from "./live-run.ts";
import { compareMoments, type Moment } from "./moment.ts";
import { AtAccess, BehindInstruction, Pilot, type Mode } from "./pilot.ts";
import { makeRig, type Rig } from "./rig.ts";

/** Cycles after which a long run looks whether it is interrupted. */
const PIECE = 2n ** 20n;

const NEVER: Interrupted = () => false;

/**
 * A run of a case on the reference, to go forwards and backwards in: solo, or as a relay whose legs hand over snapshots at
 * the cuts of the case. Going back is going forwards again from a checkpoint: legs are deterministic.
 */
export class TimeLine {
  readonly checked: Case;
  /** The limit of each leg, in cycles. */
  readonly limits: readonly bigint[];
  readonly pilot = new Pilot();
  readonly checkpoints: Checkpoints;
  /** Where the run begins. */
  readonly begin: Moment;
  #live: LiveRun;
  #last: Checkpoint | undefined;
  /** What the program printed, as far as it was run. */
  #output: Uint8Array = new Uint8Array(0);
  #armedSet = 1;

  /** @param relay true for the legs of the case's cut plan, false for one leg */
  constructor(checked: Case, relay = false, checkpoints = new Checkpoints()) {
    const { world, cuts, budget } = checked;
    this.checked = checked;
    this.checkpoints = checkpoints;
    this.limits = relay ? [...cuts.filter((cut) => cut < budget), budget] : [budget];
    const rig = makeRig(world, this.pilot, false);
    rig.machine.maxCycles = this.limits[0];
    this.#live = { rig, leg: 0, legStart: 0n, printed: this.#output, armedFor: 0 };
    try {
      boot(rig, world);
      this.#live = { ...this.#live, legStart: rig.machine.cycles };
      rig.machine.maxCycles = this.limits[0];
      this.#last = this.checkpoint();
      checkpoints.add(this.#last);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      this.#live.stop = { kind: "fault", fault: error.fault };
    }
    this.begin = this.moment;
  }

  /** Where the time line is. */
  get moment(): Moment {
    return momentOf(this.#live);
  }

  /** The machine that is there; not to be changed, nor kept when the time line moves on. */
  get rig(): Rig {
    return this.#live.rig;
  }

  /** Why the run has stopped, if it has. */
  get stop(): Stop | undefined {
    return this.#live.stop;
  }

  /** All that the program has printed. */
  get output(): Uint8Array {
    return outputOf(this.#live);
  }

  /** Where the leg before this one ended; undefined in the first one. */
  get handedOver(): Moment | undefined {
    return this.#live.handedOver;
  }

  /** True at the first moment of its leg. */
  get atLegStart(): boolean {
    return !this.#live.stop && this.rig.machine.cycles === this.#live.legStart;
  }

  /** False if the snapshot that this leg was given could not be resumed. */
  get started(): boolean {
    return this.#live.failedStart !== true;
  }

  /** Goes from a stop to the moment before it, if what stopped the run has changed nothing. */
  unstop(): void {
    const live = this.#live;
    if (live.stop?.kind === "pause") live.rig.machine.pauseRequested = true;
    live.stop = undefined;
  }

  /** Breakpoints of armed runs. */
  setBreakpoints(addresses: Iterable<bigint>): void {
    const { pilot } = this;
    pilot.breakpoints.clear();
    for (const address of addresses) pilot.breakpoints.add(Number(address));
    pilot.code.forgetArmed();
    this.#armedSet++;
  }

  /** A checkpoint of where the time line is, which must not have stopped. */
  checkpoint(): Checkpoint {
    const output = this.output;
    if (output.length > this.#output.length) this.#output = output;
    const { moment } = this;
    return takeCheckpoint(this.checked.world, this.pilot, this.#live, this.checkpoints.at(moment) ?? this.#last);
  }

  /** Goes where `checkpoint` was taken. @param watched true for a machine that tells of accesses to memory */
  restore(checkpoint: Checkpoint, watched = false): void {
    const how = { watched, output: this.#output };
    this.#live = restoreCheckpoint(this.checked.world, this.pilot, checkpoint, how);
    this.rig.machine.maxCycles = this.#legLimit;
  }

  /** Makes the machine one that tells of accesses to memory. */
  watch(): void {
    if (!this.rig.watched && !this.stop) this.restore(this.checkpoint(), true);
  }

  get #legLimit(): bigint {
    return this.limits[this.#live.leg];
  }

  /** True if a system call has charged more than the leg may spend: nothing is executed behind it. */
  get #isBeyondLimit(): boolean {
    const { cycles } = this.rig.machine;
    return cycles > this.#legLimit && cycles > this.#live.legStart;
  }

  /** Runs within the leg, up to the last instruction that ends at `limit` or before it. */
  run(limit: Goal, mode: Mode = "free"): Halt {
    const live = this.#live;
    const { machine } = live.rig;
    if (live.stop) return "ended";
    if (this.#isBeyondLimit) return this.#spent();
    const legLimit = this.#legLimit;
    const short = limit !== "end" && limit < legLimit;
    this.#fitCode();
    this.pilot.machine = machine;
    machine.maxCycles = short ? limit : legLimit;
    try {
      const result = this.pilot.during(mode, () => machine.run());
      if (result.kind === "exit") live.stop = result;
      else if (this.pilot.isBreak(result.fault)) return "break";
      else if (result.fault.name === "Pause") live.stop = { kind: "pause" };
      else if (result.fault.name !== "CyclesExceeded") live.stop = result;
      else return short && machine.cycles <= legLimit ? "limit" : this.#spent();
      return "ended";
    } catch (error) {
      if (error instanceof BehindInstruction) return "behind";
      if (error instanceof AtAccess) return "access";
      throw error;
    } finally {
      machine.maxCycles = legLimit;
    }
  }

  /** Blocks that were decoded for other breakpoints end at other places. */
  #fitCode(): void {
    const armedFor = this.pilot.armed ? this.#armedSet : 0;
    if (this.#live.armedFor !== armedFor) this.rig.machine.memory.codeVersion++;
    this.#live.armedFor = armedFor;
  }

  #spent(): Halt {
    if (this.#live.leg + 1 < this.limits.length) return "cut";
    this.#live.stop = { kind: "budget" };
    return "ended";
  }

  /** Hands the snapshot of a leg that has spent its budget over to a fresh machine. */
  handOver(): void {
    const { rig, leg } = this.#live;
    const snapshot = rig.calls.context.makeSnapshot(rig.machine);
    const next = makeRig(this.checked.world, this.pilot, rig.watched);
    const { moment: handedOver, output: printed } = this;
    const limit = this.limits[leg + 1];
    let stop: Stop | undefined;
    next.machine.maxCycles = limit;
    try {
      next.calls.context.resume(next.machine, snapshot);
      next.machine.maxCycles = limit;
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      stop = { kind: "fault", fault: error.fault };
    }
    const legStart = next.machine.cycles;
    const failedStart = stop !== undefined;
    this.#live = { rig: next, leg: leg + 1, legStart, printed, handedOver, stop, failedStart, armedFor: 0 };
  }

  /**
   * Goes forwards over cuts, in pieces, and takes checkpoints where it was never before.
   * @returns "limit" at the goal, and where it was interrupted
   */
  async advance(goal: Goal, mode: Mode = "free", interrupted = NEVER): Promise<Halt> {
    let limit = this.rig.machine.cycles;
    for (;;) {
      limit += PIECE;
      const due = this.#due();
      if (due !== undefined && due < limit && due > limit - PIECE) limit = due;
      if (goal !== "end" && limit > goal) limit = goal;
      const halt = this.run(limit, mode);
      if (halt === "cut" && (goal === "end" || goal > this.#legLimit)) this.handOver();
      else if (halt !== "limit") return halt;
      const { cycles } = this.rig.machine;
      if (due !== undefined && limit >= due) this.#keep();
      if (goal !== "end" && limit >= goal && halt === "limit") return halt;
      if (limit < cycles) limit = cycles; // a system call charged more
      if (interrupted()) return "limit";
      await breathe();
    }
  }

  /** The cycles at which the next checkpoint of the first pass is due; undefined where there was one. */
  #due(): bigint | undefined {
    const last = this.#last;
    if (!last || compareMoments(this.moment, last.moment) < 0) return undefined;
    return last.moment.cycles + this.checkpoints.intervalAfter(last, this.rig.machine.memory.pageCount);
  }

  #keep(): void {
    if (this.stop) return;
    this.#last = this.checkpoint();
    this.checkpoints.add(this.#last);
  }
}

/** Lets signals and sockets be heard. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
