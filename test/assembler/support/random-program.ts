import type { Instruction } from "../../../src/isa/index.ts";
import type { Random } from "./random.ts";

// Registers and immediates at the edges of what 16-bit instructions hold.
const REGISTERS = ["zero", "sp", "ra", "a0", "a1", "s0", "s1", "t0", "t6"];
const IMMEDIATES = [
  0, 0, 1, -1, 3, 4, 5, 8, 16, -16, 31, -32, -33, 32, 48, 252, 256, 496, 504, -512, 512, 1016, 1024, 2047, -2048,
];

/** `instruction` with operands that often make it compressible; empty for jumps and fences. */
export function randomShort(instruction: Instruction, random: Random): string {
  if (instruction.operands.includes("target") || instruction.name === "fence") return "";
  const same = random.pick(REGISTERS);
  const operands = instruction.operands.replaceAll(/[a-z][a-z0-9]*/g, (token) => {
    if (token.startsWith("r")) return random.below(2) ? same : random.pick(REGISTERS);
    if (token === "shamt") return String(random.pick(instruction.name.endsWith("w") ? [0, 1, 31] : [0, 1, 31, 32, 63]));
    return token === "upper"
      ? random.pick(["0", "1", "31", "32", "0xfffff", "0xfffe0", "0xfffdf"])
      : String(random.pick(IMMEDIATES));
  });
  return `${instruction.name} ${operands}`.trimEnd();
}

/** R a register, I an immediate, S and T shift amounts, L any 64-bit number. */
const ALIASES = (
  "mv R, R|not R, R|neg R, R|negw R, R|sext.w R, R|zext.w R, R|sext.b R, R|sext.h R, R|zext.h R, R|zext.b R, R|seqz R, R|" +
  "snez R, R|sltz R, R|sgtz R, R|sgt R, R, R|sgtu R, R, R|jr R|jr I(R)|jr R, I|jalr R|jalr I(R)|jalr R, R|jalr R, R, I|" +
  "jalr R, I(R)|jalr R, I|ret|nop|li R, I|li R, L|add R, R, N|and R, R, I|or R, R, I|xor R, R, I|slt R, R, I|sltu R, R, I|" +
  "addw R, R, I|sll R, R, S|srl R, R, S|sra R, R, S|sllw R, R, T|srlw R, R, T|sraw R, R, T|ror R, R, S|rorw R, R, T|" +
  "bset R, R, S|bclr R, R, S|binv R, R, S|bext R, R, S|fence|fence.tso|fence.i|ecall|ebreak|unimp|move R, R|lw R, (R)|" +
  "sw R, (R)|ld R, (sp)|sd R, (sp)|lr.w R, 0(R)|amoadd.w R, R, 0(R)|scall|sbreak"
).split("|");

/** A pseudo-instruction, or an instruction in one of its short forms. */
export function randomAlias(random: Random): string {
  const same = random.pick(REGISTERS);
  return random.pick(ALIASES).replaceAll(/\b[RISTLN]\b/g, (letter) => {
    switch (letter) {
      case "R":
        return random.below(2) ? same : random.pick(REGISTERS);
      case "I":
        return String(random.pick(IMMEDIATES));
      case "N":
        // GNU as makes a HINT of `add rd, rd, 0`; here it is a move.
        return String(random.pick(IMMEDIATES) || 1);
      case "S":
        return String(random.below(64));
      case "T":
        return String(random.below(32));
      default:
        return `0x${((BigInt(random.word()) << BigInt(random.below(33))) ^ BigInt(random.word() >>> random.below(32))).toString(16)}`;
    }
  });
}

/** Jumps, branches, alignments and gaps of a random scale, so that some branches are just in reach and some are not. */
export function randomLayout(random: Random): string[] {
  const scale = random.pick([1, 5, 40, 200, 3000]);
  const total = 30 + random.below(120);
  const labels = Array.from({ length: 12 }, () => random.below(total));
  const target = () => (random.below(8) === 0 ? "1f" : `L${random.below(12)}${random.pick(["", "", "", "+4", "-2"])}`);
  const makers = [
    () => `beqz a0, ${target()}`,
    () => `bne a0, a1, ${target()}`,
    () => `bnez t0, ${target()}`,
    () => `j ${target()}`,
    () => `jal ${target()}`,
    () => `la a0, ${target()}`,
    () => `call ${target()}`,
    () => `.align ${random.below(6)}`,
    () => `.space ${2 * random.below(scale)}`,
    () => `.word L${random.below(12)} - L${random.below(12)}`,
    () => `.option ${random.pick(["rvc", "norvc"])}`,
    () => "lui a1, %hi(L3); addi a1, a1, %lo(L3)",
    () => "add a0, a0, a1",
  ];
  const lines: string[] = [];
  for (let k = 0; k < total; k++) {
    labels.forEach((at, label) => at === k && lines.push(`L${label}:`));
    if (random.below(10) === 0) lines.push("1:");
    lines.push(random.pick(makers)());
  }
  return [...lines, "1:"];
}
