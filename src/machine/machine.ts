import { a0, a7, ISA_MOP, XLEN_MAX, type IsaSet, type Operands, type VmVersion } from "../isa/index.ts";
import type { Block, Meanings } from "./block.ts";
import { Core } from "./core.ts";
import { realCost, type CostFunction } from "./cost.ts";
import { sharedCode, type DecodedCode } from "./decoded-code.ts";
import type { CycleCounter } from "./cycle-counter.ts";
import { Executor, type Engine } from "./executor.ts";
import { FaultError, type Fault } from "./fault.ts";
import type { HostMachine } from "./host-machine.ts";
import { MACHINE_PARTS, type MachineParts } from "./machine-parts.ts";
import type { Observer } from "./observer.ts";
import type { Operation } from "./operation.ts";
import { MEMORY_SIZE_DEFAULT } from "./page.ts";
import type { Debugger, SystemCallModule } from "./system-calls.ts";

/** What a machine is built with. */
export interface MachineOptions {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  /** Bytes, a multiple of 4096; 4 MiB if left out. */
  readonly memorySize?: number;
  /** Give false for a memory in which every page can be stored to and executed. Code runs as with `hostChangesCode`. */
  readonly writeXorExecute?: boolean;
  /** CKB's table if left out. */
  readonly cost?: CostFunction;
  /** 2^64 - 1 if left out. */
  readonly maxCycles?: bigint;
  readonly systemCalls?: readonly SystemCallModule[];
  readonly debugger?: Debugger;
  /**
   * Give true for a host that changes code or page permissions during a run. What the program executes then is exactly
   * what CKB-VM's decoder cache holds (reference/ckb-vm/decode.md 8), one instruction at a time and several times slower.
   * Otherwise code that was executed before the change may be executed unchanged until the run ends.
   */
  readonly hostChangesCode?: boolean;
  /** Is told what is executed. */
  readonly observer?: Observer | undefined;
  /**
   * Other meanings of instructions than the table's, by their base rows: for machines that are wrong on purpose. Fused
   * sequences that have a meaning of their own keep it.
   */
  readonly meanings?: Meanings | undefined;
  /**
   * Blocks that machines with the same version, ISA set, costs, meanings and parts have decoded, of the same code; this one
   * adds its own. If left out, what all machines of the reference share: it costs a look at each page of code, and saves
   * decoding where many machines run one program.
   */
  readonly decoded?: DecodedCode | undefined;
  /** Asked every few milliseconds of a run: false gives it up (EndlessRunError). */
  readonly goesOn?: (() => boolean) | undefined;
  /** Other parts than the reference's: for machines that are wrong on purpose. */
  readonly parts?: Partial<MachineParts> | undefined;
}

/** How a call of `run` ended. */
export type RunResult =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "fault"; readonly fault: Fault };

const EXIT = 93n;

/**
 * The reference VM: one RV64 hart with memory, cycle counter and system calls, behaving as CKB-VM's plain interpreter
 * (engine P over W^X memory; reference/ckb-vm/machine.md).
 */
export class Machine extends Core implements Engine, HostMachine {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  readonly counter: CycleCounter;
  readonly cost: CostFunction;
  /** Code, or permission to execute it, may change during a run. */
  readonly codeChanges: boolean;
  readonly meanings: Meanings | undefined;
  readonly decoded: DecodedCode | undefined;
  readonly parts: MachineParts;
  readonly observer: Observer | undefined;
  readonly goesOn: (() => boolean) | undefined;
  /** False before the first run and after an exit; stays true when a run ends by a fault. */
  running = false;
  /** What the last exit gave: the low byte of a0, signed. */
  exitCode = 0;
  resetSignal = false;
  pauseRequested = false;
  readonly #systemCalls: readonly SystemCallModule[];
  readonly #debugger: Debugger | undefined;
  readonly #executor: Executor;

