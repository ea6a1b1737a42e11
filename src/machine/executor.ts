import type { Hart, IsaSet, VmVersion } from "../isa/index.ts";
import { Block, decodeAt, decodeSingle, NO_BLOCK, type DecodeOne, type DecodeOptions, type Meanings } from "./block.ts";
import { BlockSupply } from "./block-supply.ts";
import { goOn, turnsFrom } from "./turns.ts";
import { FaultError, outOfBound } from "./fault.ts";
import { KeptBlocks } from "./kept-blocks.ts";
import type { CostFunction } from "./cost.ts";
import type { DecodedCode } from "./decoded-code.ts";
import type { CycleCounter } from "./cycle-counter.ts";
import { RESET_TURNS, type MachineParts } from "./machine-parts.ts";
import type { Memory } from "./memory.ts";
import { FAR } from "./paged-memory.ts";
import type { Observer } from "./observer.ts";
import type { Operation } from "./operation.ts";
import { addExecutions, newCounts } from "./retired.ts";

/** What the run loop drives: a hart with its memory, its counter and its pc. */
export interface Engine extends Hart {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  readonly cost: CostFunction;
  readonly memory: Memory;
  readonly counter: CycleCounter;
  /** Code, or permission to execute it, may change during a run. */
  readonly codeChanges: boolean;
  readonly meanings: Meanings | undefined;
  readonly decoded: DecodedCode | undefined;
  readonly parts: MachineParts;
  readonly observer: Observer | undefined;
  /** Asked now and then: false gives the run up. */
  readonly goesOn: (() => boolean) | undefined;
  running: boolean;
  pauseRequested: boolean;
  /** Set by a reset: decoded instructions are dropped before the next instruction. */
  resetSignal: boolean;
  /** Address of the current instruction, or FAR with the exact value in `farPc`. */
  near: number;
  farPc: bigint;
  /** The same for the next instruction. */
  nearNext: number;
  farNext: bigint;
  commitPc(): void;
}

/**
 * The run loop: executes decoded blocks, and gives exactly what one instruction at a time would give
 * (reference/ckb-vm/semantics.md 1). Cycles are added before execution; pc moves on even when the instruction fails.
 */
export class Executor {
  readonly #machine: Engine;
  readonly #options: DecodeOptions;
  readonly #supply: BlockSupply;
  readonly #blocks: KeptBlocks;
  /** Executions that no block at hand has counted. */
  readonly #retired = newCounts();
  readonly #observer: Observer | undefined;
  #codeVersion = -1;
  /** What was executed last: a whole block, or one operation. */
  #last: Block | Operation = NO_BLOCK;

  constructor(machine: Engine) {
    const { isa, version, cost, meanings, parts } = machine;
    this.#machine = machine;
    this.#observer = machine.observer;
    this.#blocks = new KeptBlocks(machine.observer !== undefined);
    this.#options = { isa, version, cost, meanings, parts };
    this.#supply = new BlockSupply(machine.memory, machine.decoded, this.#options);
  }

  /** The operation that was executed last without a fault; undefined if there is none. */
  get lastOperation(): Operation | undefined {
    return this.#last instanceof Block ? this.#last.operations.at(-1) : this.#last;
  }

  /** The operation that would be executed next; undefined if that is a fault. */
  get nextOperation(): Operation | undefined {
    try {
      return this.#decodeHere();
    } catch (error) {
      if (error instanceof FaultError) return undefined;
      throw error;
    }
  }

  /** The blocks that were decoded and not dropped since. */
  get blocks(): Iterable<Block> {
    return this.#blocks.all;
  }

