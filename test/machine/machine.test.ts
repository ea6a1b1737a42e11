import { describe, expect, test } from "vitest";
import { ISA_MOP } from "../../src/isa/index.ts";
import { FaultError, FLAG_FREEZED, Machine, type Fault, type RunResult } from "../../src/machine/index.ts";
import { CODE, EXIT, faultOf, machineWith, op, outOfBound, putCode } from "./program.ts";

// The run loop, from a host's point of view: reference/ckb-vm/machine.md 1, 2 and 7.

const li5 = op("addi", { rd: 5, imm: 1 });
const li6 = op("addi", { rd: 6, imm: 2 });
const li7 = op("addi", { rd: 7, imm: 3 });
const exit = (code: number): RunResult => ({ kind: "exit", code });
const fault = (value: Fault): RunResult => ({ kind: "fault", fault: value });

test("a new machine", () => {
  const machine = new Machine({ version: 2, isa: 0 });
  expect([...machine.registers]).toEqual(Array.from({ length: 32 }, () => 0n));
  expect([machine.pc, machine.cycles, machine.maxCycles]).toEqual([0n, 0n, 2n ** 64n - 1n]);
  expect([machine.memory.size, machine.running, machine.exitCode]).toEqual([4194304, false, 0]);
  expect(machine.reservation).toBe(2n ** 64n - 1n);
  expect(machine.retired().every((count) => count === 0)).toBe(true);
});

test.each([0, 1, 4095, 4097, -4096, 2 ** 31 + 4096, NaN])("a memory of %d bytes is refused", (memorySize) => {
  expect(() => new Machine({ version: 2, isa: 0, memorySize })).toThrow(RangeError);
});

describe("running again", () => {
  test("after a runtime error: the instruction that failed is skipped", () => {
    const machine = machineWith([op("ld", { rd: 5, rs1: 10 }), li6, ...EXIT], { registers: { 10: -8n } });
    expect(machine.run()).toEqual(fault(outOfBound(-8n)));
    expect(machine.running).toBe(true);
    expect(machine.run()).toEqual(exit(-8));
    expect([machine.registers[5], machine.registers[6]]).toEqual([0n, 2n]);
  });

  test("after an invalid instruction: it is met again, until pc or code changes", () => {
    const machine = machineWith([li5, 0xffffffff, li6, ...EXIT]);
    const invalid = fault({ name: "InvalidInstruction", pc: 0x10004n, instruction: 0xffffffff });
    expect([machine.run(), machine.run(), machine.cycles]).toEqual([invalid, invalid, 1n]);
    machine.updatePc(0x10008n);
    machine.commitPc();
    expect([machine.run(), machine.registers[6]]).toEqual([exit(0), 2n]);
  });

  test("after CyclesExceeded: it goes on exactly there", () => {
    const machine = machineWith([li5, li6, li7, ...EXIT], { maxCycles: 2n });
    expect(machine.run()).toEqual(fault({ name: "CyclesExceeded" }));
    expect([machine.pc, machine.registers[7]]).toEqual([0x10008n, 0n]);
    machine.maxCycles = 1000n;
    expect(machine.run()).toEqual(exit(0));
    expect([machine.cycles, machine.registers[7]]).toEqual([504n, 3n]);
  });

  test("after an exit: it executes what follows", () => {
    const machine = machineWith([op("addi", { rd: 10, imm: 5 }), ...EXIT, op("addi", { rd: 10, imm: 6 }), ...EXIT]);
    expect([machine.run(), machine.running, machine.pc]).toEqual([exit(5), false, 0x1000cn]);
    expect([machine.run(), machine.exitCode, machine.cycles]).toEqual([exit(6), 6, 1004n]);
  });

  test("after the host changed code, it executes the new code", () => {
    const machine = machineWith([op("addi", { rd: 5, rs1: 5, imm: 1 }), op("ebreak"), 0xffffffff]);
    machine.run();
    machine.memory.clearFlag(16, 2);
    machine.memory.store32(0x10000n, op("addi", { rd: 5, rs1: 5, imm: 100 }));
    machine.memory.setFlag(16, 2);
    machine.updatePc(BigInt(CODE));
    machine.commitPc();
    machine.run();
    expect(machine.registers[5]).toBe(101n);
  });

  test("after the host filled an executable page anew, it executes the new code", () => {
    const machine = machineWith([op("addi", { rd: 5, rs1: 5, imm: 1 }), 0xffffffff]);
    machine.run();
    machine.memory.clearFlag(16, FLAG_FREEZED);
    putCode(machine, [op("addi", { rd: 5, rs1: 5, imm: 100 }), 0xffffffff]);
    machine.updatePc(BigInt(CODE));
    machine.commitPc();
    machine.run();
    expect(machine.registers[5]).toBe(101n);
  });

  test("after the host took the permission, it cannot be fetched", () => {
    const machine = machineWith([li5, 0xffffffff]);
    machine.run();
    machine.memory.clearFlag(16, 2);
    machine.updatePc(BigInt(CODE));
    machine.commitPc();
    expect(machine.run()).toEqual(fault({ name: "MemWriteOnExecutablePage", page: 16n }));
    expect([machine.pc, machine.cycles]).toEqual([0x10000n, 1n]);
  });
});

