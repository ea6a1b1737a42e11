import { describe, expect, test } from "vitest";
import { FLAG_DIRTY, FLAG_EXECUTABLE, initializeStack, Machine } from "../../src/machine/index.ts";
import { faultOf, onPage, outOfBound } from "./program.ts";

// reference/ckb-vm/elf.md 5: tables measured on ckb-vm with the top of the stack at 0x400000.

type Version = 0 | 1 | 2;
const START = 0x300000n;
const SIZE = 0x100000n;
const TOP = 2n ** 64n;

function bytes(...texts: string[]): Uint8Array[] {
  return texts.map((text) => new TextEncoder().encode(text));
}

function withStack(version: Version, args: readonly Uint8Array[], start = START, size = SIZE) {
  const machine = new Machine({ version, isa: 0 });
  let used: bigint | undefined;
  const fault = faultOf(() => {
    used = initializeStack(machine, args, start, size);
  });
  return { machine, used, fault, sp: machine.registers[2] };
}

test.each<[args: string[], v0: [bigint, bigint], v1: [bigint, bigint]]>([
  [[], [8n, 0x3ffff8n], [16n, 0x3ffff0n]],
  [[""], [17n, 0x3fffefn], [32n, 0x3fffe0n]],
  [["main"], [21n, 0x3fffebn], [32n, 0x3fffe0n]],
  [
    ["main", "a"],
    [31n, 0x3fffe1n],
    [48n, 0x3fffd0n],
  ],
  [
    ["main", "a", "bb"],
    [42n, 0x3fffd6n],
    [64n, 0x3fffc0n],
  ],
])("arguments %o", (args, v0, v1) => {
  for (const [version, expected] of [v0, v1, v1].entries()) {
    const { used, sp } = withStack(version as Version, bytes(...args));
    expect([used, sp]).toEqual(expected);
  }
});

describe("bytes", () => {
  // elf.md 5: version 0 stores 32 bits of each slot and leaves the upper half as it was.
  test.each<[Version, bigint]>([
    [0, 0xffff_ffff_0000_0001n],
    [1, 1n],
    [2, 1n],
  ])("in memory that is not empty, version %i", (version, argc) => {
    const machine = new Machine({ version, isa: 0 });
    machine.memory.fillBytes(0x3ff000n, 0x1000, 0xff);
    initializeStack(machine, bytes("a"), START, SIZE);
    expect(machine.memory.load64(machine.registers[2])).toBe(argc);
  });

  test("version 1: argc, argv, NULL, padding, the strings, the last lowest", () => {
    const { machine } = withStack(1, bytes("main", "a"));
    const hex = Buffer.from(machine.memory.loadBytes(0x3fffd0n, 48)).toString("hex");
    expect(hex).toBe(
      [
        "0200000000000000",
        "fbff3f0000000000",
        "f9ff3f0000000000",
        "0000000000000000",
        "0000000000000000",
        "0061006d61696e00",
      ].join(""),
    );
  });

  test("version 0: no NULL, no padding, four bytes a slot", () => {
    const machine = new Machine({ version: 0, isa: 0 });
    machine.memory.fillBytes(0x3fff00n, 0x100, 0xaa);
    initializeStack(machine, bytes("main", "a"), START, SIZE);
    const hex = Buffer.from(machine.memory.loadBytes(0x3fffe1n, 31)).toString("hex");
    expect(hex).toBe(["02000000aaaaaaaa", "fbff3f00aaaaaaaa", "f9ff3f00aaaaaaaa", "61006d61696e00"].join(""));
  });

  test("only version 0 writes argc when there are no arguments", () => {
    expect(withStack(0, []).machine.memory.fetchFlag(1023)).toBe(FLAG_DIRTY);
    expect(withStack(1, []).machine.memory.fetchFlag(1023)).toBe(0);
  });

  test("an argument may hold any bytes", () => {
    const { machine, sp } = withStack(2, [Uint8Array.of(0, 255, 0)]);
    expect([...machine.memory.loadBytes(0x3ffffcn, 4)]).toEqual([0, 255, 0, 0]);
    expect(machine.memory.load64(sp + 8n)).toBe(0x3ffffcn);
  });
});

describe("no room", () => {
  const large = [new Uint8Array(0xff0)];
  test("the stack is overrun: the writes have been made", () => {
    const v0 = withStack(0, large, 0x300000n, 0x1000n);
    expect([v0.fault, v0.sp]).toEqual([{ name: "MemOutOfStack" }, 0x2fffffn]);
    const v1 = withStack(1, large, 0x300000n, 0x1000n);
    expect([v1.fault, v1.sp]).toEqual([{ name: "MemOutOfStack" }, 0x2ffff0n]);
    expect(v1.machine.memory.load64(0x2ffff0n)).toBe(1n);
  });

  test.each<[version: Version, length: number, fault: object, sp: bigint]>([
    [0, 0x400000, outOfBound(TOP - 1n), 0x400000n],
    [1, 0x400000, outOfBound(TOP - 1n), 0x400000n],
    [0, 0x3ffff0, outOfBound(TOP - 1n), 7n],
    [1, 0x3ffff0, outOfBound(TOP - 8n), 0n],
  ])("version %i, one argument of %i bytes", (version, length, fault, sp) => {
    const result = withStack(version, [new Uint8Array(length)]);
    expect([result.fault, result.sp]).toEqual([fault, sp]);
  });

  test("an executable page at the top", () => {
    const machine = new Machine({ version: 0, isa: 0 });
    machine.memory.setFlag(1023, FLAG_EXECUTABLE);
    expect(faultOf(() => initializeStack(machine, [], START, SIZE))).toEqual(onPage(1023));
    expect(faultOf(() => initializeStack(machine, bytes("a"), START, SIZE))).toEqual(onPage(1023));
  });
});
