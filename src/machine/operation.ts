import type { Decoded, Instruction, Meaning, Operands } from "../isa/index.ts";

/** A decoded instruction at its place in memory, ready to execute. */
export class Operation implements Operands {
  readonly meaning: Meaning;
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  readonly imm: number;
  readonly imm64: bigint;
  readonly pc: number;
  readonly length: number;
  /** Cycles. */
  readonly cost: number;
  /** The table row that was fetched. */
  readonly instruction: Instruction;

  constructor(decoded: Decoded, version: number, pc: number, cost: number) {
    const { instruction } = decoded;
    this.meaning = version === 0 ? instruction.meaningVersion0 : instruction.meaning;
    this.rd = decoded.rd;
    this.rs1 = decoded.rs1;
    this.rs2 = decoded.rs2;
    this.imm = decoded.imm;
    this.imm64 = immediate64(decoded.imm);
    this.pc = pc;
    this.length = instruction.length;
    this.cost = cost;
    this.instruction = instruction;
  }
}

const SMALL = 2048;
const SMALL_IMMEDIATES = Array.from({ length: 2 * SMALL }, (_, k) => BigInt.asUintN(64, BigInt(k - SMALL)));

/** `imm` modulo 2^64; 12-bit immediates, nearly all there are, come from a table. */
function immediate64(imm: number): bigint {
  return imm >= -SMALL && imm < SMALL ? SMALL_IMMEDIATES[imm + SMALL] : BigInt.asUintN(64, BigInt(imm));
}
