import { readCase, type World } from "../../src/case/index.ts";
import {
  encode,
  instructionsNamed,
  ISA_A,
  ISA_B,
  ISA_MOP,
  type FieldValues,
  type VmVersion,
} from "../../src/isa/index.ts";

type Random = (below: number) => number;

/** Where the three pieces of code lie: as far apart that they have the same entries in each decoder cache of CKB-VM. */
const BASES = [0x20000, 0x40000, 0x60000];
const INSTRUCTIONS = 24;
const VALUES = [5, 6, 7, 8, 9] as const;
/** Hold places in the code. */
const PLACES = [20, 21, 22, 23] as const;
/** Hold instructions. */
const WORDS = [26, 27] as const;

/** A world without W^X whose program changes its own code, now and then where it was executed already. */
export function selfChanging(random: Random, version: VmVersion, fusion: boolean): World {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)];
  const place = (): number => pick(BASES) + 4 * random(INSTRUCTIONS);
  const lines = [
    ...PLACES.map((r) => `li x${r}, ${place()}`),
    ...WORDS.map((r) => `li x${r}, ${arithmetic(random)}`),
    `li s0, ${BASES[0]}`,
    "jr s0",
    ...BASES.flatMap((_, k) => [
      `.section .piece${k}, "ax"`,
      ...Array.from({ length: INSTRUCTIONS }, () => `.word ${instruction(random)}`),
      `.word ${word("jalr", { rd: 0, rs1: pick(PLACES), imm: 0 })}`,
    ]),
  ];
  const sections = BASES.map((base, k) => ` * section: .piece${k} ${base}\n`).join("");
  const header = `/* rvrelay case 1\n * write-xor-execute: no\n * cost: constant\n${sections} */\n`;
  const text = `${header}.option norvc\n.text\n.globl _start\n_start:\n${lines.join("\n")}\n`;
  const { world } = readCase("self-changing.S", text).checked;
  return { ...world, version, isa: ISA_A | ISA_B | (fusion ? ISA_MOP : 0) };
}

/** Mostly arithmetic, between stores to code, jumps to places and branches that are taken now and then. */
function instruction(random: Random): number {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)];
  const kind = random(12);
  if (kind < 4) return arithmetic(random);
  if (kind < 8) {
    const rs1 = pick(PLACES);
    const imm = 4 * (random(16) - 4);
    if (random(24) === 0) return word(pick(["sd", "sh", "sb"]), { rs1, rs2: pick(VALUES), imm });
    return word("sw", { rs1, rs2: pick(WORDS), imm });
  }
  if (kind === 8) return word("lw", { rd: pick(WORDS), rs1: pick(PLACES), imm: 4 * random(8) });
  if (kind === 9) return word("jalr", { rd: 0, rs1: pick(PLACES), imm: 4 * random(4) });
  if (kind === 10) return word("addi", { rd: pick(PLACES), rs1: pick(PLACES), imm: 4 * (random(7) - 3) });
  return word(pick(["bne", "blt"]), { rs1: pick(VALUES), rs2: pick(VALUES), imm: 4 * (random(8) - 3) || 8 });
}

function arithmetic(random: Random): number {
  const value = (): number => VALUES[random(VALUES.length)];
  if (random(2) === 0) return word("addi", { rd: value(), rs1: value(), imm: random(256) - 128 });
  const names = ["add", "sltu", "mul", "mulh", "xor"];
  return word(names[random(names.length)], { rd: value(), rs1: value(), rs2: value() });
}

function word(name: string, values: FieldValues): number {
  return encode(instructionsNamed(name)[0], values);
}
