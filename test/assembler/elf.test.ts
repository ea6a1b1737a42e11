import { describe, expect, test } from "vitest";
import { assemble, AssemblyError, readElf, type Segment, writeElf } from "../../src/assembler/index.ts";

const text: Segment = { address: 0x10000n, flags: 5, data: Uint8Array.of(0x13, 0, 0, 0, 1, 0), memoryBytes: 6 };
const data: Segment = { address: 0x11010n, flags: 6, data: Uint8Array.of(1, 2, 3), memoryBytes: 5000 };

describe("a written file", () => {
  test("is read back", () => {
    const symbols = [
      { name: "loc", address: 0x10004n, size: 0n, binding: "local", type: "none" },
      { name: "main", address: 0x10000n, size: 4n, binding: "global", type: "function" },
      { name: "buf", address: 0x11013n, size: 8n, binding: "weak", type: "object" },
    ] as const;
    for (const alignment of [4096, 16, 1]) {
      const file = writeElf({ entry: 0x10004n, segments: [text, data], symbols, alignment });
      expect(readElf(file)).toEqual({ entry: 0x10004n, segments: [text, data], symbols });
    }
  });

  test("has its bytes at places that fit its pages", () => {
    const view = new DataView(writeElf({ entry: 0n, segments: [text, data] }).buffer);
    expect([view.getUint32(64 + 8, true), view.getUint32(120 + 8, true)]).toEqual([0x1000, 0x1010]);
    expect(view.getUint32(64 + 48, true)).toBe(4096);
  });

  test("has nothing of a segment that writes itself outside of its part", () => {
    const writing = (bytes: number) => ({ length: 4, writeTo: (there: Uint8Array) => there.fill(7, 0, bytes) });
    const segments = [4, 40].map((bytes, k) => ({
      ...text,
      address: BigInt(k) << 16n,
      data: writing(bytes),
      memoryBytes: 4,
    }));
    const file = writeElf({ entry: 0n, segments: [...segments, text], alignment: 1 });
    expect([...file.subarray(-14)]).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 0x13, 0, 0, 0, 1, 0]);
    const tooMuch = { ...text, data: { length: 4, writeTo: (there: Uint8Array) => there.set(new Uint8Array(5)) } };
    expect(() => writeElf({ entry: 0n, segments: [tooMuch] })).toThrow(RangeError);
  });

  test("is as small as can be without symbols and pages", () => {
    expect(writeElf({ entry: 0n, segments: [text, data], alignment: 1 })).toHaveLength(64 + 2 * 56 + 6 + 3);
    expect(writeElf({ entry: 0n, segments: [] })).toHaveLength(64);
  });

  test("begins with the header of a RISC-V executable", () => {
    const header = Buffer.from(writeElf({ entry: 0x10000n, segments: [text], alignment: 1 }).subarray(0, 64)).toString(
      "hex",
    );
    expect(header).toBe(
      "7f454c4602010100" + "0000000000000000" + "0200f30001000000" + "0000010000000000" + // magic, type, machine, entry
      "4000000000000000" + "0000000000000000" + "0100000040003800" + "0100400000000000", // tables and their sizes
    ); // prettier-ignore
  });
});

test("an assembled file has symbols for tools, but for .L ones, unless they are turned off", () => {
  const source = ".globl f\n.type f, @function\nf: nop\n.size f, . - f\n.Lx: nop\n.data\nd: .word 1\n.equ K, 3\n";
  expect(readElf(assemble(source).elf).symbols).toEqual([
    { name: "d", address: 0x11000n, size: 0n, binding: "local", type: "none" },
    { name: "K", address: 3n, size: 0n, binding: "local", type: "none" },
    { name: "f", address: 0x10000n, size: 4n, binding: "global", type: "function" },
  ]);
  expect(readElf(assemble(source, { symbols: false }).elf).symbols).toEqual([]);
});

describe("a file that is none is refused", () => {
  const file = writeElf({ entry: 0n, segments: [text], alignment: 1 });
  const patched = (at: number, ...bytes: number[]) => {
    const copy = file.slice();
    copy.set(bytes, at);
    return copy;
  };
  test.each([
    ["empty", new Uint8Array(0), "this is no ELF file"],
    ["cut in the header", file.slice(0, 40), "the file ends before byte"],
    ["cut in a segment", file.slice(0, -1), "the file ends before byte"],
    ["32-bit", patched(4, 1), "this is no 64-bit little-endian ELF file"],
    ["program headers far away", patched(39, 0x7f), "the file ends before byte"],
    ["a segment far away", patched(64 + 15, 0xff), "the file ends before byte"],
    ["section headers far away", patched(40, 1, 1, 1, 1, 1, 1, 1, 1), "the file ends before byte"],
  ])("%s", (_, bytes, message) => {
    const changed =
      message.includes("ends") && bytes.length === file.length && bytes[40] === 1 ? withSections(bytes) : bytes;
    expect(() => readElf(changed, "f")).toThrow(AssemblyError);
    expect(() => readElf(changed, "f")).toThrow(`f:0:0: error: ${message}`);
  });
});

/** The same file with a number of section headers, so that they are looked for. */
function withSections(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[60] = 3;
  return copy;
}
