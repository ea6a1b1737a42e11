import { describe, expect, test, type TestContext } from "vitest";
import { assemble } from "../../src/assembler/index.ts";
import { disassemble, INSTRUCTIONS } from "../../src/isa/index.ts";
import { gnuDisassemble, gnuMissing, gnuText } from "./support/gnu.ts";
import { randomText } from "./support/instruction-text.ts";
import { Random } from "./support/random.ts";
import { randomAlias, randomLayout, randomShort } from "./support/random-program.ts";
import { structuredWord } from "./support/words.ts";

const missing = gnuMissing();

/** A test that needs GNU binutils, and says so where they are not installed. */
function withGnu(name: string, action: () => void): void {
  test(name, { timeout: 120_000 }, (context: TestContext) => {
    if (missing !== undefined) context.skip(missing);
    action();
  });
}

/** Fails with the first line whose bytes differ. */
function expectSame(lines: readonly string[], compress: boolean): void {
  const text = `${lines.join("\n")}\n`;
  const { segments, lines: places = [] } = assemble(text, { compress, lines: true });
  const ours = segments[0].data;
  const gnu = gnuText(`.option ${compress ? "rvc" : "norvc"}\n${text}`);
  if (Buffer.compare(ours, gnu) === 0) return;
  let at = 0;
  while (ours[at] === gnu[at]) at += 1;
  const line = places.findLast(({ address }) => Number(address) - 0x10000 <= at)?.line ?? 0;
  const hex = (bytes: Uint8Array) => Buffer.from(bytes.subarray(at & ~1, (at & ~1) + 8)).toString("hex");
  expect(`${lines[line - 1]} (line ${line}): ${hex(ours)}`).toBe(`${lines[line - 1]} (line ${line}): ${hex(gnu)}`);
}

const wide = INSTRUCTIONS.filter(({ length }) => length === 4);
const half = INSTRUCTIONS.filter(({ length }) => length === 2);
const repeated = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe("the same bytes as GNU as", () => {
  withGnu("for every 32-bit instruction with random operands", () => {
    const random = new Random(1);
    expectSame(
      wide.flatMap((instruction) => repeated(20, () => randomText(instruction, random))),
      false,
    );
  });

  withGnu("for every 16-bit instruction with random operands", () => {
    const random = new Random(2);
    expectSame(
      half.flatMap((instruction) => repeated(20, () => randomText(instruction, random))),
      true,
    );
  });

  withGnu("for instructions that may be compressed", () => {
    const random = new Random(3);
    expectSame(repeated(8000, () => randomShort(random.pick(wide), random)).filter(Boolean), true);
  });

  describe.each([true, false])("for pseudo-instructions, compressed: %s", (compress) => {
    withGnu("with random operands", () => {
      const random = new Random(4);
      expectSame(
        repeated(4000, () => randomAlias(random)),
        compress,
      );
    });
  });

  withGnu("for programs whose branches have to grow", () => {
    for (let seed = 0; seed < 12; seed++) expectSame(randomLayout(new Random(100 + seed)), seed % 2 === 0);
  });
});

withGnu("objdump's text of a word assembles to the word", () => {
  const random = new Random(5);
  const words = repeated(20_000, () => structuredWord(random));
  let known = 0;
  const lines: string[] = [];
  const expected: number[] = [];
  gnuDisassemble(words, false).forEach((text, k) => {
    if (text === "" || /^(\.|0x|unimp)/.test(text) || disassemble(words[k]).startsWith(".word")) return;
    known++;
    expected.push(words[k]);
    lines.push(relative(text.replaceAll("\t", " ").replace(/ [#<].*/, ""), 4 * k));
  });
  const { data } = assemble(lines.join("\n")).segments[0];
  const actual = [...new Uint32Array(data.slice().buffer)];
  const wrong = expected.flatMap((word, k) =>
    actual[k] === word ? [] : [`${lines[k]}: ${actual[k]?.toString(16)}, not ${word.toString(16)}`],
  );
  expect(wrong).toEqual([]);
  expect(known).toBeGreaterThan(5000);
});

/** objdump writes the target of a jump as an address; the words here stand elsewhere. */
function relative(text: string, at: number): string {
  const jump = /^(b\w+|jal) (.*,)(?:0x)?([0-9a-f]+)$/.exec(text);
  if (!jump || /^b(clr|set|inv|ext)/.test(text)) return text;
  return `${jump[1]} ${jump[2]} . + ${BigInt.asIntN(64, BigInt(`0x${jump[3]}`) - BigInt(at))}`;
}
