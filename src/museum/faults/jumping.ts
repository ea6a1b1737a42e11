import { unsigned, XLEN_MAX, type Operands } from "../../isa/index.ts";
import { CycleCounter, Machine, type MachineOptions } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { meaning } from "../meanings.ts";

/** A machine for the jumps of JALR. */
class RegisterJumpMachine extends Machine {
  readonly #wrong: WrongJump;

  constructor(options: MachineOptions, wrong: WrongJump) {
    super(options);
    this.#wrong = wrong;
  }

  override jumpToRegister(i: Operands): void {
    const target = this.#wrong(this, i);
    if (target === undefined) super.jumpToRegister(i);
    else this.jumpTo(target);
  }
}

type WrongJump = (machine: Machine, i: Operands) => bigint | undefined;

/** JALR goes elsewhere, where `wrong` gives an address. Links are right. */
export function registerJump(wrong: WrongJump): FaultOptions {
  return { leg: { machine: (options) => new RegisterJumpMachine(options, wrong) } };
}

const LOW_40_BITS = 2n ** 40n - 1n;

/** A machine whose jumps out of all memory lose the upper bits of where they go. */
export class TruncatedPcMachine extends Machine {
  override jumpTo(target: bigint): void {
    super.jumpTo(target);
    // Still a far one: what is lost is lost when pc is stored, behind the check.
    this.farNext &= LOW_40_BITS;
  }

  /** What hosts set is no jump. */
  override updatePc(value: bigint): void {
    super.updatePc(value);
    this.farNext = unsigned(value);
  }
}

/** A counter that looks at its limit one instruction late right behind a JALR. */
class LateCounter extends CycleCounter {
  /** What was spent when the last JALR had been executed. */
  jumpedAt = -1n;

  override refill(cost: number): void {
    // The cost is then taken from what is left, though it is more: the next refill finds the limit exceeded.
    const { spent } = this;
    if (spent !== this.jumpedAt || spent + BigInt(cost) > XLEN_MAX) super.refill(cost);
  }
}

/** A spent budget is not noticed right behind JALR. */
export function lateBehindJalr(): FaultOptions {
  return {
    ...meaning("jalr", (right) => (h, i) => {
      right(h, i);
      if (h instanceof Machine && h.counter instanceof LateCounter) h.counter.jumpedAt = h.counter.spent;
    }),
    parts: { counter: (limit) => new LateCounter(limit) },
  };
}
