import fc from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { assemble, AssemblyError, disassembleProgram, preprocess, readElf } from "../../src/assembler/index.ts";

const folder = join(import.meta.dirname, "fixtures/gnu");
const texts = globSync("*.s", { cwd: folder })
  .toSorted()
  .map((name) => readFileSync(join(folder, name), "utf8"));
const lines = [
  ...texts.flatMap((text) => text.split("\n")),
  "#define F(x, ...) x ## __VA_ARGS__ #x",
  "#define G F(G, G)",
  "#if defined(F) && (1 << 3) > 2",
  "#ifdef G",
  "#else",
  "#endif",
  "#include <x.h>",
  "F(G, G(",
  "\tG",
  "/* open",
  "close */",
  ".macro again",
  "again; again",
  ".endm",
  ".rept 1000000000",
  ".endr",
  ".skip 1 << 40",
  ".org 0x7fffffffffffffff",
  ".fill 100000000, 8, 1",
  ".align 60",
  ".set loop, loop + 1",
  ".dword loop",
  ".space far - near",
  "near: beq a0, a1, far",
  "far:",
];
const fragments = [
  "(",
  ")",
  '"',
  "'",
  "\\",
  ",",
  ";",
  "#",
  "##",
  ":",
  "=",
  "%hi(",
  "a0",
  "-",
  "1 <<",
  "\\@",
  "0x",
  "\u00e9",
  "\ud800",
  "\0",
];

/** How the texts of a test ended: both have to happen, or it shows nothing. */
const tally = { assembled: 0, refused: 0 };
beforeEach(() => void Object.assign(tally, { assembled: 0, refused: 0 }));

/** Runs `action` and says how it ended; anything but a result or an AssemblyError fails the test. */
function ends(action: () => unknown): void {
  const start = performance.now();
  try {
    action();
    tally.assembled++;
  } catch (error) {
    tally.refused++;
    expect(error).toBeInstanceOf(AssemblyError);
    expect((error as Error).message).toMatch(/^[^\n]*:\d+:\d+: error: /);
  }
  // Not a measure of speed: far more time than any of these texts may take.
  expect(performance.now() - start).toBeLessThan(20_000);
}

const options = {
  bytesMax: 1 << 20,
  readFile: (path: string) => (path.endsWith("x.h") ? '#include "x.h"\n' : undefined),
  includePaths: ["."],
};

test("mixed lines of real programs", { timeout: 120_000 }, () => {
  const program = fc.array(fc.constantFrom(...lines), { maxLength: 30 }).map((chosen) => chosen.join("\n"));
  fc.assert(
    fc.property(program, fc.boolean(), (text, compress) => ends(() => assemble(text, { ...options, compress }))),
    { numRuns: 2000 },
  );
  expect(Math.min(tally.assembled, tally.refused)).toBeGreaterThan(20);
});

test("programs with text put in, taken out and doubled", { timeout: 120_000 }, () => {
  const edit = fc.record({ at: fc.nat(4000), drop: fc.nat(6), put: fc.constantFrom("", ...fragments, ...lines) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, (text, list) => {
      let mutated = text;
      for (const { at, drop, put } of list) {
        const index = at % (mutated.length + 1);
        mutated = mutated.slice(0, index) + put + mutated.slice(index + drop);
      }
      ends(() => assemble(mutated, options));
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(tally.assembled, tally.refused)).toBeGreaterThan(50);
});

test("any text at all", { timeout: 60_000 }, () => {
  const words = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...fragments), fc.constantFrom(...lines));
  const text = fc.array(words, { maxLength: 20 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, (source) => ends(() => assemble(source, options))),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(text, (source) => ends(() => preprocess(source, options))),
    { numRuns: 1000 },
  );
  expect(Math.min(tally.assembled, tally.refused)).toBeGreaterThan(50);
});

test("any bytes as a program file", { timeout: 60_000 }, () => {
  const { elf } = assemble("_start: li a0, 1\n.data\nx: .word 1, x\n");
  const edit = fc.record({ at: fc.nat(elf.length - 1), value: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(elf.length), (list, length) => {
      const bytes = elf.slice(0, length);
      for (const { at, value } of list) if (at < length) bytes[at] = value;
      ends(() => readElf(bytes));
      ends(() => disassembleProgram(bytes));
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(tally.assembled, tally.refused)).toBeGreaterThan(50);
});

const DEEP = 100_000;

test.each([
  ["parentheses", `.word ${"(".repeat(DEEP)}`],
  ["unary operators", `.word ${"-".repeat(DEEP)}1`],
  ["a long sum", `.word ${"x+".repeat(DEEP)}1`],
  [
    "a chain of symbols",
    Array.from({ length: 20_000 }, (_, k) => `.set s${k}, s${k + 1} + 1`).join("\n") + "\n.word s0",
  ],
  [
    "doubling symbols",
    Array.from({ length: 200 }, (_, k) => `.set s${k}, s${k + 1} + s${k + 1}`).join("\n") + "\n.dword s0",
  ],
  ["a doubling macro", ".macro m\nm\nm\n.endm\nm"],
  ["a growing macro argument", ".macro m a\nm \\a\\a\n.endm\nm xx"],
  ["an endless repetition", ".rept 0x7fffffffffffffff\n.endr"],
  ["nested repetitions", ".rept 100000\n.rept 100000\nnop\n.endr\n.endr"],
  ["open conditionals", ".if 1\n".repeat(DEEP)],
  ["open #if", "#if 1\n".repeat(DEEP)],
  ["parentheses in #if", `#if ${"(".repeat(DEEP)}`],
  ["operators in #if", `#if ${"!".repeat(DEEP)}1\n#endif`],
  ["a doubling #define", Array.from({ length: 60 }, (_, k) => `#define a${k} a${k + 1} a${k + 1}`).join("\n") + "\na0"],
  ["nested calls", `#define f(x) x\n${"f(".repeat(DEEP)}`],
  ["a chain of #define", Array.from({ length: 20_000 }, (_, k) => `#define a${k} a${k + 1}`).join("\n") + "\na0"],
  ["a file that includes itself", '#include "x.h"'],
  ["a file that includes itself twice", '#include "twice.h"'],
  ["a quote without end", `.ascii "${"\\".repeat(DEEP + 1)}`],
  ["many errors", "bad\n".repeat(DEEP)],
  ["many branches", "l:\n" + "beq a0, a1, r\n.align 3\n".repeat(20_000) + "r:"],
  ["sizes in a circle", "a: .space b - a + 1\nb:\n.word b"],
  ["blanks", `.word ${" ".repeat(DEEP)}1 ${"\t".repeat(DEEP)}`],
  ["unmatched quotes", "' ".repeat(DEEP)],
  ["backslashes", "\\\n".repeat(DEEP)],
  ["alignment and sections", ".section x\n.align 16\n.byte 1\n".repeat(1000)],
])("%s", { timeout: 60_000 }, (_, text) => {
  const readFile = (path: string) =>
    path === "twice.h" ? '#include "twice.h"\n#include "twice.h"\n' : options.readFile(path);
  ends(() => assemble(text, { ...options, readFile }));
});
