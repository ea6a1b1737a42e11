import { describe, expect, test } from "vitest";
import { assemble, type AssembleOptions, AssemblyError } from "../../src/assembler/index.ts";

const files: Record<string, string> = {
  "inc/bad.h": "\n  bogus a0\n",
  "inc/outer.h": '\n\n#include "bad.h"\n',
  "inc/cpp.h": "#define ok\n  #error stop here\n",
};

function failure(text: string, options: AssembleOptions = {}): AssemblyError {
  try {
    assemble([{ name: "a.S", text }], { readFile: (path) => files[path], includePaths: ["inc"], ...options });
  } catch (error) {
    if (error instanceof AssemblyError) return error;
    throw error;
  }
  throw new Error(`assembled: ${text}`);
}

/** The first line of the message, without the file. */
const first = (text: string) => failure(text).message.split("\n")[0].replace("a.S:", "");

describe("the place and the reason of an error", () => {
  test.each([
    ["  bogus a0", '1:3: error: unknown instruction "bogus"'],
    ["\n\n\tadd a0, a1", '3:2: error: add does not take these operands: expected "add rd, rs1, rs2"'],
    ["  addi a0, a1, 2048", "1:16: error: addi: imm must be -2048 to 2047"],
    ["  lw a0, 4096(a1)", "1:10: error: lw: imm must be -2048 to 2047"],
    ["  slli a0, a1, 64", "1:16: error: slli: imm must be 0 to 63"],
    ["  lui a0, 0x100000", "1:11: error: the upper immediate must be 0 to 0xfffff"],
    ["nop; nop ; bad", '1:12: error: unknown instruction "bad"'],
    ["lbl: lbl2: bad", '1:12: error: unknown instruction "bad"'],
    ["x: nop\n x: nop", '2:2: error: symbol "x" is already defined'],
    ["  j nowhere", '1:5: error: undefined symbol "nowhere"'],
    ["  beq a0, a1, nowhere", '1:15: error: undefined symbol "nowhere"'],
    ["  la a0, nowhere", '1:10: error: undefined symbol "nowhere"'],
    ["  lw a0, nowhere", '1:10: error: undefined symbol "nowhere"'],
    ["  addi a0, a0, %lo(nowhere)", '1:16: error: undefined symbol "nowhere"'],
    ["  .dword 1, nowhere", '1:13: error: undefined symbol "nowhere"'],
    ["  j 1f", '1:5: error: undefined symbol "1f"'],
    ["  j 1b", '1:5: error: there is no label "1:" before this'],
    ["  .word 1 +", "1:12: error: expected an expression"],
    ["  .word (1", '1:11: error: expected ")"'],
    ["  .word 08", '1:9: error: "08" is not a number'],
    ["  .word 1 / 0", "1:14: error: division by zero"],
    ["  .word x / 0\n .set x, 1", "1:9: error: division by zero"],
    ["  .word 1 + 2 << 3", '1:15: error: "+" and "<<" group differently in C and in GNU as: add parentheses'],
    ["  .word 1 | 2 + 3", '1:15: error: "|" and "+" group differently in C and in GNU as: add parentheses'],
    ["  .byte 1, 256", "1:12: error: 256 does not fit into 1 byte"],
    ["  .half -32769", "1:9: error: -32769 does not fit into 2 bytes"],
    ['  .ascii "abc', "1:10: error: this string has no end"],
    ["  .asciz 5", '1:10: error: expected """'],
    ["  .nonsense 1", '1:3: error: unknown directive ".nonsense"'],
    ["  .align 17", "1:10: error: the alignment must be at most 65536"],
    ["  .balign 3", "1:11: error: the alignment must be a power of two"],
    ["  .skip -1", "1:9: error: the number of bytes is negative"],
    ["  .skip later", '1:9: error: undefined symbol "later"'],
    ["  nop; .skip later\nlater:", "1:14: error: the number of bytes is not known, or negative"],
    ["nop\n .org 2", "2:7: error: .org cannot go backwards"],
    ["  .option weird", '1:11: error: unknown option "weird"'],
    ["  .option pop", "1:11: error: .option pop without push"],
    ["  .popsection", "1:3: error: .popsection without .pushsection"],
    ["  .if 1\n nop", "1:3: error: this conditional has no .endif"],
    ["  .endif", "1:3: error: .endif without .if"],
    ["  .else", "1:3: error: .else without .if"],
    ["  .if undefined_symbol\n .endif", '1:7: error: undefined symbol "undefined_symbol"'],
    ['.if 1\n .error "not \\"here\\""\n.endif', '2:2: error: not "here"'],
    ["  .err", "1:3: error: .err in the source"],
    ["  .macro m\n nop", "1:3: error: this has no .endm"],
    ["  .rept 2\n nop", "1:3: error: this has no .endr"],
    ["  .rept -1\n .endr", "1:9: error: the count is negative"],
    ["  .endm", "1:3: error: .endm without an opening"],
    [".macro m a\n.endm\n  m 1, 2", '3:8: error: macro "m" takes 1 arguments'],
    [".macro m a:req\n.endm\n  m", '3:3: error: macro "m" needs a value for "a"'],
    [".set x, y\n.set y, x\n.word x", '2:6: error: symbol "y" is defined by itself'],
    ["  .set x, x + 1\n .word x", '2:8: error: "x" is defined by itself, or nested too deeply'],
    [".bss\n  .word 1", "2:3: error: section .bss holds no bytes, only zeros"],
    [".bss\n  nop", '2:3: error: "nop" stands in section .bss, which holds no bytes'],
    [
      "  csrr a0, cycle",
      '1:3: error: unknown instruction "csrr": this machine has no control registers or privileged modes',
    ],
    [
      "  rdcycle a0",
      '1:3: error: unknown instruction "rdcycle": this machine has no control registers or privileged modes',
    ],
    ["  lui a0, %tprel_hi(x)", "1:11: error: %tprel_hi is not supported"],
    ["  lw a0, 8", "1:10: error: expected offset(register) or a symbol"],
    ["  sd a0, 8, t0", "1:10: error: expected offset(register) or a symbol"],
    ["  c.addi a0, 32", "1:14: error: c.addi: imm must be -32 to 31"],
    ["  c.lw a0, 0(t0)", "1:12: error: c.lw: rs1 must be 8 to 15"],
    ["1: addi a0, a0, %pcrel_lo(1b)", "1:17: error: %pcrel_lo needs the label of an instruction with %pcrel_hi"],
    ["  li a0, label\nlabel:", '1:10: error: undefined symbol "label"'],
    ["  .insn r 0x33, 8, 0, a0, a1, a2", "1:17: error: must be 0 to 7"],
    ["  nop nop", "1:3: error: nop does not take these operands"],
    ["  j x + 1\n x:", "1:5: error: jal: the target is 5 bytes away: imm must be a multiple of 2"],
    ["  .fill 100000000", "1:3: error: the program is over 16777216 bytes"],
  ])("%j", (text, expected) => expect(first(text)).toBe(expected));
});

