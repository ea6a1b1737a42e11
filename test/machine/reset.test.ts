import { describe, expect, test } from "vitest";
import { instructionsNamed } from "../../src/isa/index.ts";
import {
  FaultError,
  loadElf,
  loadProgram,
  Machine,
  type HostMachine,
  type SystemCallModule,
} from "../../src/machine/index.ts";
import { elfFile, RX } from "./elf-file.ts";
import { bytesOf, EXIT, machineWith, op, stateOf } from "./program.ts";

// reference/ckb-vm/machine.md 5.

function resetting(then: (machine: HostMachine) => void): SystemCallModule {
  return {
    ecall: (machine) => {
      machine.reset(5000n);
      then(machine);
      return true;
    },
  };
}

test("zeroes registers, pc, memory, flags, reservation and cycles; keeps the rest", () => {
  const machine = machineWith([op("lr.d", { rd: 6, rs1: 10 }), op("addi", { rd: 10, imm: 3 }), ...EXIT], {
    registers: { 10: 0x20000n },
    maxCycles: 1000n,
  });
  machine.run();
  machine.setRegister(0, 7n);
  machine.reset(77n);
  expect(stateOf(machine)).toEqual({
    registers: Array.from({ length: 32 }, () => 0n),
    pc: 0n,
    cycles: 0n,
    maxCycles: 77n,
    reservation: 2n ** 64n - 1n,
    running: false,
    exitCode: 3,
    flags: [],
    pages: [],
  });
});

test("leaves the next pc: a commit brings it back", () => {
  const machine = machineWith([op("addi")]);
  machine.step();
  machine.reset(77n);
  machine.commitPc();
  expect(machine.pc).toBe(0x10004n);
});

test("in a handler that does no more, pc is behind the call, where nothing is executable", () => {
  const systemCalls = [resetting(() => {})];
  const machine = machineWith([op("addi", { rd: 17, imm: 9 }), op("ecall"), op("addi")], { systemCalls });
  expect(machine.run()).toEqual({ kind: "fault", fault: { name: "MemWriteOnExecutablePage", page: 16n } });
  expect([machine.pc, machine.cycles, machine.maxCycles, machine.registers[17]]).toEqual([0x10008n, 0n, 5000n, 0n]);
});

test("in a handler that loads a program, it is that program that runs, from its entry", () => {
  const other = elfFile(
    [{ flags: RX, address: 0x10000, data: bytesOf([0xffffffff, op("addi", { rd: 10, imm: 6 }), ...EXIT]) }],
    {
      entry: 0x10004,
    },
  );
  const systemCalls = [resetting((machine) => void loadElf(machine, other, true))];
  const caller = [op("addi", { rd: 17, imm: 9 }), op("ecall"), op("addi", { rd: 10, imm: 1 }), ...EXIT];
  const machine = machineWith(caller, { systemCalls });
  expect([machine.run(), machine.cycles]).toEqual([{ kind: "exit", code: 6 }, 502n]);
});

test("in a handler that keeps cycles, as ckb-vm's own test does", () => {
  const other = elfFile([{ flags: RX, address: 0x10000, data: bytesOf(EXIT) }]);
  const systemCalls: SystemCallModule[] = [
    {
      ecall: (machine) => {
        const { cycles } = machine;
        machine.reset(machine.maxCycles);
        machine.cycles = cycles;
        loadElf(machine, other, true);
        return true;
      },
    },
  ];
  const machine = machineWith([op("addi", { rd: 17, imm: 9 }), op("ecall")], { systemCalls, maxCycles: 1002n });
  expect([machine.run(), machine.cycles]).toEqual([{ kind: "exit", code: 0 }, 1002n]);
});

test("in a handler when the budget is tight, the new limit holds", () => {
  const other = elfFile([{ flags: RX, address: 0x10000, data: bytesOf([op("addi", { rd: 10, imm: 6 }), ...EXIT]) }]);
  const systemCalls = [resetting((machine) => void loadElf(machine, other, true))];
  for (const maxCycles of [501n, 502n, 600n]) {
    const machine = machineWith([op("addi", { rd: 17, imm: 9 }), op("ecall"), op("addi")], { systemCalls, maxCycles });
    expect([machine.run(), machine.maxCycles]).toEqual([{ kind: "exit", code: 6 }, 5000n]);
  }
});

test("between runs: decoded code is forgotten", () => {
  const machine = new Machine({ version: 2, isa: 0 });
  for (const code of [1, 2, 3]) {
    const program = [op("addi", { rd: 10, imm: code }), ...EXIT];
    loadProgram(machine, elfFile([{ flags: RX, address: 0x10000, data: bytesOf(program) }]), []);
    expect(machine.run()).toEqual({ kind: "exit", code });
    machine.reset(10000n);
  }
  const count = (name: string): number => machine.retired()[instructionsNamed(name)[0].index];
  expect([count("addi"), count("ecall")]).toEqual([6, 3]);
});

describe("in a handler that then does something else", () => {
  const other = elfFile([{ flags: RX, address: 0x10000, data: bytesOf([op("addi", { rd: 10, imm: 6 }), ...EXIT]) }]);
  const caller = [op("addi", { rd: 17, imm: 9 }), op("ecall"), op("addi", { rd: 10, imm: 1 }), ...EXIT];
  const hosts = [{ hostChangesCode: false }, { hostChangesCode: true }];

  test.each(hosts)("pauses: the run ends before the new program, the next one runs it, %j", (host) => {
    const module = resetting((machine) => {
      loadElf(machine, other, true);
      machine.pause();
    });
    const machine = machineWith(caller, { systemCalls: [module], ...host });
    expect([machine.run(), machine.pc]).toEqual([{ kind: "fault", fault: { name: "Pause" } }, 0x10000n]);
    expect([machine.run(), machine.cycles]).toEqual([{ kind: "exit", code: 6 }, 502n]);
  });

  test.each(hosts)("fails: pc is where the call left it, the next run goes on there, %j", (host) => {
    const module = resetting((machine) => {
      loadElf(machine, other, true);
      throw new FaultError({ name: "Yield" });
    });
    const machine = machineWith(caller, { systemCalls: [module], ...host });
    expect([machine.run(), machine.pc]).toEqual([{ kind: "fault", fault: { name: "Yield" } }, 0x10000n]);
    expect(machine.run()).toEqual({ kind: "exit", code: 6 });
  });

  test.each(hosts)("does not know the call: what it did stays, %j", (host) => {
    const module: SystemCallModule = {
      ecall: (machine) => {
        machine.reset(5000n);
        return false;
      },
    };
    const machine = machineWith(caller, { systemCalls: [module], ...host });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code: 9n } });
    expect([machine.pc, machine.memory.fetchFlag(16)]).toEqual([0x10008n, 0]);
  });
});
