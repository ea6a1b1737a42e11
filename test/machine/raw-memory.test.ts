import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { VmVersion } from "../../src/isa/index.ts";
import {
  constantCost,
  FLAG_DIRTY,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  initPages,
  loadProgram,
  Machine,
  Memory,
} from "../../src/machine/index.ts";
import { elfFile, RWX, RX } from "./elf-file.ts";
import { bytesOf, EXIT, faultOf, onPage, op, outOfBound } from "./program.ts";

// Memory without W^X: the Flat column of reference/ckb-vm/memory.md 4 and 6, and decode.md 8 on code that changes itself.

const M = 0x40000;
const TOP = 2n ** 64n;

function rawMemory(): Memory {
  return new Memory(M, false);
}

test("every page can be stored to, and stores mark it dirty", () => {
  const memory = rawMemory();
  memory.setFlag(1, FLAG_EXECUTABLE | FLAG_FREEZED);
  memory.store64(0x1ffcn, 5n);
  memory.storeBytes(0x1000n, Uint8Array.of(1));
  expect([memory.load64(0x1ffcn), memory.load8(0x1000n)]).toEqual([5n, 1]);
  expect([memory.fetchFlag(1), memory.fetchFlag(2)]).toEqual([7, FLAG_DIRTY]);
});

test("every page that there is can be executed, and none behind the last", () => {
  const memory = rawMemory();
  memory.setFlag(1, FLAG_EXECUTABLE);
  expect([0, 1, 63, 64, 65].map((page) => memory.isExecutable(page))).toEqual([true, true, true, false, false]);
});

test("a store over the end changes nothing", () => {
  const memory = rawMemory();
  expect(faultOf(() => memory.store64(BigInt(M - 4), 1n))).toEqual(outOfBound(M + 4));
  expect(memory.flags().every((flags) => flags === 0)).toBe(true);
});

describe("filling", () => {
  test("asks for neither alignment nor frozen pages, and adds no flags", () => {
    const memory = rawMemory();
    memory.fillBytes(0x1000n, 0x100, 0xaa);
    memory.setFlag(1, FLAG_FREEZED);
    initPages(memory, 0x1001n, 10n, FLAG_EXECUTABLE, Uint8Array.of(1, 2, 3), 2n);
    expect([...memory.loadBytes(0x1000n, 13)]).toEqual([0xaa, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0xaa, 0xaa]);
    expect(memory.fetchFlag(1)).toBe(FLAG_FREEZED | FLAG_DIRTY);
  });

  test("takes no more of the source than there is room for", () => {
    const memory = rawMemory();
    initPages(memory, 0x1000n, 4n, 0, Uint8Array.of(1, 2, 3), 2n);
    initPages(memory, 0x2000n, 4n, 0, Uint8Array.of(1, 2, 3), 9n);
    expect([...memory.loadBytes(0x1000n, 5), ...memory.loadBytes(0x2000n, 5)]).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 0, 0]);
    expect([memory.fetchFlag(1), memory.fetchFlag(2)]).toEqual([FLAG_DIRTY, FLAG_DIRTY]);
  });

  test.each<[address: bigint, size: bigint, offset: bigint, fault: bigint]>([
    [0x1100000000n, 0x1000n, 0n, 0x1100000000n],
    [0x1100000000n, 0x1000n, 4n, 0x1100000000n],
    [BigInt(M) - 1n, 0x1000n, 0n, BigInt(M) + 1n],
    [BigInt(M) - 2n, 0x1000n, 0n, BigInt(M)],
    [1n, TOP - 8n, TOP - 9n, TOP - 8n],
    [0x1000n, TOP - 8n, TOP - 16n, 0xff0n],
    [0x1000n, TOP - 8n, 0n, 0xff8n],
    [TOP - 1n, 0x1000n, 1n, TOP - 1n],
  ])("at %i, %i bytes, offset %i, is out of bounds at %i", (address, size, offset, fault) => {
    const filling = (): void => initPages(rawMemory(), address, size, 0, Uint8Array.of(1, 2), offset);
    expect(faultOf(filling)).toEqual(outOfBound(fault));
  });

  test("of no bytes is fine anywhere", () => {
    const memory = rawMemory();
    for (const address of [0n, 1n, TOP - 1n]) initPages(memory, address, 0n, 3, Uint8Array.of(1), 5n);
    expect(memory.flags().every((flags) => flags === 0)).toBe(true);
  });
});