describe("the C preprocessor's errors", () => {
  test.each([
    ["#if 1\n", "1:2: error: this conditional has no #endif"],
    [" #endif", "1:3: error: #endif without #if"],
    ["#else", "1:2: error: #else without #if"],
    ["#if 1 +\n#endif", "1:2: error: the condition is not complete"],
    ["#if 1 / 0\n#endif", "1:7: error: division by zero in the condition"],
    ['#if "x"\n#endif', '1:5: error: ""x"" is not allowed in a condition'],
    ["#error some words", "1:2: error: #error some words"],
    ['#include "none.h"', '1:10: error: cannot find "none.h"'],
    ["#include none", '1:10: error: expected "file" or <file>'],
    ["#define 5", "1:9: error: expected the name of a macro"],
    ["#define f(a", '1:10: error: the parameters have no ")"'],
    ["#define f(a, a) a", '1:14: error: parameter "a" is there twice'],
    ["#define f ## a", '1:11: error: "##" needs something on both sides'],
    ["#define f(a) a\n  f(1, 2)", '2:3: error: macro "f" takes 1 arguments, not 2'],
    ["#define f(a) a\n  f(1", '2:3: error: the call of macro "f" has no ")"'],
    ["nop /* open\n", "1:5: error: this comment has no end"],
  ])("%j", (text, expected) => expect(first(text)).toBe(expected));
});

