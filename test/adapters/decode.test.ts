import { describe, expect, test } from "vitest";
import { isaText } from "../../src/case/index.ts";
import { decode, DISCARD, INSTRUCTIONS, ISA_A, ISA_B, ISA_IMC, type Decoded } from "../../src/isa/index.ts";
import type { ProcessTarget } from "../../src/targets/index.ts";
import { crateName } from "../isa/crate-name.ts";
import { randomFrom } from "../targets/wire/mutate.ts";
import { opening, whyNot } from "./adapter.ts";

const ISA_SETS = [ISA_IMC, ISA_A, ISA_B, ISA_A | ISA_B];
const VERSIONS = [0, 1, 2];
/** Words in one request. */
const BATCH = 262_144;

/** Instructions with one operand: the crate keeps the bits where rs2 would be, and never looks at them. */
const UNARY = new Set("CLZ CLZW CPOP CPOPW CTZ CTZW ORCB REV8 SEXTB SEXTH ZEXTH".split(" "));

/** A decoded word as the protocol writes it. */
function textOf(decoded: Decoded | undefined): string {
  if (!decoded) return "";
  const { instruction, rd, rs1, rs2, imm } = decoded;
  return `${crateName(instruction)} ${rd === DISCARD ? 0 : rd} ${rs1} ${rs2} ${imm} ${instruction.length}`;
}

/** The crate's text without what it keeps of fields that nothing looks at. */
function withoutUnused(text: string): string {
  const [name, rd, rs1, , imm, length] = text.split(" ");
  if (name === "FENCE") return `FENCE 0 0 0 0 ${length}`;
  return UNARY.has(name) ? `${name} ${rd} ${rs1} 0 ${imm} ${length}` : text;
}

/** Compares our decoder with the target's on words of `unit` bytes; gives how many were accepted. */
async function compareOn(
  target: ProcessTarget,
  words: Uint32Array,
  { version, isa, unit }: { readonly version: number; readonly isa: number; readonly unit: 2 | 4 },
): Promise<number> {
  const bytes = unit === 4 ? words : Uint16Array.from(words);
  const code = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  const theirs = await target.decode({ version, isa: isaText(isa), pc: "0x10000", unit, code });
  if (theirs.length !== words.length) throw new Error(`${theirs.length} answers for ${words.length} words`);
  let accepted = 0;
  for (let k = 0; k < words.length; k++) {
    const ours = textOf(decode(words[k], isa, version));
    if (ours !== "") accepted++;
    if (ours !== theirs[k] && ours !== withoutUnused(theirs[k])) {
      const word = `0x${words[k].toString(16)} in version ${version}, ${isaText(isa)}`;
      throw new Error(`${word}: ${target.name} has "${theirs[k]}", we have "${ours}"`);
    }
  }
  return accepted;
}

describe.each([
  ["ckb-vm:plain", 2_000_000],
  ["ckb-vm-latest:plain", 400_000],
] as const)("%s decodes as we do", (name, randomWords) => {
  test.for(VERSIONS)("all 65,536 16-bit words in version %i, under every ISA set", async (version, { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const words = Uint32Array.from({ length: 65_536 }, (_, half) => half);
    const compressed = words.filter((half) => (half & 3) !== 3);
    for (const isa of ISA_SETS) {
      // As 32 bits with zeroes behind; and alone, where there is nothing behind.
      await compareOn(target, words, { version, isa, unit: 4 });
      // reference/ckb-vm/decode.md 9
      const accepted = await compareOn(target, compressed, { version, isa, unit: 2 });
      expect(accepted).toBe(version === 0 ? 38_173 : 38_551);
    }
  });

  test(`${randomWords} 32-bit words, half random and half nearly instructions, under all versions and ISA sets`, async ({
    skip,
  }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const random = randomFrom(7);
    const combinations = VERSIONS.flatMap((version) => ISA_SETS.map((isa) => ({ version, isa, unit: 4 }) as const));
    const count = Math.ceil(randomWords / combinations.length);
    const wide = INSTRUCTIONS.filter(({ length }) => length === 4);
    let accepted = 0;
    for (const combination of combinations) {
      const words = Uint32Array.from({ length: count }, (_, k) => {
        const word = random(2 ** 32);
        if (k % 2 === 0) return (word | 3) >>> 0;
        const { mask, match } = wide[random(wide.length)];
        const damage = random(4) === 0 ? 1 << random(32) : 0;
        return (((word & ~mask) | match) ^ damage) >>> 0;
      });
      accepted += await compareOn(target, words, combination);
    }
    // Words that are nearly instructions mostly are some; of the random ones, about a fifth are.
    expect(accepted).toBeGreaterThan(randomWords / 4);
  });
});

/** rd and rs1 of the four rounds below: no register, the same one, two, and the last ones. */
const REGISTERS = [
  [0, 0],
  [5, 5],
  [10, 15],
  [31, 30],
] as const;

describe("ckb-vm:plain decodes 32-bit words as we do", () => {
  test.for(REGISTERS)(
    "every opcode, funct3, funct7 and rs2 with rd = x%i and rs1 = x%i",
    async ([rd, rs1], { skip }) => {
      skip(whyNot("ckb-vm:plain") !== undefined, whyNot("ckb-vm:plain"));
      const target = await opening("ckb-vm:plain");
      const isa = ISA_A | ISA_B;
      let accepted = 0;
      for (let start = 0; start < 2 ** 20; start += BATCH) {
        // From the lowest bit: opcode (5 bits), funct3, rs2, funct7.
        const words = Uint32Array.from({ length: BATCH }, (_, k) => {
          const at = start + k;
          const [opcode, funct3, rs2, funct7] = [at & 31, (at >>> 5) & 7, (at >>> 8) & 31, at >>> 13];
          return ((funct7 << 25) | (rs2 << 20) | (rs1 << 15) | (funct3 << 12) | (rd << 7) | (opcode << 2) | 3) >>> 0;
        });
        accepted += await compareOn(target, words, { version: 2, isa, unit: 4 });
      }
      expect(accepted).toBeGreaterThan(100_000);
    },
  );
});