describe("pausing", () => {
  const PAUSE = fault({ name: "Pause" });

  test("before a run: nothing is executed, once", () => {
    const machine = machineWith([li5, ...EXIT]);
    machine.pause();
    machine.pause();
    expect([machine.run(), machine.pc, machine.cycles, machine.running]).toEqual([PAUSE, 0x10000n, 0n, true]);
    expect(machine.run()).toEqual(exit(0));
  });

  test("from a call: behind the call, everything before it done", () => {
    const module = {
      ecall: (machine: { pause(): void }) => {
        machine.pause();
        return true;
      },
    };
    const machine = machineWith([li5, op("ecall"), li6, ...EXIT], { systemCalls: [module] });
    expect(machine.run()).toEqual(PAUSE);
    expect([machine.pc, machine.cycles, machine.registers[5], machine.registers[6]]).toEqual([0x10008n, 501n, 1n, 0n]);
    expect([machine.run(), machine.cycles]).toEqual([exit(0), 1003n]);
  });

  test("a step looks at neither pause nor running", () => {
    const machine = machineWith([li5]);
    machine.pause();
    machine.step();
    expect([machine.registers[5], machine.running]).toEqual([1n, false]);
    expect(machine.run()).toEqual(PAUSE);
  });
});

describe("fusion and version 0", () => {
  test("are refused before anything else", () => {
    const machine = machineWith([li5], { version: 0, isa: ISA_MOP });
    machine.pause();
    expect([machine.run(), machine.running]).toEqual([fault({ name: "InvalidVersion" }), false]);
    expect(machine.pauseRequested).toBe(true);
  });

  test("but not by a step", () => {
    const machine = machineWith([li5], { version: 0, isa: ISA_MOP });
    machine.step();
    expect(machine.registers[5]).toBe(1n);
  });
});

test("exceptions that are no faults go to the caller, with pc behind the call", () => {
  const module = {
    ecall: (): boolean => {
      throw new TypeError("the host's own");
    },
  };
  const machine = machineWith([li5, op("ecall"), li6], { systemCalls: [module] });
  expect(() => machine.run()).toThrow(new TypeError("the host's own"));
  expect([machine.pc, machine.cycles]).toEqual([0x10008n, 501n]);
});

test("a step throws the fault", () => {
  const machine = machineWith([0xffffffff]);
  expect(() => machine.step()).toThrow(FaultError);
  expect(faultOf(() => machine.step())).toEqual({ name: "InvalidInstruction", pc: 0x10000n, instruction: 0xffffffff });
});

test("the next pc counts only when it is committed", () => {
  const machine = machineWith([li5]);
  machine.updatePc(0x20000n);
  expect(machine.pc).toBe(0x10000n);
  machine.commitPc();
  expect(machine.pc).toBe(0x20000n);
  machine.updatePc(2n ** 64n + 8n);
  machine.commitPc();
  expect(machine.pc).toBe(8n);
});

test("registers take 64-bit values modulo 2^64, x0 too", () => {
  const machine = machineWith([]);
  machine.setRegister(5, -1n);
  machine.setRegister(0, 7n);
  expect([machine.registers[5], machine.registers[0]]).toEqual([2n ** 64n - 1n, 7n]);
});
