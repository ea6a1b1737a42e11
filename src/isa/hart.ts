/**
 * What the meaning of an instruction may touch.
 *
 * Registers are one buffer seen three ways: `x` as 64-bit values, `w` and `u` as signed and unsigned 32-bit halves
 * (register r: low half at 2r, high half at 2r + 1). Sums and moves are written on `x`, compares, shifts and W operations
 * on the halves: those are the forms that allocate nothing (reference/performance.md, "What made the difference" 1).
 * Slot 32 swallows writes to x0.
 *
 * An address is a Number: exact while below 2^32, and `FAR` above, where no memory can be; the machine keeps the exact
 * value for the fault.
 */
export interface Hart {
  readonly x: BigUint64Array;
  readonly w: Int32Array;
  readonly u: Uint32Array;
  /** The load reservation: an address, or 2^64 - 1 for none. */
  reservation: bigint;
  /** x[rs1] + imm, as an address. */
  address(i: Operands): number;
  load8(address: number): number;
  load16(address: number): number;
  load32(address: number): number;
  /** Loads 8 bytes into register slot `slot`. */
  load64(address: number, slot: number): void;
  store8(address: number, value: number): void;
  store16(address: number, value: number): void;
  store32(address: number, value: number): void;
  /** Stores the 8 bytes of register slot `slot`. */
  store64(address: number, slot: number): void;
  /** The version-0 rule that a load may not end exactly at the end of memory (reference/ckb-vm/semantics.md 4). */
  checkLegacyLoad(address: number, width: number): void;
  /** Makes the branch or jump `i` taken: the next instruction is at its pc + imm. */
  jump(i: Operands): void;
  /** The next instruction is at `target` (wraps modulo 2^64). */
  jumpTo(target: bigint): void;
  /** The next instruction is at x[rs1] + imm with bit 0 cleared. */
  jumpToRegister(i: Operands): void;
  /** Writes a value in -2^53..2^53 to register slot `slot`, sign-extended. */
  setNumber(slot: number, value: number): void;
  environmentCall(i: Operands): void;
  breakpoint(i: Operands): void;
}

/** The fields of one decoded instruction at one pc. */
export interface Operands {
  /** Destination slot: the register number, or 32 (discarded) where the instruction names x0 or has none. */
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  /** Sign-extended immediate or shift amount. For U-type it is the value itself, low 12 bits zero. */
  readonly imm: number;
  /** `imm` modulo 2^64. */
  readonly imm64: bigint;
  /** Address of the instruction. */
  readonly pc: number;
  /** Length in bytes: 2 or 4; more for a fused sequence. */
  readonly length: number;
}

/** Writes `value` (a signed 32-bit number), sign-extended, to register slot `slot`. */
export function setWord(h: Hart, slot: number, value: number): void {
  h.w[2 * slot] = value;
  h.w[2 * slot + 1] = value >> 31;
}

/** Writes a non-negative number below 2^32 to register slot `slot`. */
export function setUnsigned(h: Hart, slot: number, value: number): void {
  h.w[2 * slot] = value;
  h.w[2 * slot + 1] = 0;
}

/** Writes the two halves of register slot `slot`. */
export function setHalves(h: Hart, slot: number, low: number, high: number): void {
  h.w[2 * slot] = low;
  h.w[2 * slot + 1] = high;
}

/** x[a] < x[b], both signed. */
export function lessSigned(h: Hart, a: number, b: number): boolean {
  const high = h.w[2 * a + 1];
  const other = h.w[2 * b + 1];
  return high === other ? h.u[2 * a] < h.u[2 * b] : high < other;
}

/** x[a] < x[b], both unsigned. */
export function lessUnsigned(h: Hart, a: number, b: number): boolean {
  const high = h.u[2 * a + 1];
  const other = h.u[2 * b + 1];
  return high === other ? h.u[2 * a] < h.u[2 * b] : high < other;
}

/** x[a] = x[b]. */
export function equal(h: Hart, a: number, b: number): boolean {
  return h.w[2 * a] === h.w[2 * b] && h.w[2 * a + 1] === h.w[2 * b + 1];
}
