import { describe, expect, test } from "vitest";
import { assemble, type AssembleOptions, type Program } from "../../src/assembler/index.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const layout = ({ segments }: Program) =>
  segments.map(({ address, flags, data, memoryBytes }) => [address, flags, data.length, memoryBytes]);

describe("sections become segments", () => {
  const source =
    'nop\n.section .rodata\n.word 1\n.data\n.word 2\n.bss\n.skip 100\n.section .comment\n.asciz "no memory"\n';

  test("of code, constants and data, each on pages of its own", () => {
    expect(layout(assemble(source))).toEqual([
      [0x10000n, 5, 4, 4],
      [0x11000n, 4, 4, 4],
      [0x12000n, 6, 4, 104],
    ]);
  });

  test("from a base, and at addresses of their own", () => {
    const options: AssembleOptions = { base: 0x80000000n, addresses: { ".data": 0x90000010n } };
    expect(layout(assemble(source, options))).toEqual([
      [0x80000000n, 5, 4, 4],
      [0x80001000n, 4, 4, 4],
      [0x90000010n, 6, 4, 104],
    ]);
  });

  test("and a section with an address splits its segment", () => {
    const text = 'nop\n.section .text.far, "ax"\nfar: nop\n.text\nla a0, far\n';
    const program = assemble(text, { addresses: { ".text.far": 0x40000n } });
    expect(layout(program)).toEqual([
      [0x10000n, 5, 12, 12],
      [0x40000n, 5, 4, 4],
    ]);
    expect(program.symbols.get("far")).toBe(0x40000n);
  });

  test("in which zeros at the end take no bytes of the file", () => {
    const text = ".bss\nb: .skip 8\n.data\n.byte 1\n.section .sbss\n.skip 4\n.section .sdata\ns: .byte 2\n";
    const { segments, symbols } = assemble(text);
    expect(segments).toHaveLength(1);
    expect(hex(segments[0].data)).toBe("0102");
    expect(segments[0].memoryBytes).toBe(14);
    expect(symbols.get("b")).toBe(0x10002n);
  });
});

describe("the entry", () => {
  test("is _start, or the first byte of code, or what is asked for", () => {
    expect(assemble("nop\n_start: nop").entry).toBe(0x10004n);
    expect(assemble(".data\n.word 1\n.text\nmain: nop").entry).toBe(0x10000n);
    expect(assemble("_start: nop\nmain: nop", { entry: "main" }).entry).toBe(0x10004n);
  });

  test("of a program without code is its first byte", () => {
    expect(assemble(".data\n.word 1").entry).toBe(0x10000n);
    expect(assemble("").segments).toEqual([]);
  });
});

test("symbols have their final values", () => {
  const { symbols } = assemble(".set A, 5\nB = A + 1\nnop\nlabel: .L1: nop\n1: j 1b\n.set C, label + 4\n.equ D, -1\n");
  expect(Object.fromEntries(symbols)).toEqual({
    A: 5n,
    B: 6n,
    label: 0x10004n,
    ".L1": 0x10004n,
    C: 0x10008n,
    D: 2n ** 64n - 1n,
  });
});

test("several sources are one program", () => {
  const program = assemble([
    { name: "a.S", text: "#define X 1\n.macro m\nnop\n.endm\n_start: call f\n1: m\n.data\n" },
    { name: "b.S", text: "#ifndef X\n.macro m\nret\n.endm\n#endif\nf: li a0, 2\n1: j 1b\nm\n" },
  ]);
  expect(hex(program.segments[0].data)).toBe("97000000e780c0001300000013052000" + "6f000000" + "67800000");
  expect(program.symbols.get("f")).toBe(0x1000cn);
});

test("the lines of instructions are listed when asked for", () => {
  const text = "#define TWO nop; nop\n.macro m\nnop\n.endm\n_start: nop\nTWO\n\nm\nbeqz a0, _end\n_end: ecall\n";
  const { lines } = assemble([{ name: "x.S", text }], { lines: true });
  expect(lines?.map(({ address, line }) => [Number(address) - 0x10000, line])).toEqual([
    [0, 5], [4, 6], [8, 6], [12, 8], [16, 9], [20, 10],
  ]); // prettier-ignore
  expect(lines?.every(({ file }) => file === "x.S")).toBe(true);
});

test("compression is off by default, and .option changes it", () => {
  const length = (text: string, options?: AssembleOptions) => assemble(text, options).segments[0].data.length;
  const text = "addi a0, a0, 1\naddi a0, a0, 1\naddi a0, a0, 1\naddi a0, a0, 1\n";
  expect(length(text)).toBe(16);
  expect(length(text, { compress: true })).toBe(8);
  expect(length(`.option rvc\n${text}`)).toBe(8);
  expect(length(`.option norvc\n${text}`, { compress: true })).toBe(16);
});

test("extensions that are off change what pseudo-instructions stand for", () => {
  const words = (march: string) => hex(assemble("sext.b a0, a1", { march }).segments[0].data);
  expect(words("rv64gc_zbb")).toBe("13954560");
  expect(words("rv64imac")).toBe("1395850313558543");
});

test("the same source gives the same file, and none shares memory with another", () => {
  const source = "_start: li a0, 0x123456789\n.data\nx: .dword x\n";
  const first = assemble(source);
  const second = assemble(source);
  expect(Buffer.compare(first.elf, second.elf)).toBe(0);
  first.elf.fill(0);
  expect(Buffer.compare(assemble(source).elf, second.elf)).toBe(0);
});
