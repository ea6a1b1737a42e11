import { readCase } from "../case/index.ts";
import { FUSION_RULES, type FusionRule } from "../isa/index.ts";

/** Where the variables of a rule stand at first: further on with each rule, and with each variant. */
const FIRST = 5;
const REGISTERS = 24; // x5 to x28
const SCRATCH = "x30";
/** Has a bit of every result in it at the end. */
const SUM = "x31";
const VARIANTS = 16;
/** Values at which carries, borrows, signs and divisions differ; any other is in between. */
const VALUES = ["0", "1", "-1", "2", "-0x8000000000000000", "0x7fffffffffffffff", "0xffffffff", "0x123456789abcdef"];
const UPPER = ["0", "1", "0x7ffff", "0x80000", "0xfffff"];
/** Of those that are added to pc, small ones: larger sums do not fuse. */
const NEAR = 2;
const LOWER = ["0", "1", "-1", "2047", "-2048"];

const PROGRAMS = new Map<number, Uint8Array>();

/** The rules that a version has, by their positions in `FUSION_RULES`. */
export function rulesOf(version: number): number[] {
  return FUSION_RULES.flatMap(({ versions }, k) => (versions.includes(version) ? [k] : []));
}

/**
 * A program that executes a sequence of each rule of macro-op fusion that a version has, none of them one of the quirks: each
 * behind loads of its operands, and behind each its results go into a sum, so that none is lost. Then it exits.
 * @param number decides which registers and which values; programs are kept
 * @param only the one rule that it has instead of all
 */
export function fusionProgram(version: number, number: number, only?: number): Uint8Array {
  const variant = number % VARIANTS;
  if (only !== undefined) return assembled([only], variant, false);
  const key = version * VARIANTS + variant;
  let program = PROGRAMS.get(key);
  if (!program) PROGRAMS.set(key, (program = assembled(rulesOf(version), variant, version > 1)));
  return program;
}

function assembled(rules: readonly number[], variant: number, withBorder: boolean): Uint8Array {
  const lines = rules.flatMap((k) => {
    const rule = FUSION_RULES[k];
    return rule.endsBlock ? farJump(rule, k, variant) : straight(rule, k, variant);
  });
  const end = withBorder ? beyondTheBorder(variant) : [];
  const text = ["_start:", ...lines, ...end, "li a0, 0", "li a7, 93", "ecall", ""].join("\n");
  return readCase("fusion.S", text).checked.world.program;
}

/** Every variable has a register of its own, so that all conditions hold; `_` is what it takes for SBB to be no quirk. */
function straight({ sequence }: FusionRule, k: number, variant: number): string[] {
  const registerOf = (v: number): string => `x${FIRST + ((k * 5 + v + variant * 7) % REGISTERS)}`;
  const variables = [0, 1, 2, 3, 4].filter((v) => sequence.some((line) => line.includes(`r${v}`)));
  const value = (v: number): string => VALUES[(variant * 3 + k + v * (1 + (variant % 5))) % VALUES.length];
  const uppers = sequence[0].startsWith("auipc") ? NEAR : UPPER.length;
  return [
    ...variables.map((v) => `li ${registerOf(v)}, ${value(v)}`),
    ...sequence.map((line, at) =>
      line
        .replace(/r(\d)/g, (_, v) => registerOf(Number(v)))
        .replace("_", registerOf(0))
        .replace("imm", at === 0 ? UPPER[(variant + k) % uppers] : LOWER[(variant + k) % LOWER.length]),
    ),
    ...variables.flatMap((v) => [
      `slli ${SCRATCH}, ${SUM}, 1`,
      `add ${SUM}, ${SUM}, ${SCRATCH}`,
      `xor ${SUM}, ${SUM}, ${registerOf(v)}`,
    ]),
  ];
}

/**
 * Pairs whose immediates add up to less than 32 bits hold: no rule of version 2 is for them. A load of a constant, and in every
 * other program a jump out of memory, by which it then ends.
 */
function beyondTheBorder(variant: number): string[] {
  const load = ["auipc x29, 0x80000", "addi x29, x29, -1", `xor ${SUM}, ${SUM}, x29`];
  return variant % 2 === 0 ? load : [...load, "auipc ra, 0x80000", "jalr ra, -2(ra)"];
}

/** To what stands right behind it; the upper immediate is in ra. */
function farJump({ sequence }: FusionRule, k: number, variant: number): string[] {
  const jump = sequence[0].startsWith("lui")
    ? [`lui ra, %hi(to${k})`, `jalr ra, %lo(to${k})(ra)`]
    : ["auipc ra, 0", "jalr ra, 12(ra)"];
  return [...jump, `addi ${SUM}, ${SUM}, 1`, `to${k}: addi ${SUM}, ${SUM}, ${2 + variant}`, `xor ${SUM}, ${SUM}, ra`];
}
