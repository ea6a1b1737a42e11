import { describe, expect, test } from "vitest";
import { ISA_MOP } from "../../src/isa/index.ts";
import { constantCost, FLAG_EXECUTABLE, loadElf, type HostMachine, type Machine } from "../../src/machine/index.ts";
import { decodeSingle } from "../../src/machine/block.ts";
import { DecoderCache } from "../../src/machine/decoder-cache.ts";
import type { Operation } from "../../src/machine/operation.ts";
import { elfFile, RX } from "./elf-file.ts";
import { bytesOf, CODE, EXIT, ISA_ALL, machineWith, onPage, op, type Start } from "./program.ts";

// reference/ckb-vm/decode.md 8: 4096 entries by bits 16:13 and 8:1 of the address, raw instructions, new for each run.

const OPTIONS = { isa: ISA_ALL, version: 2, cost: constantCost };

const more = (imm: number): number => op("addi", { rd: 5, rs1: 5, imm });

/** Calls `change` at the first call of the program, and nothing later. */
function changingOnce(code: Uint8Array | readonly number[], change: (machine: HostMachine) => void, start: Start = {}) {
  let calls = 0;
  const ecall = (machine: HostMachine): boolean => {
    if (calls++ === 0) change(machine);
    return true;
  };
  return machineWith(code, { systemCalls: [{ ecall }], hostChangesCode: true, ...start });
}

function overwrite({ memory }: HostMachine, address: number, word: number): void {
  const page = address >> 12;
  memory.clearFlag(page, FLAG_EXECUTABLE);
  memory.storeBytes(BigInt(address), bytesOf([word]));
  memory.setFlag(page, FLAG_EXECUTABLE);
}

function forbid({ memory }: HostMachine): void {
  memory.clearFlag(CODE >> 12, FLAG_EXECUTABLE);
}

/** 0x10000: add; call; visit x12; count down in x9; again. Then exit. */
const VISITING = bytesOf([
  more(1),
  op("ecall"),
  op("jalr", { rd: 1, rs1: 12 }),
  op("addi", { rd: 9, rs1: 9, imm: -1 }),
  op("bne", { rs1: 9, imm: -16 }),
  ...EXIT,
]);
const RETURN = bytesOf([op("jalr", { rs1: 1 })]);

/** Two rounds of it; the first call does `change`, and `visited` is a return. */
function visiting(visited: number, change: (machine: HostMachine) => void, start: Start = {}): Machine {
  const image = new Uint8Array(visited - CODE + RETURN.length);
  image.set(VISITING);
  image.set(RETURN, visited - CODE);
  return changingOnce(image, change, { registers: { 9: 2n, 12: BigInt(visited) }, ...start });
}

const changeFirst = (machine: HostMachine): void => overwrite(machine, CODE, more(100));

describe("an executed instruction stays as it was", () => {
  test.each(["0x10100", "0x10202", "0x1007e", "0x12000", "0x12200", "0x14000", "0x18000", "0x20000"])(
    "visiting %s",
    (visited) => {
      const machine = visiting(Number(visited), changeFirst);
      expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 2n]);
    },
  );

  test("FENCE.I does not change that", () => {
    const code = [more(1), op("ecall"), op("fence.i"), op("addi", { rd: 9, rs1: 9, imm: -1 })];
    const machine = changingOnce([...code, op("bne", { rs1: 9, imm: -16 }), ...EXIT], changeFirst, {
      registers: { 9: 2n },
    });
    machine.run();
    expect(machine.registers[5]).toBe(2n);
  });
});

describe("another address with the same bits 16:13 and 8:1 takes its place", () => {
  const visitors = ["0x10200", "0x10400", "0x10800", "0x11000", "0x11e00", "0x30000", "0x50000", "0x31600", "0x210000"];

  test.each(visitors)("visiting %s", (visited) => {
    const machine = visiting(Number(visited), changeFirst);
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 101n]);
  });
});

describe("permission to execute, taken at the second call", () => {
  /** The run of four rounds. */
  function losing(visited: number): Machine {
    let calls = 0;
    const ecall = (machine: HostMachine): boolean => {
      if (++calls === 2) forbid(machine);
      return true;
    };
    return visiting(visited, () => {}, { systemCalls: [{ ecall }], registers: { 9: 4n, 12: BigInt(visited) } });
  }

  test("is not asked for while an instruction is kept", () => {
    const machine = losing(0x32200);
    expect(machine.run()).toEqual({ kind: "fault", fault: onPage(16) });
    // Behind all four rounds, where the exit is met for the first time.
    expect([machine.pc, machine.registers[5]]).toEqual([0x10014n, 4n]);
  });

  test("is asked for once another address took the entry", () => {
    const machine = losing(0x31200);
    expect(machine.run()).toEqual({ kind: "fault", fault: onPage(16) });
    expect([machine.pc, machine.registers[5]]).toEqual([0x10000n, 2n]);
  });
});

