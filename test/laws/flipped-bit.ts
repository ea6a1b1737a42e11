import type { World } from "../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg, type WorldSnapshot } from "../../src/targets/index.ts";

/** The reference, but for one bit: wrong in a register behind the one instruction that ends first beyond a cycle. */
export class FlippedBit extends ReferenceTarget {
  override readonly name = "flipped-bit";
  /** Cycles that all legs so far have executed together. */
  cycles = 0n;
  readonly #at: bigint;
  readonly #register: number;
  readonly #mask: bigint;

  /** @param at in cycles; the world's costs must be constant */
  constructor(at: bigint, register: number, bit: number) {
    super();
    this.#at = at;
    this.#register = register;
    this.#mask = 1n << BigInt(bit);
  }

  override run(world: World, leg: Leg): Finish {
    const from = leg.start === "boot" ? 0n : leg.start.cycles;
    const behind = this.#at + 1n;
    if (from >= behind || leg.maxCycles < behind) return this.#counted(super.run(world, leg), from);
    const { snapshot } = super.run(world, { ...leg, maxCycles: behind, snapshot: true });
    if (snapshot?.cycles !== behind) return this.#counted(super.run(world, leg), from);
    return this.#counted(super.run(world, { ...leg, start: this.#flipped(snapshot) }), from);
  }

  #flipped(snapshot: WorldSnapshot): WorldSnapshot {
    const registers = snapshot.registers.slice();
    registers[this.#register] ^= this.#mask;
    return { ...snapshot, registers };
  }

  #counted(finish: Finish, from: bigint): Finish {
    this.cycles += (finish.state.cycles ?? from) - from;
    return finish;
  }
}