describe("an error that is not where the user wrote it", () => {
  test("in a macro of the preprocessor, stands where the macro is called", () => {
    expect(first("#define BAD bogus a0\n#define TWICE(x) x; BAD\n  nop; TWICE(nop)")).toBe(
      '3:8: error: unknown instruction "bogus"',
    );
  });

  test("in an argument, stands in the argument", () => {
    expect(first("#define ID(x) nop; x\n  ID(\n    bogus)")).toBe('3:5: error: unknown instruction "bogus"');
  });

  test("behind a macro in the same line, keeps its column", () => {
    expect(first("#define LONG addi a0, a0, 1\n  LONG; bogus")).toBe('2:9: error: unknown instruction "bogus"');
  });

  test("in a continued line or behind a comment, keeps its line", () => {
    expect(first("nop; \\\n  bogus")).toBe('2:3: error: unknown instruction "bogus"');
    expect(first("/* one\n two */ bogus")).toBe('2:9: error: unknown instruction "bogus"');
  });

  test("in an assembler macro, stands at the outermost call and notes the way", () => {
    const error = failure(".macro in\n  bogus\n.endm\n.macro out\n in\n.endm\n  out");
    expect(error.message).toBe(
      'a.S:7:3: error: unknown instruction "bogus"\na.S:2: note: in macro "in"\na.S:5: note: in macro "out"',
    );
    expect(error).toMatchObject({ file: "a.S", line: 7, column: 3 });
  });

  test("in a repetition, stands at the repetition", () => {
    expect(failure("nop\n .rept 2\n bogus\n .endr").message).toMatch(
      /^a\.S:2:2: error: unknown instruction "bogus"\na\.S:3: note: in \.rept\n/,
    );
  });

  test("in an included file, stands there and notes who included it", () => {
    expect(failure('nop\n#include "outer.h"').message).toBe(
      'inc/bad.h:2:3: error: unknown instruction "bogus"\n' +
        "inc/outer.h:3: note: included from here\na.S:2: note: included from here",
    );
    expect(failure("#include <cpp.h>").message).toBe(
      "inc/cpp.h:2:4: error: #error stop here\na.S:1: note: included from here",
    );
  });
});

test("all errors of a pass are found, up to a number", () => {
  expect(failure("bad1\nnop\nbad2\n").diagnostics.map(({ line }) => line)).toEqual([1, 3]);
  expect(failure("bad\n".repeat(1000)).diagnostics).toHaveLength(20);
  expect(failure("j x\nj y\n").diagnostics.map(({ message }) => message)).toEqual([
    'undefined symbol "x"',
    'undefined symbol "y"',
  ]);
});

describe("options that cannot be", () => {
  test.each<[AssembleOptions, string]>([
    [{ march: "rv32i" }, '"rv32i" is not an architecture such as rv64imac_zba_zbb_zbc_zbs'],
    [{ march: "rv64imv" }, 'unknown extension "v"'],
    [{ entry: "main" }, 'there is no symbol "main"'],
    [{ addresses: { ".data": 0x10000n } }, "sections .text and .data overlap"],
    [{ base: 0x10001n }, "the base address must be a multiple of 4096"],
    [{ addresses: { ".text": 0x10001n } }, "section .text needs an address that is a multiple of 2"],
    [{ base: (1n << 64n) - 4096n }, "section .data does not fit into the address space"],
    [{ bytesMax: 4 }, "the program is over 4 bytes"],
  ])("%o", (options, expected) => {
    const { diagnostics } = failure("nop\n.data\n.dword 1\n", options);
    expect(diagnostics[0].message).toBe(expected);
  });

  test("an instruction of an extension that is off", () => {
    expect(failure("  mul a0, a0, a0", { march: "rv64i" }).message).toBe("a.S:1:3: error: mul needs the extension M");
  });
});
