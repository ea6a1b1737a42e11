import { XLEN_MAX } from "../isa/index.ts";
import { FaultError } from "./fault.ts";

/** The largest budget handed out in one piece: sums of costs below it are exact as Numbers. */
const PIECE_MAX = 2 ** 52;

/** Nearly every leg ends by this fault: made once, for it carries nothing. */
const CYCLES_EXCEEDED = new FaultError({ name: "CyclesExceeded" });

/**
 * Cycles spent and their limit, both 64-bit, with the difference kept as a Number while instructions run
 * (reference/ckb-vm/cycles.md 2 and 3).
 */
export class CycleCounter {
  /** What may be spent before `refill` must be asked; -1 when cycles are above the limit already. */
  left = 0;
  #spentAtPiece = 0n;
  #piece = 0;
  #limit: bigint;

  constructor(limit: bigint) {
    this.#limit = limit;
    this.#take(0n);
  }

  get spent(): bigint {
    return this.#spentAtPiece + BigInt(this.#piece - this.left);
  }

  set spent(value: bigint) {
    this.#take(value);
  }

  get limit(): bigint {
    return this.#limit;
  }

  set limit(value: bigint) {
    const spent = this.spent;
    this.#limit = value;
    this.#take(spent);
  }

  /**
   * Makes `left` cover `cost`.
   * @throws FaultError CyclesOverflow or, if the sum is above the limit, CyclesExceeded; nothing is spent then
   */
  refill(cost: number): void {
    const spent = this.spent;
    const sum = spent + BigInt(cost);
    if (sum > XLEN_MAX) throw new FaultError({ name: "CyclesOverflow" });
    if (sum > this.#limit) throw CYCLES_EXCEEDED;
    this.#take(spent);
  }

  /** Adds `cycles` like the cost of an instruction. @throws FaultError as `refill` */
  add(cycles: bigint): void {
    const sum = this.spent + cycles;
    if (sum > XLEN_MAX) throw new FaultError({ name: "CyclesOverflow" });
    if (sum > this.#limit) throw CYCLES_EXCEEDED;
    this.#take(sum);
  }

  /** Adds `cycles` even beyond the limit. @throws FaultError CyclesOverflow */
  addNoChecking(cycles: bigint): void {
    const sum = this.spent + cycles;
    if (sum > XLEN_MAX) throw new FaultError({ name: "CyclesOverflow" });
    this.#take(sum);
  }

  #take(spent: bigint): void {
    const rest = this.#limit - spent;
    this.#spentAtPiece = spent;
    this.#piece = rest < 0n ? -1 : rest > PIECE_MAX ? PIECE_MAX : Number(rest);
    this.left = this.#piece;
  }
}
