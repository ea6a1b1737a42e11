import { describe, expect, test } from "vitest";
import { FUSION_RULES, INSTRUCTIONS, ISA_A, ISA_B, ISA_MOP } from "../../src/isa/index.ts";
import { decodeAt } from "../../src/machine/block.ts";
import { FaultError, Memory, realCost } from "../../src/machine/index.ts";
import { crateName } from "../isa/crate-name.ts";
import { randomFrom } from "../targets/wire/mutate.ts";
import { opening, whyNot } from "./adapter.ts";
import { randomSequence, SEQUENCE_BYTES } from "./sequences.ts";

const ISA = ISA_A | ISA_B | ISA_MOP;
const BATCH = 40_000;
const EXECUTABLE = 2;

/** Every rule, by the name of what it makes. */
const FUSED: Readonly<Record<1 | 2, readonly string[]>> = {
  1: "ADC SBB FAR_JUMP_ABS FAR_JUMP_REL CUSTOM_LOAD_IMM WIDE_MUL WIDE_MULU WIDE_MULSU WIDE_DIV WIDE_DIVU".split(" "),
  2: "ADC SBB FAR_JUMP_ABS FAR_JUMP_REL CUSTOM_LOAD_IMM WIDE_MUL WIDE_MULU WIDE_MULSU WIDE_DIV WIDE_DIVU ADD3A ADD3B ADD3C ADCS SBBS".split(
    " ",
  ),
};

/** Decodes what stands at `pc`: `NAME LENGTH` of the fused group or of the instruction alone. */
function decoderAt(pc: number, version: number): (code: Buffer) => string {
  const memory = new Memory(4 << 20);
  const page = BigInt(pc >> 12);
  return (code) => {
    memory.clearFlag(page, EXECUTABLE);
    memory.storeBytes(BigInt(pc), code);
    memory.setFlag(page, EXECUTABLE);
    try {
      const { row, length, instruction } = decodeAt(memory, pc, { isa: ISA, version, cost: realCost });
      const rule = FUSION_RULES[row - INSTRUCTIONS.length];
      return `${rule ? rule.name : crateName(instruction)} ${length}`;
    } catch (error) {
      if (error instanceof FaultError) return "";
      throw error;
    }
  };
}

/** The same of the crate's answer. */
function nameAndLength(text: string): string {
  const words = text.split(" ");
  return words.length < 6 ? "" : `${words[0]} ${words[5]}`;
}

describe.each([
  ["ckb-vm:plain", 3 * BATCH],
  ["ckb-vm-latest:plain", BATCH],
] as const)("%s fuses what we fuse, in %i sequences and near misses", (name, count) => {
  test.for([1, 2] as const)("every rule of version %i", async (version, { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const random = randomFrom(version);
    const met = new Map<string, number>();
    for (let done = 0; done < count; done += BATCH) {
      const pc = [0x10000, 0x10002, 0x203000][(done / BATCH) % 3];
      const codes = Array.from({ length: BATCH }, () => randomSequence(random));
      const code = Buffer.concat(codes).toString("base64");
      const place = { version, isa: "imc,a,b,mop", pc: `0x${pc.toString(16)}`, unit: SEQUENCE_BYTES };
      const theirs = await target.decode({ ...place, code });
      const ours = decoderAt(pc, version);
      for (const [k, each] of codes.entries()) {
        const expected = nameAndLength(theirs[k]);
        const actual = ours(each);
        if (expected !== actual) {
          throw new Error(`${each.toString("hex")}: ${name} has "${theirs[k]}", we have "${actual}"`);
        }
        const fused = expected.split(" ")[0];
        met.set(fused, (met.get(fused) ?? 0) + 1);
      }
    }
    const seldom = FUSED[version].filter((each) => (met.get(each) ?? 0) < count / 400);
    expect(seldom).toEqual([]);
    const alone = "ADD SUB LUI AUIPC MULH MULHU MULHSU DIV DIVU".split(" ");
    expect(alone.filter((each) => (met.get(each) ?? 0) < count / 400)).toEqual([]);
  });
});
