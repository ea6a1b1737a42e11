import { lessUnsigned, setUnsigned, type Hart, type Operands } from "./hart.ts";
import type { Meaning } from "./instruction.ts";
import { ra } from "./registers.ts";

/** One instruction of a sequence, at its place. */
export interface FusedPart extends Operands {
  readonly meaning: Meaning;
}

/**
 * A sequence of instructions that executes as one step with one cost (macro-op fusion, reference/ckb-vm/mop.md).
 *
 * Matching is on decoded instructions, so compressed forms count. `r0` to `r4` stand for any register, the same one
 * wherever the name occurs, `_` for any register, `imm` for any immediate.
 */
export interface FusionRule {
  readonly name: string;
  /** The VM versions that have the rule; larger versions count as 2. */
  readonly versions: readonly number[];
  /** One line for each instruction, as assembly. */
  readonly sequence: readonly string[];
  /** Pairs of registers that must differ: `r0 != r1`. */
  readonly distinct: string;
  /** A further condition on the parts. */
  readonly when?: (parts: readonly Operands[]) => boolean;
  /** Cycles of the whole sequence under CKB's cost table. */
  readonly cost: number;
  /**
   * What the fused sequence does where that is not what its parts do one after the other: bugs of CKB-VM that chains
   * depend on (mop.md 4, 5.2).
   */
  readonly meaning?: (h: Hart, parts: readonly FusedPart[]) => void;
  /** The sequence ends with a jump. */
  readonly endsBlock?: true;
}

const INT32_MAX = 2 ** 31 - 1;

function fitsInt32(value: number): boolean {
  return value >= -INT32_MAX - 1 && value <= INT32_MAX;
}

function execute(h: Hart, part: FusedPart): void {
  part.meaning(h, part);
}

/** The upper and the lower immediate, added in 32 bits. */
function sum32([upper, lower]: readonly Operands[]): number {
  return (upper.imm + lower.imm) | 0;
}

/** Jumps, and links behind the sequence; the register of the upper immediate is not written unless it is ra. */
function farJump(h: Hart, [, jalr]: readonly Operands[], target: bigint): void {
  h.jumpTo(target & ~1n);
  h.setNumber(ra, jalr.pc + jalr.length);
}