describe("is empty", () => {
  test("at the start of each run", () => {
    const code = bytesOf([more(1), op("addi", { rd: 9, rs1: 9, imm: -1 }), op("bne", { rs1: 9, imm: -8 }), ...EXIT]);
    const machine = machineWith(code, { hostChangesCode: true, registers: { 9: 5n }, maxCycles: 8n });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
    overwrite(machine, CODE, more(100));
    machine.maxCycles = 10_000n;
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 302n]);
  });

  test("after a pause", () => {
    const machine = visiting(0x12200, (host) => {
      changeFirst(host);
      host.pause();
    });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "Pause" } });
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 101n]);
  });

  test("after a reset in a call", () => {
    const file = elfFile([{ flags: RX, address: CODE, data: bytesOf([more(100), ...EXIT]) }]);
    const machine = visiting(0x12200, (host) => {
      host.reset(10_000n);
      loadElf(host, file, true);
    });
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 100n]);
  });
});

test("an instruction that cannot be decoded is not kept", () => {
  const cache = new DecoderCache();
  const decodeAs = (imm: number): Operation => decodeSingle(machineWith([more(imm)]).memory, CODE, OPTIONS);
  expect(() =>
    cache.at(CODE, () => {
      throw new Error("not decoded");
    }),
  ).toThrow("not decoded");
  expect([cache.at(CODE, () => decodeAs(1)).imm, cache.at(CODE, () => decodeAs(2)).imm]).toEqual([1, 1]);
  cache.clear();
  expect(cache.at(CODE, () => decodeAs(3)).imm).toBe(3);
});

describe("macro-op fusion", () => {
  const start: Start = { isa: ISA_ALL | ISA_MOP, registers: { 9: 2n, 12: 0x10004n } };
  const load = [op("lui", { rd: 5, imm: 0x1000 }), op("addiw", { rd: 5, rs1: 5, imm: 1 })];

  test("keeps the parts, each at its own address", () => {
    // The pair is executed fused; its second part is jumped to after it was changed.
    const count = [op("addi", { rd: 9, rs1: 9, imm: -1 }), op("beq", { rs1: 9, imm: 8 }), op("jalr", { rs1: 12 })];
    const machine = changingOnce(
      [...load, op("ecall"), ...count, ...EXIT],
      (host) => overwrite(host, CODE + 4, op("addiw", { rd: 5, rs1: 5, imm: 100 })),
      start,
    );
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 0x1002n]);
  });

  test("is made anew from them each time", () => {
    // 0x10204 takes the entry of the second part only: the first one is kept, and fused with the new one.
    const visit = [op("ecall"), op("jalr", { rd: 1, rs1: 13 }), op("addi", { rd: 9, rs1: 9, imm: -1 })];
    const image = new Uint8Array(0x208);
    image.set(bytesOf([...load, ...visit, op("bne", { rs1: 9, imm: -20 }), ...EXIT]));
    image.set(RETURN, 0x204);
    const machine = changingOnce(
      image,
      (host) => {
        overwrite(host, CODE, op("lui", { rd: 5, imm: 0x7000 }));
        overwrite(host, CODE + 4, op("addiw", { rd: 5, rs1: 5, imm: 100 }));
      },
      { ...start, registers: { 9: 2n, 13: 0x10204n } },
    );
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 0x1064n]);
    // Two rounds of fused pair, call, return there and back, count and branch; then the exit.
    expect(machine.cycles).toBe(2n * (1n + 500n + 3n + 3n + 1n + 3n) + 501n);
  });
});

test("costs and counts are those of a machine without it", () => {
  const run = (hostChangesCode: boolean): Machine => {
    const machine = visiting(0x30000, () => {}, { hostChangesCode, isa: ISA_ALL | ISA_MOP });
    machine.run();
    return machine;
  };
  expect([...run(true).retired()]).toEqual([...run(false).retired()]);
  expect(run(true).cycles).toBe(run(false).cycles);
});

test("says what it keeps without decoding, and takes over what another one keeps", () => {
  const { memory } = machineWith(bytesOf([more(1), more(2)]));
  const decoded = (at: number): Operation => decodeSingle(memory, at, OPTIONS);
  const full = new DecoderCache();
  const kept = full.at(CODE, () => decoded(CODE));
  expect(full.kept(CODE)).toBe(kept);
  expect(full.kept(CODE + 4)).toBeUndefined();
  expect(full.kept(CODE + 2 ** 17)).toBeUndefined(); // the same entry, another address
  const copy = new DecoderCache();
  copy.at(CODE + 4, () => decoded(CODE + 4));
  copy.copyFrom(full);
  expect(copy.kept(CODE)).toBe(kept);
  expect(copy.kept(CODE + 4)).toBeUndefined();
  full.clear();
  expect(copy.kept(CODE)).toBe(kept);
});
