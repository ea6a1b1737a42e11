import { describe, expect, test } from "vitest";
import { FLAG_EXECUTABLE, type Machine } from "../../src/machine/index.ts";
import { faultOf, machineWith, onPage, op, outOfBound, runSingly } from "./program.ts";

// Addresses as 64-bit numbers, wrapping, and where instructions are fetched from: reference/ckb-vm/semantics.md 3 and 4,
// decode.md 1.

const TOP = 2n ** 64n;

describe("data addresses", () => {
  test.each<[base: bigint, imm: number, exact: bigint]>([
    [2n ** 31n - 8n, 8, 2n ** 31n],
    [2n ** 31n, 0, 2n ** 31n],
    [2n ** 31n - 1n, 2047, 2n ** 31n + 2046n],
    [2n ** 32n - 16n, 32, 2n ** 32n + 16n],
    [2n ** 32n, -16, 2n ** 32n - 16n],
    [2n ** 32n + 0x20000n, 0, 2n ** 32n + 0x20000n],
    [2n ** 53n + 1n, 0, 2n ** 53n + 1n],
    [2n ** 63n, -1, 2n ** 63n - 1n],
    [TOP - 16n, 0, TOP - 16n],
    [0n, -8, TOP - 8n],
    [7n, -8, TOP - 1n],
  ])("%i with %i is outside, at %i", (base, imm, exact) => {
    for (const name of ["ld", "lw", "lhu", "lb", "sd", "sw", "sh", "sb"]) {
      const registers = { 10: base };
      const machine = machineWith([op(name, { rd: 5, rs1: 10, rs2: 11, imm })], { registers });
      expect([name, faultOf(() => machine.step())]).toEqual([name, outOfBound(exact)]);
    }
  });

  test("have 64 bits whichever register is the base, and all others are 0", () => {
    for (let base = 1; base < 32; base++) {
      const registers = { [base]: 2n ** 32n + 0x20000n };
      const load = machineWith([op("ld", { rd: 0, rs1: base })], { registers });
      expect([base, faultOf(() => load.step())]).toEqual([base, outOfBound(2n ** 32n + 0x20000n)]);
      const jump = machineWith([op("jalr", { rd: 0, rs1: base })], { registers });
      jump.step();
      expect([base, jump.pc]).toEqual([base, 2n ** 32n + 0x20000n]);
    }
  });

  test("wrap back into memory", () => {
    const code = [op("sd", { rs1: 10, rs2: 11, imm: 24 }), op("ld", { rd: 5, rs1: 12, imm: -2048 })];
    const machine = machineWith(code, { registers: { 10: TOP - 16n, 11: 0x1234n, 12: 2056n } });
    machine.step();
    machine.step();
    expect([machine.memory.load64(8n), machine.registers[5]]).toEqual([0x1234n, 0x1234n]);
  });

  test("the atomic ones too", () => {
    for (const address of [2n ** 31n, 2n ** 32n + 0x20000n, TOP - 4n]) {
      for (const name of ["lr.d", "sc.w", "amoor.d"]) {
        const machine = machineWith([op(name, { rd: 5, rs1: 10 })], { registers: { 10: address } });
        expect(faultOf(() => machine.step())).toEqual(outOfBound(address));
      }
    }
  });
});

