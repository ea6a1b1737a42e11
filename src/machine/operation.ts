import {
  INSTRUCTIONS,
  type Decoded,
  type Fusion,
  type Instruction,
  type Meaning,
  type Operands,
} from "../isa/index.ts";

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
  /** The table row that was fetched; of a fused sequence, that of its first instruction. */
  readonly instruction: Instruction;
  /** Where executions are counted: the row, or, behind all rows, the fusion rule. */
  readonly row: number;
  /** Execution may go on anywhere but behind it. */
  readonly endsBlock: boolean;

  constructor(
    { instruction, rd, rs1, rs2, imm }: Decoded,
    meaning: Meaning,
    place: { readonly pc: number; readonly length: number },
    cost: number,
    row: number = instruction.index,
    endsBlock: boolean = instruction.endsBlock,
  ) {
    this.meaning = meaning;
    this.rd = rd;
    this.rs1 = rs1;
    this.rs2 = rs2;
    this.imm = imm;
    this.imm64 = immediate64(imm);
    this.pc = place.pc;
    this.length = place.length;
    this.cost = cost;
    this.instruction = instruction;
    this.row = row;
    this.endsBlock = endsBlock;
  }
}

/** A fused sequence as one operation. */
export function fusedOperation({ rule, index, parts }: Fusion<Operation>, cost: number): Operation {
  const [head] = parts;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const fused = rule.meaning;
  const meaning: Meaning = fused
    ? (h) => fused(h, parts)
    : (h) => {
        for (const part of parts) part.meaning(h, part);
      };
  const row = INSTRUCTIONS.length + index;
  return new Operation(head, meaning, { pc: head.pc, length }, cost, row, rule.endsBlock ?? false);
}

const SMALL = 2048;
const SMALL_IMMEDIATES = Array.from({ length: 2 * SMALL }, (_, k) => BigInt.asUintN(64, BigInt(k - SMALL)));

/** `imm` modulo 2^64; 12-bit immediates, nearly all there are, come from a table. */
function immediate64(imm: number): bigint {
  return imm >= -SMALL && imm < SMALL ? SMALL_IMMEDIATES[imm + SMALL] : BigInt.asUintN(64, BigInt(imm));
}
