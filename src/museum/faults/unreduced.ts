import { setUnsigned } from "../../isa/hart.ts";
import type { Hart, Instruction, Meaning, Operands } from "../../isa/index.ts";
import { SHIFT_MASK, unsigned } from "../../isa/xlen.ts";
import { Machine } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

/** A machine whose registers may hold what a host's big integers hold: values below zero. */
class UnreducedMachine extends Machine {
  readonly #below = new Map<number, bigint>();

  /** The value of a register as the host has it. */
  exact(slot: number): bigint {
    const below = this.#below.get(slot);
    // Whatever wrote the register past its instruction, as fused sequences do, wrote a value from zero on.
    return below !== undefined && unsigned(below) === this.x[slot] ? below : this.x[slot];
  }

  /** Says what a register holds now. */
  keep(slot: number, value: bigint): void {
    if (value < 0n) this.#below.set(slot, value);
    else this.#below.delete(slot);
  }

  override setRegister(number: number, value: bigint): void {
    this.#below.delete(number);
    super.setRegister(number, value);
  }
}

/** A meaning on exact values. */
type Exact = (h: UnreducedMachine, i: Operands) => void;

const WRONG: ReadonlyMap<string, Exact> = new Map<string, Exact>([
  ["sltu", (h, i) => setUnsigned(h, i.rd, h.exact(i.rs1) < h.exact(i.rs2) ? 1 : 0)],
  ["sltiu", (h, i) => setUnsigned(h, i.rd, h.exact(i.rs1) < i.imm64 ? 1 : 0)],
  ["bltu", (h, i) => { if (h.exact(i.rs1) < h.exact(i.rs2)) h.jump(i); }],
  ["bgeu", (h, i) => { if (h.exact(i.rs1) >= h.exact(i.rs2)) h.jump(i); }],
  ["minu", (h, i) => { h.x[i.rd] = h.x[h.exact(i.rs1) < h.exact(i.rs2) ? i.rs1 : i.rs2]; }],
  ["maxu", (h, i) => { h.x[i.rd] = h.x[h.exact(i.rs1) < h.exact(i.rs2) ? i.rs2 : i.rs1]; }],
  ["srl", (h, i) => { h.x[i.rd] = unsigned(h.exact(i.rs1) >> BigInt(h.w[2 * i.rs2] & SHIFT_MASK)); }],
  ["srli", (h, i) => { h.x[i.rd] = unsigned(h.exact(i.rs1) >> BigInt(i.imm)); }],
]); // prettier-ignore

/**
 * SUB leaves a difference below zero as it is in its register, and unsigned comparisons and shifts to the right take it for
 * what it is; whatever else writes the register ends that.
 */
export function unreducedDifferences(): FaultOptions {
  return {
    meanings: { get: (base, version) => unreduced(base, version === 0 ? base.meaningVersion0 : base.meaning) },
    leg: { machine: (options) => new UnreducedMachine(options) },
  };
}

function unreduced({ name }: Instruction, right: Meaning): Meaning {
  const wrong = WRONG.get(name) ?? right;
  return (h: Hart, i: Operands) => {
    if (!(h instanceof UnreducedMachine)) throw new TypeError("another machine than the one of this fault");
    const difference = name === "sub" ? h.exact(i.rs1) - h.exact(i.rs2) : 0n;
    wrong(h, i);
    h.keep(i.rd, difference);
  };
}