describe("pc", () => {
  /** Both ways of running to the fault must say the same. */
  const stops = (
    code: readonly number[],
    registers: Record<number, bigint>,
  ): [fault: unknown, pc: bigint, ra: bigint] => {
    const machines = [machineWith(code, { registers }), machineWith(code, { registers })];
    const results = [machines[0].run(), runSingly(machines[1])];
    expect(results[0]).toEqual(results[1]);
    expect(machines[0].pc).toBe(machines[1].pc);
    const [result] = results;
    return [result.kind === "fault" ? result.fault : result, machines[0].pc, machines[0].registers[1]];
  };

  test.each<[target: bigint, imm: number, pc: bigint]>([
    [0x400000n, 0, 0x400000n],
    [2n ** 31n, 0, 2n ** 31n],
    [2n ** 31n - 2n, 2, 2n ** 31n],
    [2n ** 32n + 0x10000n, 0, 2n ** 32n + 0x10000n],
    [0x5_0000_0004n, 0, 0x5_0000_0004n],
    [TOP - 1n, 0, TOP - 2n],
    [1n, -3, TOP - 2n],
    [TOP - 0x800n, 0x7ff, TOP - 2n],
    [2n ** 63n, -2, 2n ** 63n - 2n],
  ])("jalr to %i with %i", (target, imm, pc) => {
    expect(stops([op("jalr", { rd: 1, rs1: 10, imm })], { 10: target })).toEqual([outOfBound(pc), pc, 0x10004n]);
  });

  test("bit 0 of a jalr target is cleared, and the target wraps", () => {
    expect(stops([op("jalr", { rd: 1, rs1: 10, imm: 5 })], { 10: TOP - 4n })).toEqual([onPage(0), 0n, 0x10004n]);
    expect(stops([op("jalr", { rd: 1, rs1: 10 })], { 10: 0x2001n })).toEqual([onPage(2), 0x2000n, 0x10004n]);
  });

  test("jumps and branches wrap below 0", () => {
    const at = (code: number[]): Machine => machineWith(code, { at: 0 });
    const jal = at([op("jal", { rd: 1, imm: -4 })]);
    expect([jal.run(), jal.pc, jal.registers[1]]).toEqual([
      { kind: "fault", fault: outOfBound(TOP - 4n) },
      TOP - 4n,
      4n,
    ]);
    const branch = at([op("addi"), op("beq", { imm: -4096 })]);
    expect([branch.run(), branch.pc]).toEqual([{ kind: "fault", fault: outOfBound(TOP - 4092n) }, TOP - 4092n]);
    const auipc = at([op("auipc", { rd: 1, imm: -4096 })]);
    auipc.step();
    expect(auipc.registers[1]).toBe(TOP - 4096n);
  });

  test("is fetched from where the host sets it", () => {
    for (const pc of [0x400000n, 2n ** 31n, 2n ** 40n, TOP - 1n]) {
      const machine = machineWith([], { pc });
      expect([machine.run(), machine.pc]).toEqual([{ kind: "fault", fault: outOfBound(pc) }, pc]);
      expect(faultOf(() => machine.step())).toEqual(outOfBound(pc));
    }
  });

  test("that is far can be left again by the host", () => {
    const machine = machineWith([op("addi", { rd: 5, imm: 1 }), op("jalr", { rs1: 10 })], {
      registers: { 10: 2n ** 40n },
    });
    machine.run();
    machine.updatePc(0x10000n);
    machine.commitPc();
    machine.setRegister(10, 0x3000n);
    expect([machine.run(), machine.pc]).toEqual([{ kind: "fault", fault: onPage(3) }, 0x3000n]);
  });

  test("near the top of a memory of 2^31 bytes", () => {
    const machine = machineWith([op("auipc", { rd: 1, imm: 0x7ffff000 }), op("addi", { rd: 2, imm: 1 })], {
      memorySize: 2 ** 31,
      at: 2 ** 31 - 8,
    });
    expect(machine.run()).toEqual({ kind: "fault", fault: outOfBound(2n ** 31n) });
    expect([machine.registers[1], machine.registers[2], machine.pc]).toEqual([0xffffeff8n, 1n, 2n ** 31n]);
  });
});

describe("fetching", () => {
  const c = op("c.addi", { rd: 5, imm: 1 });
  const wide = op("addi", { rd: 5, rs1: 5, imm: 2 });

  // Offsets in the page, instruction, whether the second page must be executable.
  test.each<[offset: number, word: number, needsSecond: boolean]>([
    [0xffc, wide, false],
    [0xffc, c, false],
    [0xffd, c, true],
    [0xffd, wide, true],
    [0xffe, c, false],
    [0xffe, wide, true],
    [0xfff, c, true],
    [0xfff, wide, true],
    [0xffb, c, false],
  ])("at offset %i", (offset, word, needsSecond) => {
    const at = 0x20000 + offset;
    for (const second of [true, false]) {
      const machine = machineWith([word], { at });
      machine.memory.clearFlag(0x21, FLAG_EXECUTABLE);
      if (second) machine.memory.setFlag(0x21, FLAG_EXECUTABLE);
      expect(faultOf(() => machine.step())).toEqual(second || !needsSecond ? undefined : onPage(0x21));
      if (second || !needsSecond) expect(machine.registers[5]).toBe(word === c ? 1n : 2n);
    }
  });

  test("at the end of memory", () => {
    const last = 0x3ff000;
    const step = (offset: number, word: number): unknown => {
      const machine = machineWith([], { pc: BigInt(last + offset) });
      machine.memory.storeBytes(BigInt(last + 0xff0), new Uint8Array(16));
      const bytes = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24].slice(0, 0x1000 - offset);
      machine.memory.storeBytes(BigInt(last + offset), Uint8Array.from(bytes));
      machine.memory.setFlag(1023, FLAG_EXECUTABLE);
      return faultOf(() => machine.step());
    };
    expect(step(0xffc, wide)).toBeUndefined();
    expect(step(0xffe, c)).toBeUndefined();
    expect(step(0xffd, c)).toEqual(outOfBound(0x400001));
    expect(step(0xffe, wide)).toEqual(outOfBound(0x400000));
    expect(step(0xfff, c)).toEqual(outOfBound(0x400001));
  });

  test("code runs at odd addresses", () => {
    const code = [wide, c, op("jal", { rd: 1, imm: 6 }), 0, op("c.addi", { rd: 5, imm: 4 }), 0, 0];
    const machine = machineWith(code, { at: 0x10001 });
    machine.run();
    expect([machine.registers[5], machine.registers[1], machine.pc]).toEqual([7n, 0x1000bn, 0x1000fn]);
  });

  test("an instruction may straddle two executable pages", () => {
    const machine = machineWith([c, wide, c, 0], { at: 0x10ffc });
    machine.run();
    expect([machine.registers[5], machine.pc]).toEqual([4n, 0x11004n]);
  });
});
