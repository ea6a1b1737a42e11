import { CycleCounter, FaultError, Machine, type RunResult } from "../../machine/index.ts";
import type { Operands } from "../../isa/index.ts";
import { Snapshot2Context, type Snapshot2 } from "../../snapshot/index.ts";
import type { HostMachine } from "../../machine/index.ts";

/** Does the work of an instruction before it looks whether the limit allows it. */
export class WorkingFirstMachine extends Machine {
  #calling = false;

  override run(): RunResult {
    const result = super.run();
    const within = this.#calling;
    this.#calling = false;
    // Behind a call that went beyond the limit, no instruction was about to be executed.
    if (within || result.kind !== "fault" || result.fault.name !== "CyclesExceeded") return result;
    const next = this.nextOperation;
    if (next === undefined) return result;
    this.nearNext = next.pc + next.length;
    try {
      next.meaning(this, next);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      this.#calling = false;
      this.commitPc();
      return { kind: "fault", fault: error.fault };
    }
    return result;
  }

  override environmentCall(i: Operands): void {
    this.#calling = true;
    super.environmentCall(i);
    this.#calling = false;
  }
}

/** An exit is one cycle short. */
export class ShortExitMachine extends Machine {
  override environmentCall(i: Operands): void {
    super.environmentCall(i);
    if (!this.running) this.cycles -= 1n;
  }
}

/** Nothing may be spent that makes cycles equal to the limit. */
export class StrictCounter extends CycleCounter {
  constructor(limit: bigint) {
    super(limit - 1n);
  }

  override get limit(): bigint {
    return super.limit + 1n;
  }

  override set limit(value: bigint) {
    super.limit = value - 1n;
  }
}

const LOW = 2n ** 32n - 1n;

/** Compares cycles and limit by their low 32 bits. */
export class NarrowCounter extends CycleCounter {
  #limit: bigint;

  constructor(limit: bigint) {
    super(limit & LOW);
    this.#limit = limit;
  }

  override get spent(): bigint {
    return super.spent;
  }

  override set spent(value: bigint) {
    super.spent = value;
    this.limit = this.#limit;
  }

  override get limit(): bigint {
    return this.#limit;
  }

  override set limit(value: bigint) {
    this.#limit = value;
    super.limit = (this.spent & ~LOW) | (value & LOW);
  }
}

/** Knows how many cycles were not spent by executing instructions. */
export class LoadingCounter extends CycleCounter {
  loading = 0n;

  override addNoChecking(cycles: bigint): void {
    super.addNoChecking(cycles);
    this.loading += cycles;
  }
}

/** Hands over the cycles of executed instructions only. */
export class ExecutionOnlyContext extends Snapshot2Context<bigint> {
  override makeSnapshot(machine: HostMachine): Snapshot2<bigint> {
    const counter = machine instanceof Machine ? machine.counter : undefined;
    const loading = counter instanceof LoadingCounter ? counter.loading : 0n;
    return { ...super.makeSnapshot(machine), cycles: machine.cycles - loading };
  }
}

/** Gives a program that is started in the place of another one the whole limit again. */
export class FullBudgetMachine extends Machine {
  override reset(maxCycles: bigint): void {
    super.reset(BigInt.asUintN(64, maxCycles + this.cycles));
  }
}
