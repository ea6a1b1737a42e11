import { describe, expect, test } from "vitest";
import { parseElf, type Fault } from "../../src/machine/index.ts";
import { elfFile, patched, R, RW, RWX, RX, type Segment } from "./elf-file.ts";
import { faultOf } from "./program.ts";

// reference/ckb-vm/elf.md 1 and 2.

const file = elfFile([{ flags: RX, address: 0x10000, data: new Uint8Array(16) }]);

function parseError(text: string): Fault {
  return { name: "ElfParseError", text };
}

describe("a file that cannot be read", () => {
  const header32 = patched(file, { 4: [1] });
  test.each<[name: string, program: Uint8Array, fault: Fault]>([
    ["empty", new Uint8Array(0), parseError("bad offset 0")],
    ["1 byte", file.slice(0, 1), parseError("Malformed entity: Too small")],
    ["15 bytes", file.slice(0, 15), parseError("Malformed entity: Too small")],
    ["no magic number", patched(file, { 0: [0x7e] }), parseError("Invalid magic number: 0x10102464c457e")],
    ["all zeroes", new Uint8Array(64), parseError("Invalid magic number: 0x0")],
    ["class 0", patched(file, { 4: [0] }), parseError("Malformed entity: invalid ELF class 0")],
    ["class 0xab", patched(file, { 4: [0xab] }), parseError("Malformed entity: invalid ELF class ab")],
    ["data 0", patched(file, { 5: [0] }), parseError("Malformed entity: invalid ELF endianness DATA type 0")],
    ["data 0x1f", patched(file, { 5: [0x1f] }), parseError("Malformed entity: invalid ELF endianness DATA type 1f")],
    ["class before data", patched(file, { 4: [3, 3] }), parseError("Malformed entity: invalid ELF class 3")],
    ["16 bytes", file.slice(0, 16), parseError("bad offset 16")],
    ["17 bytes", file.slice(0, 17), parseError("type is too big (2) for 1")],
    ["23 bytes", file.slice(0, 23), parseError("type is too big (4) for 3")],
    ["31 bytes", file.slice(0, 31), parseError("type is too big (8) for 7")],
    ["40 bytes", file.slice(0, 40), parseError("bad offset 40")],
    ["63 bytes", file.slice(0, 63), parseError("type is too big (2) for 1")],
    ["32-bit class, 51 bytes", header32.slice(0, 51), parseError("type is too big (2) for 1")],
    ["32-bit class, 27 bytes", header32.slice(0, 27), parseError("type is too big (4) for 3")],
    ["32-bit class, whole header", header32.slice(0, 52), { name: "ElfBits" }],
    ["32-bit class", header32, { name: "ElfBits" }],
    [
      "more program headers than fit",
      patched(file, { 56: [3, 0] }),
      parseError("Malformed entity: Buffer is too short for 3 program headers"),
    ],
    ["program headers behind the end", patched(file, { 32: [136] }), parseError("bad offset 136")],
    [
      "program headers far behind the end",
      patched(file, { 32: [255, 255, 255, 255, 255, 255, 255, 255] }),
      parseError("bad offset 18446744073709551615"),
    ],
    ["second program header behind the end", patched(file, { 32: [80], 56: [2] }), parseError("bad offset 136")],
    ["truncated at a field of 4", patched(file, { 32: [133] }), parseError("type is too big (4) for 3")],
    ["truncated between fields", patched(file, { 32: [128] }), parseError("bad offset 8")],
    ["truncated at a field of 8", patched(file, { 32: [121] }), parseError("type is too big (8) for 7")],
  ])("%s", (_, program, fault) => {
    expect(faultOf(() => parseElf(program, 2))).toEqual(fault);
  });
});

describe("what is not looked at", () => {
  const expected = parseElf(file, 2);
  test.each<[name: string, program: Uint8Array]>([
    ["version, ABI and padding", patched(file, { 6: [9, 9, 9, 9, 9, 9, 9, 9, 9, 9] })],
    ["type, machine and version", patched(file, { 16: [9, 9, 9, 9, 9, 9, 9, 9] })],
    [
      "section headers, flags and header size",
      patched(file, { 40: [255, 255, 255, 255], 48: [255, 255, 255, 255, 255] }),
    ],
    ["size of a program header", patched(file, { 54: [1, 0] })],
    ["sections", patched(file, { 58: [255, 255, 255, 255, 255, 255] })],
    ["physical address and alignment", patched(file, { 88: [1, 2, 3], 112: [3] })],
  ])("%s", (_, program) => {
    expect(parseElf(program, 2)).toEqual(expected);
  });

  test("the table of a file without segments", () => {
    const none = patched(file, { 32: [255, 255, 255, 255, 255, 255, 255, 255], 56: [0] });
    expect(parseElf(none, 2)).toEqual({ actions: [], entry: 0x10000n });
  });

  test("segments of other types, whatever they say", () => {
    const odd = { flags: RWX, address: 0xfff, fileSize: 2n ** 63n, memorySize: 2n ** 64n - 1n };
    const program = elfFile([0, 2, 3, 6, 0x70000003].map((type) => ({ ...odd, type })));
    expect(parseElf(program, 2).actions).toEqual([]);
  });
});

