import { expect, test } from "vitest";
import { assemble, AssemblyError, disassembleProgram } from "../../src/assembler/index.ts";

test("a listing has addresses, bytes, labels, targets and data", () => {
  const { elf } = assemble(
    '_start: li a0, 1\nloop: c.addi a0, -1\nbnez a0, loop\nj end\nend: ecall\n.data\nd: .ascii "hi\\0\\1"\n',
  );
  expect(disassembleProgram(elf)).toBe(
    [
      "entry 0x10000 <_start>",
      "",
      "segment 0x10000 r-x 18 bytes, 18 in memory",
      "_start:",
      "   10000: 00100513  addi a0, zero, 1",
      "loop:",
      "   10004: 157d      c.addi a0, -1",
      "   10006: fe051fe3  bne a0, zero, .-2  # 0x10004 <loop>",
      "   1000a: 0040006f  jal zero, .+4  # 0x1000e <end>",
      "end:",
      "   1000e: 00000073  ecall",
      "",
      "segment 0x11000 rw- 4 bytes, 4 in memory",
      "d:",
      "   11000: 68 69 00 01                                      hi..",
      "",
    ].join("\n"),
  );
});

test("plain bytes are code at a given address", () => {
  expect(disassembleProgram(Uint8Array.of(0x13, 0, 0, 0, 0xff), { address: 0x80000000n })).toContain(
    "80000000: 00000013  addi zero, zero, 0\n80000004: ff        .byte 0xff\n",
  );
});

test("text to be assembled again keeps 32-bit instructions long where 16-bit ones stand beside them", () => {
  const { elf } = assemble("c.nop\naddi a0, a0, 1\nc.nop\nadd a0, a1, a2\n");
  expect(disassembleProgram(elf, { assembly: true })).toBe(
    [
      "\t.option norelax",
      "\t.option norvc",
      "\t.globl _start",
      '\t.section .text, "ax", @progbits\t# at 0x10000',
      "_start:",
      "\t.option rvc",
      "\tc.nop",
      "\t.option norvc",
      "\taddi a0, a0, 1",
      "\t.option rvc",
      "\tc.nop",
      "\tadd a0, a1, a2",
      "",
    ].join("\n"),
  );
});

test.each([
  [[0x7f, 0x45, 0x4c, 0x46], "p: the file ends before byte 5"],
  [[0x7f, 0x45, 0x4c, 0x46, 1, 1], "p: this is no 64-bit little-endian ELF file"],
])("a broken file is refused: %j", (bytes, message) => {
  const read = () => disassembleProgram(Uint8Array.from(bytes), { name: "p" });
  expect(read).toThrow(AssemblyError);
  expect(read).toThrow(message.replace("p: ", "p:0:0: error: "));
});
