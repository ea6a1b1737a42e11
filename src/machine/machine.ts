import {
  ISA_MOP,
  REGISTER_COUNT,
  SLOT_COUNT,
  unsigned,
  XLEN_MAX,
  type IsaSet,
  type Operands,
  type VmVersion,
} from "../isa/index.ts";
import { realCost, type CostFunction } from "./cost.ts";
import { CycleCounter } from "./cycle-counter.ts";
import { Executor, type Engine } from "./executor.ts";
import { FaultError, outOfBound, type Fault } from "./fault.ts";
import type { HostMachine } from "./host-machine.ts";
import { FAR, Memory } from "./memory.ts";
import { MEMORY_SIZE_DEFAULT, MEMORY_SIZE_MAX } from "./page.ts";
import type { Debugger, SystemCallModule } from "./system-calls.ts";

/** What a machine is built with. */
export interface MachineOptions {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  /** Bytes, a multiple of 4096; 4 MiB if left out. */
  readonly memorySize?: number;
  /** CKB's table if left out. */
  readonly cost?: CostFunction;
  /** 2^64 - 1 if left out. */
  readonly maxCycles?: bigint;
  readonly systemCalls?: readonly SystemCallModule[];
  readonly debugger?: Debugger;
}

/** How a call of `run` ended. */
export type RunResult =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "fault"; readonly fault: Fault };

const EXIT = 93n;
const A0 = 10;
const A7 = 17;

/**
 * The reference VM: one RV64 hart with memory, cycle counter and system calls, behaving as CKB-VM's plain interpreter
 * (engine P over W^X memory; reference/ckb-vm/machine.md).
 */
export class Machine implements Engine, HostMachine {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  readonly memory: Memory;
  readonly counter: CycleCounter;
  readonly cost: CostFunction;
  readonly x: BigUint64Array;
  readonly w: Int32Array;
  readonly u: Uint32Array;
  readonly registers: BigUint64Array;
  /** False before the first run and after an exit; stays true when a run ends by a fault. */
  running = false;
  /** What the last exit gave: the low byte of a0, signed. */
  exitCode = 0;
  near = 0;
  farPc = 0n;
  nearNext = 0;
  farNext = 0n;
  resetSignal = false;
  pauseRequested = false;
  readonly #systemCalls: readonly SystemCallModule[];
  readonly #debugger: Debugger | undefined;
  readonly #executor: Executor;

  constructor(options: MachineOptions) {
    const buffer = new ArrayBuffer(SLOT_COUNT * 8);
    this.version = options.version;
    this.isa = options.isa;
    this.memory = new Memory(options.memorySize ?? MEMORY_SIZE_DEFAULT);
    this.counter = new CycleCounter(options.maxCycles ?? XLEN_MAX);
    this.cost = options.cost ?? realCost;
    this.x = new BigUint64Array(buffer);
    this.w = new Int32Array(buffer);
    this.u = new Uint32Array(buffer);
    this.registers = new BigUint64Array(buffer, 0, REGISTER_COUNT);
    this.#systemCalls = options.systemCalls ?? [];
    this.#debugger = options.debugger;
    this.#executor = new Executor(this);
  }

  // State for hosts.

  setRegister(number: number, value: bigint): void {
    this.x[number] = value;
  }

  get pc(): bigint {
    return this.near === FAR ? this.farPc : BigInt(this.near);
  }

  updatePc(value: bigint): void {
    this.jumpTo(value);
  }

  commitPc(): void {
    this.near = this.nearNext;
    this.farPc = this.farNext;
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

  get reservation(): bigint {
    return this.memory.reservation;
  }

  set reservation(address: bigint) {
    this.memory.reservation = address;
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

  // What instructions may do (Hart).

  address(i: Operands): number {
    const near = this.u[2 * i.rs1] + i.imm;
    if (this.w[2 * i.rs1 + 1] === 0 && near >= 0 && near < MEMORY_SIZE_MAX) return near;
    const exact = unsigned(this.x[i.rs1] + i.imm64);
    if (exact < MEMORY_SIZE_MAX) return Number(exact);
    this.memory.farAddress = exact;
    return FAR;
  }

  load8(address: number): number {
    return this.memory.read8(address);
  }

  load16(address: number): number {
    return this.memory.read16(address);
  }

  load32(address: number): number {
    return this.memory.read32(address);
  }

  load64(address: number, slot: number): void {
    this.memory.read64(address, this.w, slot);
  }

  store8(address: number, value: number): void {
    this.memory.write8(address, value);
  }

  store16(address: number, value: number): void {
    this.memory.write16(address, value);
  }

  store32(address: number, value: number): void {
    this.memory.write32(address, value);
  }

  store64(address: number, slot: number): void {
    this.memory.write64(address, this.w, slot);
  }

  checkLegacyLoad(address: number, width: number): void {
    const start = address === FAR ? this.memory.farAddress : BigInt(address);
    const end = start + BigInt(width);
    if (end > XLEN_MAX || end === BigInt(this.memory.size)) throw outOfBound(unsigned(end));
  }

  jump(i: Operands): void {
    const target = i.pc + i.imm;
    if (target >= 0 && target < MEMORY_SIZE_MAX) this.nearNext = target;
    else this.jumpTo(BigInt(target));
  }

  jumpTo(target: bigint): void {
    const exact = unsigned(target);
    this.nearNext = exact < MEMORY_SIZE_MAX ? Number(exact) : FAR;
    this.farNext = exact;
  }

  jumpToRegister(i: Operands): void {
    const target = this.u[2 * i.rs1] + i.imm;
    if (this.w[2 * i.rs1 + 1] === 0 && target >= 0 && target < MEMORY_SIZE_MAX) this.nearNext = target & ~1;
    else this.jumpTo((this.x[i.rs1] + i.imm64) & ~1n);
  }

  setNumber(slot: number, value: number): void {
    this.w[2 * slot] = value;
    this.w[2 * slot + 1] = Math.floor(value / 2 ** 32);
  }

  environmentCall(i: Operands): void {
    this.near = i.pc;
    const code = this.x[A7];
    if (code === EXIT) {
      this.exitCode = (this.w[2 * A0] << 24) >> 24;
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