test("a big-endian file is read", () => {
  const segments = [{ flags: RX, address: 0x10010, data: new Uint8Array(16), memorySize: 0x2000 }];
  const options = { entry: 0x10012 };
  expect(parseElf(elfFile(segments, { ...options, little: false }), 2)).toEqual(
    parseElf(elfFile(segments, options), 2),
  );
});

test("a file may lie anywhere in a buffer", () => {
  const buffer = new Uint8Array(file.length + 7);
  buffer.set(file, 7);
  expect(parseElf(buffer.subarray(7), 2)).toEqual(parseElf(file, 2));
});

describe("loading actions", () => {
  test("pages around the segment, offsets in the file, in file order", () => {
    const program = elfFile(
      [
        { flags: RX, address: 0x11234, data: new Uint8Array(0x20), memorySize: 0xdcd },
        { flags: RW, address: 0x10000, data: new Uint8Array(0x10), memorySize: 0x1000 },
      ],
      { entry: 2n ** 64n - 1n },
    );
    expect(parseElf(program, 2)).toEqual({
      entry: 2n ** 64n - 1n,
      actions: [
        { address: 0x11000n, size: 0x2000n, flags: 3, source: { start: 176n, end: 208n }, offsetFromAddress: 0x234n },
        { address: 0x10000n, size: 0x1000n, flags: 0, source: { start: 208n, end: 224n }, offsetFromAddress: 0n },
      ],
    });
  });

  test.each<[flags: number, expected: Record<0 | 1 | 2, number | string>]>([
    [0, { 0: "ElfSegmentUnreadable", 1: "ElfSegmentUnreadable", 2: "ElfSegmentUnreadable" }],
    [1, { 0: "ElfSegmentUnreadable", 1: "ElfSegmentUnreadable", 2: "ElfSegmentUnreadable" }],
    [2, { 0: "ElfSegmentUnreadable", 1: "ElfSegmentUnreadable", 2: "ElfSegmentUnreadable" }],
    [3, { 0: "ElfSegmentUnreadable", 1: "ElfSegmentUnreadable", 2: "ElfSegmentUnreadable" }],
    [R, { 0: 1, 1: 1, 2: 1 }],
    [RX, { 0: 3, 1: 3, 2: 3 }],
    [RW, { 0: 1, 1: 0, 2: 0 }],
    [
      RWX,
      {
        0: "ElfSegmentWritableAndExecutable",
        1: "ElfSegmentWritableAndExecutable",
        2: "ElfSegmentWritableAndExecutable",
      },
    ],
    [0xfffffff0 + R, { 0: 1, 1: 1, 2: 1 }],
  ])("p_flags %i", (flags, expected) => {
    const program = elfFile([{ flags, address: 0x12345, data: new Uint8Array(4) }]);
    for (const version of [0, 1, 2] as const) {
      const want = expected[version];
      if (typeof want === "number") expect(parseElf(program, version).actions[0].flags).toBe(want);
      else expect(faultOf(() => parseElf(program, version))).toEqual({ name: want, address: 0x12345n });
    }
  });

  test.each<[name: string, segment: Segment]>([
    ["behind the end of the file", { flags: RX, address: 0x12345, offset: 120, fileSize: 1 }],
    ["over the end of the file", { flags: RX, address: 0x12345, offset: 0, fileSize: 121 }],
    ["wrapped", { flags: RX, address: 0x12345, offset: 2n ** 64n - 8n, fileSize: 16 }],
    ["behind the end, with flags that are refused too", { flags: 0, address: 0x12345, offset: 0, fileSize: 121 }],
  ])("bytes %s", (_, segment) => {
    const program = elfFile([{ ...segment, data: new Uint8Array(0) }]);
    expect(faultOf(() => parseElf(program, 2))).toEqual({ name: "ElfSegmentAddrOrSizeError", address: 0x12345n });
  });

  test("all of a file can be a segment; an empty one can stand at its end", () => {
    const ends = [0n, 120n].map((offset) => {
      const segment = { flags: R, address: 0, offset, fileSize: 120n - offset, data: new Uint8Array(0) };
      return parseElf(elfFile([segment]), 2).actions[0].source;
    });
    expect(ends).toEqual([
      { start: 0n, end: 120n },
      { start: 120n, end: 120n },
    ]);
  });
});