  constructor(options: MachineOptions) {
    const parts = options.parts ? { ...MACHINE_PARTS, ...options.parts } : MACHINE_PARTS;
    super(parts.memory(options.memorySize ?? MEMORY_SIZE_DEFAULT, options.writeXorExecute ?? true));
    this.parts = parts;
    this.version = options.version;
    this.isa = options.isa;
    this.counter = parts.counter(options.maxCycles ?? XLEN_MAX);
    this.cost = options.cost ?? realCost;
    this.#systemCalls = options.systemCalls ?? [];
    this.#debugger = options.debugger;
    this.codeChanges = options.hostChangesCode === true || !this.memory.writeXorExecute;
    this.meanings = options.meanings;
    const isReference = options.parts === undefined && options.meanings === undefined;
    this.decoded = options.decoded ?? (isReference ? sharedCode(this.version, this.isa, this.cost) : undefined);
    this.observer = options.observer;
    this.goesOn = options.goesOn;
    this.#executor = new Executor(this);
  }

  // State for hosts.

  setRegister(number: number, value: bigint): void {
    this.x[number] = value;
  }

  updatePc(value: bigint): void {
    this.jumpTo(value);
  }

  get cycles(): bigint {
    return this.counter.spent;
  }

  set cycles(value: bigint) {
    this.counter.spent = value;
  }

  get maxCycles(): bigint {
    return this.counter.limit;
  }

  set maxCycles(value: bigint) {
    this.counter.limit = value;
  }

  addCycles(cycles: bigint): void {
    this.counter.add(cycles);
  }

  addCyclesNoChecking(cycles: bigint): void {
    this.counter.addNoChecking(cycles);
  }

  pause(): void {
    this.pauseRequested = true;
  }

  reset(maxCycles: bigint): void {
    this.x.fill(0n);
    this.near = 0;
    this.memory.reset();
    this.counter.spent = 0n;
    this.counter.limit = maxCycles;
    this.resetSignal = true;
  }

  initializeModules(): void {
    for (const module of this.#systemCalls) module.initialize?.(this);
    this.#debugger?.initialize?.(this);
  }

  /** Runs until the program exits or a fault ends it. Running on after a fault continues at the current pc. */
  run(): RunResult {
    try {
      if (this.isa & ISA_MOP && this.version === 0) throw new FaultError({ name: "InvalidVersion" });
      this.#executor.run();
      return { kind: "exit", code: this.exitCode };
    } catch (error) {
      if (error instanceof FaultError) return { kind: "fault", fault: error.fault };
      throw error;
    }
  }

  /** Executes one instruction, without looking at pause, reset or running. @throws FaultError */
  step(): void {
    this.#executor.step();
  }

  /** How often each instruction was executed since the machine was made, by `Instruction.index`. */
  retired(): Float64Array {
    return this.#executor.retired();
  }

  /** What was executed last without a fault; undefined if nothing was. */
  get lastOperation(): Operation | undefined {
    return this.#executor.lastOperation;
  }

  /** What would be executed next; undefined if that is a fault. */
  get nextOperation(): Operation | undefined {
    return this.#executor.nextOperation;
  }

  /** The blocks that were executed, as far as they are kept. */
  get blocks(): Iterable<Block> {
    return this.#executor.blocks;
  }

  // Calls out of instructions.

  environmentCall(i: Operands): void {
    this.near = i.pc;
    const code = this.x[a7];
    if (code === EXIT) {
      this.exitCode = (this.w[2 * a0] << 24) >> 24;
      this.running = false;
      return;
    }
    if (!this.#systemCalls.some((module) => module.ecall(this))) throw new FaultError({ name: "InvalidEcall", code });
    if (this.counter.spent > this.counter.limit) throw new FaultError({ name: "CyclesExceeded" });
  }

  breakpoint(i: Operands): void {
    this.near = i.pc;
    this.#debugger?.ebreak(this);
  }
}
