import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/laws/load-model.ts";
import { DEFAULT_WORLD, type World } from "../../src/case/index.ts";
import { writeElf, type Segment } from "../../src/assembler/index.ts";

const R = 4;
const RX = 5;
const RW = 6;
const NO_ARGUMENTS: readonly Uint8Array[] = [];

/** A segment with `fileBytes` bytes in the file and `memoryBytes` in memory. */
function segment(address: bigint, flags: number, fileBytes: number, memoryBytes = fileBytes): Segment {
  return { address, flags, data: new Uint8Array(fileBytes), memoryBytes };
}

function world(version: 0 | 1 | 2, segments: readonly Segment[], args = NO_ARGUMENTS): World {
  const program = writeElf({ entry: 0x10000n, segments: [...segments] });
  return { ...DEFAULT_WORLD, version, program, args };
}

const flagsFrom = ({ state }: ReturnType<typeof loadModel>, page: number, count: number): number[] => [
  ...state.pageFlags.subarray(page, page + count),
];

// The values are those measured on CKB-VM: reference/ckb-vm/elf.md 5 and 7.
describe("loading as measured", () => {
  test.each([
    [0, 264n],
    [1, 272n],
  ] as const)("code of 256 bytes in version %i", (version, bytes) => {
    const loaded = loadModel(world(version, [segment(0x10000n, RX, 0x100)]), 0n);
    expect([loaded.fault, loaded.loadedBytes, flagsFrom(loaded, 16, 1)]).toEqual([undefined, bytes, [7]]);
  });

  test("code that does not begin with its page", () => {
    const file = [segment(0x10010n, RX, 0x10, 0x2000)];
    const refused = loadModel(world(0, file), 0n);
    expect(refused.fault).toEqual({ name: "MemWriteOnExecutablePage", page: 16n });
    expect(flagsFrom(refused, 16, 3)).toEqual([7, 7, 7]);
    const loaded = loadModel(world(1, file), 0n);
    expect([loaded.loadedBytes, flagsFrom(loaded, 16, 3)]).toEqual([32n, [7, 7, 7]]);
  });

  test.each([
    [0, RW, 24n, [5, 5, 5]],
    [1, RW, 32n, [4, 4, 4]],
    [0, R, 24n, [5, 5, 5]],
    [1, R, 32n, [5, 5, 5]],
  ] as const)("data in version %i with permissions %i", (version, flags, bytes, pages) => {
    const loaded = loadModel(world(version, [segment(0x10010n, flags, 0x10, 0x2000)]), 0n);
    expect([loaded.loadedBytes, flagsFrom(loaded, 16, 3)]).toEqual([bytes, pages]);
  });

  test.each([
    ["code behind memory", [segment(0x40_0000n, RX, 0x100)], { name: "MemOutOfBound", address: 0x40_1000n }],
    ["nothing a page behind memory", [segment(0x40_1000n, RX, 0)], { name: "MemOutOfBound", address: 0x40_1000n }],
    ["code twice", [segment(0x10000n, RX, 8), segment(0x10800n, RX, 8)], { name: "MemWriteOnFreezedPage", page: 16n }],
    ["flags 0", [segment(0x10000n, 0, 8)], { name: "ElfSegmentUnreadable", address: 0x10000n }],
    ["all flags", [segment(0x10000n, 7, 8)], { name: "ElfSegmentWritableAndExecutable", address: 0x10000n }],
  ])("%s is refused", (_, segments, fault) => {
    expect(loadModel(world(2, segments), 0n).fault).toMatchObject(fault);
  });

  test("nothing right behind memory is loaded, and code over data is both", () => {
    expect(loadModel(world(2, [segment(0x40_0000n, RX, 0)]), 0n).loadedBytes).toBe(16n);
    const both = loadModel(world(2, [segment(0x10000n, RW, 8), segment(0x10800n, RX, 8)]), 0n);
    expect([both.loadedBytes, flagsFrom(both, 16, 1)]).toEqual([32n, [7]]);
  });

  test.each([
    [[], 8n, 0x3f_fff8n, 16n, 0x3f_fff0n],
    [[""], 17n, 0x3f_ffefn, 32n, 0x3f_ffe0n],
    [["main"], 21n, 0x3f_ffebn, 32n, 0x3f_ffe0n],
    [["main", "a"], 31n, 0x3f_ffe1n, 48n, 0x3f_ffd0n],
    [["main", "a", "bb"], 42n, 0x3f_ffd6n, 64n, 0x3f_ffc0n],
  ] as const)("arguments %j", (texts, bytes0, sp0, bytes1, sp1) => {
    const args = texts.map((text) => Buffer.from(text));
    const [old, now] = [0, 1].map((version) => loadModel(world(version as 0 | 1, [], args), 0n));
    expect([old.loadedBytes, old.state.registers[2]]).toEqual([bytes0, sp0]);
    expect([now.loadedBytes, now.state.registers[2]]).toEqual([bytes1, sp1]);
  });

  test.each([
    [0, 0x40_0000, { name: "MemOutOfBound", address: 2n ** 64n - 1n }, 0x40_0000n],
    [0, 0x3f_fff0, { name: "MemOutOfBound", address: 2n ** 64n - 1n }, 7n],
    [1, 0x3f_fff0, { name: "MemOutOfBound", address: 2n ** 64n - 8n }, 0n],
    [2, 0x10_0000, { name: "MemOutOfStack" }, 0x2f_ffe0n],
  ] as const)("version %i, an argument of %i bytes does not fit", (version, length, fault, sp) => {
    const refused = loadModel(world(version, [], [new Uint8Array(length)]), 0n);
    expect(refused.fault).toMatchObject(fault);
    expect(refused.state.registers[2]).toBe(sp);
  });
});
