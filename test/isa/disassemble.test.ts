import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { disassemble, INSTRUCTIONS, rawText } from "../../src/isa/index.ts";

const lines = readFileSync(new URL("fixtures/texts.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

test("GNU as makes the same word of the text", () => {
  const wrong = lines.filter((line) => {
    const [word = ""] = line.split(" ");
    return line !== `${word} ${disassemble(parseInt(word, 16))}`;
  });
  expect(lines.length).toBeGreaterThan(600);
  expect(wrong).toEqual([]);
});

// Texts from the manual's assembly syntax, words from the assembly of GNU as 2.40.
test.each<[word: number, text: string]>([
  [0x00c58533, "add a0, a1, a2"],
  [0xfff58513, "addi a0, a1, -1"],
  [0x800002b7, "lui t0, 0x80000"],
  [0xfe813c23, "sd s0, -8(sp)"],
  [0x80208063, "beq ra, sp, .-4096"],
  [0x0100006f, "jal zero, .+16"],
  [0x0000006f, "jal zero, .+0"],
  [0x000080e7, "jalr ra, 0(ra)"],
  [0x1605332f, "lr.d.aqrl t1, (a0)"],
  [0x04b5332f, "amoadd.d.aq t1, a1, (a0)"],
  [0x02b5332f, "amoadd.d.rl t1, a1, (a0)"],
  [0x00b5332f, "amoadd.d t1, a1, (a0)"],
  [0x0ff0000f, "fence iorw, iorw"],
  [0x8330000f, "fence.tso"],
  [0x0000100f, "fence.i"],
  [0x00000073, "ecall"],
  [0x4501, "c.li a0, 0"],
  [0x8082, "c.jr ra"],
  [0x0001, "c.nop"],
  [0x7101, "c.addi16sp sp, -512"],
  [0x6e85, "c.lui t4, 0x1"],
  [0x7efd, "c.lui t4, 0xfffff"],
])("%#x is %s", (word, text) => {
  expect(disassemble(word)).toBe(text);
});

test("what is no instruction, or has bits no syntax states, is data", () => {
  expect(disassemble(0xffffffff)).toBe(".word 0xffffffff");
  expect(disassemble(0x0000)).toBe(".half 0x0000");
  expect(disassemble(0x9c41)).toBe(".half 0x9c41");
  expect(disassemble(0x0000000f)).toBe(".word 0x0000000f"); // fence with empty sets
  expect(disassemble(0x1ff0000f)).toBe(".word 0x1ff0000f"); // fence with fm = 1
  expect(rawText(0x13)).toBe(".word 0x00000013");
});

test("every word has a text, and it begins with the instruction's name or is data", () => {
  const word = fc.oneof(
    fc.nat(0xffffffff).map((bits) => (bits | 3) >>> 0),
    fc.nat(0xffff),
    fc.tuple(fc.constantFrom(...INSTRUCTIONS), fc.nat(0xffffffff)).map(([{ mask, match, length }, bits]) => {
      const value = (match | (bits & ~mask)) >>> 0;
      return length === 2 ? value & 0xffff : value;
    }),
  );
  const shape = /^(?:\.(?:half 0x[\da-f]{4}|word 0x[\da-f]{8})|[a-z][\w.]*(?: \S.*)?)$/;
  fc.assert(
    fc.property(word, (value) => shape.test(disassemble(value)) && !disassemble(value).includes("undefined")),
    { numRuns: 2000, seed: 1 },
  );
});
