import { describe, expect, test } from "vitest";
import { assemble, disassembleProgram } from "../../src/assembler/index.ts";
import { Random } from "./support/random.ts";
import { structuredWord } from "./support/words.ts";

/** Disassembles code and assembles the text again. */
function again(code: Uint8Array, compress: boolean): Uint8Array {
  const { segments } = assemble(disassembleProgram(code, { assembly: true }), { compress });
  return segments[0].data.subarray(0, code.length);
}

describe("disassembled code assembles to the same bytes", () => {
  test("for every 16-bit word", () => {
    const halves = Uint16Array.from(
      Array.from({ length: 0x10000 }, (_, half) => half).filter((half) => (half & 3) !== 3),
    );
    const code = new Uint8Array(halves.buffer);
    expect(Buffer.compare(again(code, false), code)).toBe(0);
  });

  test("for 200,000 32-bit words, known and unknown", { timeout: 60_000 }, () => {
    const random = new Random(1);
    const code = new Uint8Array(Uint32Array.from({ length: 200_000 }, () => structuredWord(random)).buffer);
    expect(Buffer.compare(again(code, true), code)).toBe(0);
  });

  test("for bytes of any number", { timeout: 60_000 }, () => {
    const random = new Random(2);
    for (let k = 0; k < 300; k++) {
      const code = Uint8Array.from({ length: 1 + random.below(60) }, () => random.below(256));
      expect(Buffer.from(again(code, k % 2 === 0)).toString("hex")).toBe(Buffer.from(code).toString("hex"));
    }
  });
});

test("a whole program keeps segments, entry and symbols", () => {
  const source = `
    .globl main
    nop
    main: li a0, 5; c.addi a0, 1; beqz a0, end; la a1, table; end: ecall
    .section .rodata
    text: .asciz "some text"
    .data
    table: .dword 1, table; .zero 100; last: .byte 7
    .bss
    buffer: .zero 4096
  `;
  const first = assemble(source, { entry: "main" });
  const second = assemble(disassembleProgram(first.elf, { assembly: true }));
  expect(second.segments).toEqual(first.segments);
  expect(second.entry).toBe(first.entry);
  for (const [name, address] of first.symbols) expect([name, second.symbols.get(name)]).toEqual([name, address]);
});