/** x5 counts up by 1; the code stores `addi x5, x5, 100` over its first instruction; a second round; then the exit. */
const PATCHING = [
  op("addi", { rd: 5, rs1: 5, imm: 1 }),
  op("auipc", { rd: 10 }),
  op("sw", { rs1: 10, rs2: 11, imm: -4 }),
  op("addi", { rd: 9, rs1: 9, imm: -1 }),
  op("bne", { rs1: 9, imm: -16 }),
  op("addi", { rd: 10 }),
  ...EXIT,
];

function patching(writeXorExecute: boolean): Machine {
  const machine = new Machine({ version: 2, isa: 0, writeXorExecute });
  loadProgram(machine, elfFile([{ flags: RX, address: 0x10000, data: bytesOf(PATCHING) }]), []);
  machine.setRegister(9, 2n);
  machine.setRegister(11, BigInt(op("addi", { rd: 5, rs1: 5, imm: 100 })));
  return machine;
}

describe("code that changes itself", () => {
  test("runs as it was until another address takes its entry in the decoder cache", () => {
    const machine = patching(false);
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 2n]);
  });

  test("runs changed in single steps", () => {
    const machine = patching(false);
    machine.running = true;
    for (let k = 0; k < 100 && machine.running; k++) machine.step();
    expect([machine.running, machine.registers[5]]).toEqual([false, 101n]);
  });

  test("is refused under W^X", () => {
    expect(patching(true).run()).toEqual({ kind: "fault", fault: onPage(16) });
  });
});

describe("programs that change their own code end where they end on ckb-vm", () => {
  const lines = readFileSync(new URL("fixtures/self-changing.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const SIZE = 0x21000;

  function fileOf(pieces: string): Uint8Array {
    const image = new Uint8Array(SIZE);
    for (const piece of pieces.split(",")) {
      const [offset, bytes] = piece.split(":");
      image.set(Buffer.from(bytes, "base64"), parseInt(offset, 16));
    }
    return elfFile([{ flags: RX, address: 0x10000, data: image }], { entry: 0x10400 });
  }

  function hashOf({ memory }: Machine): bigint {
    let hash = 0xcbf29ce484222325n;
    for (let page = 0; page < memory.pageCount; page++) {
      if (memory.isUntouched(page)) continue;
      for (const [k, byte] of memory.pageView(page).entries()) {
        if (byte === 0) continue;
        const mixed = hash ^ BigInt(byte) ^ (BigInt(page * 4096 + k) << 8n);
        hash = BigInt.asUintN(64, mixed * 0x100000001b3n);
      }
    }
    return hash;
  }

  test.each(lines.map((line, k) => [k, line] as const))("%i", (_, line) => {
    const [version, isa, limit, stop, pc, cycles, hash, registers, pieces] = line.split(" ");
    const machine = new Machine({
      version: Number(version) as VmVersion,
      isa: Number(isa),
      cost: constantCost,
      maxCycles: BigInt(limit),
      writeXorExecute: false,
    });
    loadProgram(machine, fileOf(pieces), []);
    const result = machine.run();
    expect(result.kind === "exit" ? `exit_${result.code}` : result.fault.name).toBe(stop);
    expect([machine.pc, machine.cycles, hashOf(machine)]).toEqual([BigInt(pc), BigInt(cycles), BigInt(`0x${hash}`)]);
    const expected = registers.split(",").map((value) => BigInt(`0x${value}`));
    expect([...machine.registers].slice(0, expected.length)).toEqual(expected);
    expect([...machine.registers].slice(expected.length).every((value) => value === 0n)).toBe(true);
  });
});

test("data can be executed", () => {
  const machine = new Machine({ version: 2, isa: 0, writeXorExecute: false });
  machine.memory.storeBytes(0x20000n, bytesOf(EXIT));
  machine.updatePc(0x20000n);
  machine.commitPc();
  expect(machine.run()).toEqual({ kind: "exit", code: 0 });
});

test("a segment that is writable and executable is refused all the same", () => {
  const machine = new Machine({ version: 2, isa: 0, writeXorExecute: false });
  const file = elfFile([{ flags: RWX, address: 0x10000, data: bytesOf(EXIT) }]);
  expect(faultOf(() => loadProgram(machine, file, []))).toEqual({
    name: "ElfSegmentWritableAndExecutable",
    address: 0x10000n,
  });
});