  /** @throws FaultError when anything but an exit ends the run */
  run(): void {
    this.#machine.running = true;
    if (this.#machine.codeChanges) this.#runThroughCache();
    else this.#runBlocks();
  }

  /** @throws FaultError */
  step(): void {
    this.#executeOne(this.#decodeHere(), this.#observer);
  }

  retired(): Float64Array {
    const counts = newCounts();
    counts.set(this.#retired);
    for (const block of this.#blocks.all) addExecutions(counts, block);
    return counts;
  }

  #runBlocks(): void {
    const machine = this.#machine;
    if (this.#codeVersion !== machine.memory.codeVersion) this.#dropBlocks();
    const observer = this.#observer;
    let turnsMax = turnsFrom(machine, 0);
    let block = NO_BLOCK;
    for (let turn = 0; machine.running; turn++) {
      if (turn > turnsMax) turnsMax = goOn(machine, turn);
      if (machine.pauseRequested) this.#pause();
      if (machine.resetSignal) {
        machine.resetSignal = false;
        turn += RESET_TURNS;
        this.#dropBlocks();
        block = NO_BLOCK;
      }
      const pc = machine.near;
      if (block.next.pc === pc) block = block.next;
      else if (block.otherNext.pc === pc) block = block.otherNext;
      else block = this.#follow(block, pc);
      if (observer !== undefined && (observer.every || !block.observed)) this.#executeSingly(block, observer);
      else if (block.cost <= machine.counter.left) this.#execute(block);
      else this.#executeSingly(block, undefined);
    }
  }

  /** One operation after the other, decoded as CKB-VM decodes: through a cache that is new for each run. */
  #runThroughCache(): void {
    const machine = this.#machine;
    const cache = machine.parts.decoderCache();
    const decodeCached: DecodeOne = (memory, pc, options) => cache.at(pc, () => decodeSingle(memory, pc, options));
    let turnsMax = turnsFrom(machine, 0);
    for (let turn = 0; machine.running; turn++) {
      if (turn > turnsMax) turnsMax = goOn(machine, turn);
      if (machine.pauseRequested) this.#pause();
      if (machine.resetSignal) {
        machine.resetSignal = false;
        turn += RESET_TURNS;
        cache.clear();
      }
      this.#executeOne(this.#decodeHere(decodeCached), this.#observer);
    }
  }

  #pause(): never {
    this.#machine.pauseRequested = false;
    throw new FaultError({ name: "Pause" });
  }

  #decodeHere(decodeThere?: DecodeOne): Operation {
    const { memory, near, farPc } = this.#machine;
    if (near === FAR) throw outOfBound(farPc);
    return decodeAt(memory, near, this.#options, decodeThere);
  }

  /** All of `block`, for which there is budget. */
  #execute(block: Block): void {
    const machine = this.#machine;
    const operations = block.operations;
    const count = operations.length;
    machine.counter.left -= block.cost;
    machine.nearNext = block.end;
    let k = 0;
    try {
      for (; k < count; k++) {
        const operation = operations[k];
        operation.meaning(machine, operation);
      }
    } catch (error) {
      this.#undo(block, k);
      throw error;
    }
    block.executions++;
    this.#last = block;
    machine.near = machine.nearNext;
    if (machine.near === FAR) machine.farPc = machine.farNext;
  }

  /** The operation at `failed` ended the block: gives back the cost of those behind it and sets pc behind it. */
  #undo(block: Block, failed: number): void {
    const machine = this.#machine;
    const operations = block.operations;
    for (let k = failed + 1; k < operations.length; k++) machine.counter.left += operations[k].cost;
    for (let k = 0; k <= failed; k++) this.#retired[operations[k].row]++;
    if (failed > 0) this.#last = operations[failed - 1];
    if (failed < operations.length - 1) machine.nearNext = operations[failed].pc + operations[failed].length;
    machine.commitPc();
  }

  /** `block`, one operation after the other, as far as the budget reaches. */
  #executeSingly(block: Block, observer: Observer | undefined): void {
    block.observed ||= observer !== undefined;
    for (const operation of block.operations) {
      this.#executeOne(operation, observer);
      if (this.#machine.resetSignal) return;
    }
  }

  #executeOne(operation: Operation, observer: Observer | undefined): void {
    const machine = this.#machine;
    if (operation.cost > machine.counter.left) machine.counter.refill(operation.cost);
    machine.counter.left -= operation.cost;
    machine.nearNext = operation.pc + operation.length;
    this.#retired[operation.row]++;
    observer?.before(operation);
    try {
      operation.meaning(machine, operation);
    } finally {
      machine.commitPc();
    }
    this.#last = operation;
    observer?.after(operation);
  }

  #follow(block: Block, pc: number): Block {
    const machine = this.#machine;
    if (pc === FAR) throw outOfBound(machine.farPc);
    let found = this.#blocks.get(pc);
    if (found === undefined) {
      found = this.#supply.at(pc);
      // The block before it may be among those that are dropped then.
      if (this.#blocks.add(found, this.#retired)) return found;
    }
    if (block !== NO_BLOCK) {
      block.otherNext = block.next;
      block.next = found;
    }
    return found;
  }

  #dropBlocks(): void {
    this.#blocks.drop(this.#retired);
    this.#codeVersion = this.#machine.memory.codeVersion;
  }
}
