import type { Compression } from "./compress.ts";

/** A way to write instructions that is not their own: `operands` as in the table, and what it stands for. */
export interface Alias {
  readonly name: string;
  readonly operands: string;
  readonly expandsTo: string;
  readonly compress: Compression;
}

function alias(name: string, operands: string, expandsTo: string, compress: Compression = "always"): Alias {
  return { name, operands, expandsTo, compress };
}

/** Operations on registers whose name also takes an immediate, and the instruction that does. */
const IMMEDIATES =
  "add:addi and:andi or:ori xor:xori slt:slti sltu:sltiu addw:addiw " +
  "sll:slli srl:srli sra:srai sllw:slliw srlw:srliw sraw:sraiw " +
  "ror:rori rorw:roriw bset:bseti bclr:bclri binv:binvi bext:bexti";

/**
 * The pseudo-instructions that stand for one instruction (RISC-V assembly programmer's manual, "A listing of standard
 * RISC-V pseudoinstructions", and those that GNU as adds). Where a name has several forms, the first that fits counts.
 */
export const ALIASES: readonly Alias[] = [
  alias("nop", "", "addi zero, zero, 0"),
  alias("mv", "rd, rs1", "addi rd, rs1, 0", "mv"),
  alias("move", "rd, rs1", "addi rd, rs1, 0", "mv"),
  alias("not", "rd, rs1", "xori rd, rs1, -1"),
  alias("neg", "rd, rs2", "sub rd, zero, rs2"),
  alias("negw", "rd, rs2", "subw rd, zero, rs2"),
  alias("sext.w", "rd, rs1", "addiw rd, rs1, 0"),
  alias("zext.w", "rd, rs1", "add.uw rd, rs1, zero"),
  alias("zext.b", "rd, rs1", "andi rd, rs1, 255"),
  alias("seqz", "rd, rs1", "sltiu rd, rs1, 1"),
  alias("snez", "rd, rs2", "sltu rd, zero, rs2"),
  alias("sltz", "rd, rs1", "slt rd, rs1, zero"),
  alias("sgtz", "rd, rs2", "slt rd, zero, rs2"),
  alias("sgt", "rd, rs2, rs1", "slt rd, rs1, rs2"),
  alias("sgtu", "rd, rs2, rs1", "sltu rd, rs1, rs2"),
  alias("beqz", "rs1, target", "beq rs1, zero, target"),
  alias("bnez", "rs1, target", "bne rs1, zero, target"),
  alias("blez", "rs2, target", "bge zero, rs2, target"),
  alias("bgez", "rs1, target", "bge rs1, zero, target"),
  alias("bltz", "rs1, target", "blt rs1, zero, target"),
  alias("bgtz", "rs2, target", "blt zero, rs2, target"),
  alias("bgt", "rs2, rs1, target", "blt rs1, rs2, target"),
  alias("ble", "rs2, rs1, target", "bge rs1, rs2, target"),
  alias("bgtu", "rs2, rs1, target", "bltu rs1, rs2, target"),
  alias("bleu", "rs2, rs1, target", "bgeu rs1, rs2, target"),
  alias("j", "target", "jal zero, target"),
  alias("jal", "target", "jal ra, target", "never"),
  alias("jr", "rs1", "jalr zero, 0(rs1)"),
  alias("jr", "imm(rs1)", "jalr zero, imm(rs1)", "never"),
  alias("jr", "rs1, imm", "jalr zero, imm(rs1)", "never"),
  alias("jalr", "rs1", "jalr ra, 0(rs1)"),
  alias("jalr", "imm(rs1)", "jalr ra, imm(rs1)", "never"),
  alias("jalr", "rs1, imm", "jalr ra, imm(rs1)", "never"),
  alias("jalr", "rd, rs1", "jalr rd, 0(rs1)", "never"),
  alias("jalr", "rd, rs1, imm", "jalr rd, imm(rs1)", "never"),
  alias("ret", "", "jalr zero, 0(ra)"),
  alias("fence", "", "fence 15, 15"),
  alias("fence.tso", "", "fence 3, 3, 8"),
  alias("sbreak", "", "ebreak"),
  alias("scall", "", "ecall"),
  ...IMMEDIATES.split(" ").map((pair) => {
    const [name, immediate] = pair.split(":");
    return alias(name, "rd, rs1, imm", `${immediate} rd, rs1, imm`, name === "add" ? "add" : "always");
  }),
];

/**
 * Forms without the Zba and Zbb instructions, as GNU as writes them where those extensions are off. Each step after the
 * first works on `rd`.
 */
export const SHIFT_PAIRS: readonly {
  readonly name: string;
  readonly extension: string;
  readonly left: number;
  readonly right: string;
}[] = [
  { name: "sext.b", extension: "Zbb", left: 56, right: "srai" },
  { name: "sext.h", extension: "Zbb", left: 48, right: "srai" },
  { name: "zext.h", extension: "Zbb", left: 48, right: "srli" },
  { name: "zext.w", extension: "Zba", left: 32, right: "srli" },
];
