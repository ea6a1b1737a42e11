import type { Operands } from "../../isa/index.ts";

const TWO_TO_32 = 2 ** 32;

/**
 * The address x[rs1] + imm of an access, before it is executed: exact wherever memory can be, and outside memory
 * (negative, or large) where the exact address is.
 * @param w the registers' signed 32-bit halves
 */
export function accessAddress(w: Int32Array, { rs1, imm }: Operands): number {
  return w[2 * rs1 + 1] * TWO_TO_32 + (w[2 * rs1] >>> 0) + imm;
}