/** The rules in the order in which they are tried; the first instruction says which of them are. */
export const FUSION_RULES: readonly FusionRule[] = [
  {
    name: "ADC",
    versions: [1, 2],
    sequence: ["add r0, r0, r1", "sltu r1, r0, r1", "add r0, r0, r2", "sltu r2, r0, r2", "or r1, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r1 != r2, r0 != x0, r1 != x0, r2 != x0",
    cost: 1,
  },
  {
    name: "ADD3A",
    versions: [2],
    sequence: ["add r0, r1, r0", "sltu r2, r0, r1", "add r3, r2, r4"],
    distinct: "r0 != r1, r0 != r4, r2 != r4, r0 != x0, r2 != x0",
    cost: 1,
  },
  {
    name: "ADD3B",
    versions: [2],
    sequence: ["add r0, r1, r2", "sltu r1, r0, r1", "add r3, r1, r4"],
    distinct: "r0 != r1, r0 != r4, r1 != r4, r0 != x0, r1 != x0",
    cost: 1,
  },
  {
    name: "ADD3C",
    versions: [2],
    sequence: ["add r0, r1, r2", "sltu r3, r0, r1", "add r3, r3, r4"],
    distinct: "r0 != r1, r0 != r4, r3 != r4, r0 != x0, r3 != x0",
    cost: 1,
  },
  {
    name: "ADCS",
    versions: [2],
    sequence: ["add r0, r1, r2", "sltu r3, r0, r1"],
    distinct: "r0 != r1, r0 != x0",
    cost: 1,
  },
  {
    // The same with the sum's own register as first operand: the comparison is with the other one.
    name: "ADCS",
    versions: [2],
    sequence: ["add r0, r0, r1", "sltu r2, r0, r1"],
    distinct: "r0 != r1, r0 != x0",
    cost: 1,
  },
  {
    // The last operand of the second instruction is not looked at, and r3 < r0 is computed whatever it is.
    name: "SBB",
    versions: [1, 2],
    sequence: ["sub r0, r3, r0", "sltu r2, r3, _", "sub r3, r0, r1", "sltu r1, r0, r3", "or r0, r1, r2"],
    distinct: "r3 != r0, r2 != r3, r2 != r0, r1 != r3, r1 != r0, r1 != r2, r0 != x0, r1 != x0, r2 != x0, r3 != x0",
    cost: 1,
    meaning: (h, [sub, sltu, ...rest]) => {
      execute(h, sub);
      setUnsigned(h, sltu.rd, lessUnsigned(h, sltu.rs1, sub.rd) ? 1 : 0);
      for (const part of rest) execute(h, part);
    },
  },
  {
    name: "SBBS",
    versions: [2],
    sequence: ["sub r0, r1, r2", "sltu r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2",
    cost: 1,
  },
  {
    // Version 1 fuses whatever register carries the upper immediate, x0 too, and does not write it.
    name: "FAR_JUMP_ABS",
    versions: [1],
    sequence: ["lui r0, imm", "jalr ra, imm(r0)"],
    distinct: "",
    cost: 3,
    meaning: (h, parts) => farJump(h, parts, BigInt(sum32(parts))),
    endsBlock: true,
  },
  {
    // The sum still wraps in 32 bits.
    name: "FAR_JUMP_ABS",
    versions: [2],
    sequence: ["lui ra, imm", "jalr ra, imm(ra)"],
    distinct: "",
    cost: 3,
    meaning: (h, parts) => farJump(h, parts, BigInt(sum32(parts))),
    endsBlock: true,
  },
  {
    name: "CUSTOM_LOAD_IMM",
    versions: [1, 2],
    sequence: ["lui r0, imm", "addiw r0, r0, imm"],
    distinct: "",
    cost: 1,
  },
  {
    name: "FAR_JUMP_REL",
    versions: [1],
    sequence: ["auipc r0, imm", "jalr ra, imm(r0)"],
    distinct: "",
    cost: 3,
    meaning: (h, parts) => farJump(h, parts, BigInt(parts[0].pc) + BigInt(sum32(parts))),
    endsBlock: true,
  },
  {
    name: "FAR_JUMP_REL",
    versions: [2],
    sequence: ["auipc ra, imm", "jalr ra, imm(ra)"],
    distinct: "",
    when: ([auipc, jalr]) => fitsInt32(auipc.imm + jalr.imm),
    cost: 3,
    endsBlock: true,
  },
  {
    name: "CUSTOM_LOAD_IMM",
    versions: [2],
    sequence: ["auipc r0, imm", "addi r0, r0, imm"],
    distinct: "",
    when: ([auipc, addi]) => {
      const sum = auipc.imm + addi.imm;
      return auipc.pc <= INT32_MAX && fitsInt32(sum) && fitsInt32(sum + auipc.pc);
    },
    cost: 1,
  },
  {
    name: "WIDE_MUL",
    versions: [1, 2],
    sequence: ["mulh r0, r1, r2", "mul r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r0 != r3",
    cost: 5,
  },
  {
    name: "WIDE_MULU",
    versions: [1, 2],
    sequence: ["mulhu r0, r1, r2", "mul r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r0 != r3",
    cost: 5,
  },
  {
    name: "WIDE_MULSU",
    versions: [1, 2],
    sequence: ["mulhsu r0, r1, r2", "mul r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r0 != r3",
    cost: 5,
  },
  {
    name: "WIDE_DIV",
    versions: [1, 2],
    sequence: ["div r0, r1, r2", "rem r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r0 != r3",
    cost: 32,
  },
  {
    name: "WIDE_DIVU",
    versions: [1, 2],
    sequence: ["divu r0, r1, r2", "remu r3, r1, r2"],
    distinct: "r0 != r1, r0 != r2, r0 != r3",
    cost: 32,
  },
];
