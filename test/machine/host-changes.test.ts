import { describe, expect, test } from "vitest";
import { FLAG_EXECUTABLE, initPages, type HostMachine, type Machine } from "../../src/machine/index.ts";
import { bytesOf, EXIT, machineWith, onPage, op } from "./program.ts";

// What a host changes while a program runs: reference/ckb-vm/decode.md 8. An instruction that this run has executed is
// kept as it was, with its permission; what it meets for the first time is read from memory.

const more = (imm: number): number => op("addi", { rd: 5, rs1: 5, imm });

/** Calls `change` at the first call of the program, and nothing later. */
function changingOnce(code: readonly number[], change: (machine: HostMachine) => void): Machine {
  let calls = 0;
  const module = {
    ecall: (machine: HostMachine) => {
      if (calls++ === 0) change(machine);
      return true;
    },
  };
  return machineWith(code, { systemCalls: [module], registers: { 9: 2n } });
}

function overwrite(machine: HostMachine, address: bigint, word: number): void {
  machine.memory.clearFlag(16, FLAG_EXECUTABLE);
  machine.memory.storeBytes(address, bytesOf([word]));
  machine.memory.setFlag(16, FLAG_EXECUTABLE);
}

/** 0x10000: add; call; count down in x9; again. 0x10010: add; exit. */
const LOOP = [
  more(1),
  op("ecall"),
  op("addi", { rd: 9, rs1: 9, imm: -1 }),
  op("bne", { rs1: 9, imm: -12 }),
  more(10),
  ...EXIT,
];

describe("in a call", () => {
  test("code that was executed stays as it was for this run; the next run reads it anew", () => {
    const machine = changingOnce(LOOP, (host) => overwrite(host, 0x10000n, more(100)));
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 12n]);
    machine.updatePc(0x10000n);
    machine.commitPc();
    machine.setRegister(9, 1n);
    machine.setRegister(17, 0n);
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 122n]);
  });

  test("code that was not executed yet is read as it is when it is met", () => {
    for (const address of [0x10008n, 0x10010n]) {
      const machine = changingOnce(LOOP, (host) => overwrite(host, address, more(100)));
      machine.setRegister(9, 1n);
      machine.maxCycles = 3000n;
      machine.run();
      expect([address, machine.registers[5] >= 100n]).toEqual([address, true]);
    }
  });

  test("permission is asked for only where the program comes for the first time", () => {
    const machine = changingOnce(LOOP, (host) => host.memory.clearFlag(16, FLAG_EXECUTABLE));
    expect(machine.run()).toEqual({ kind: "fault", fault: onPage(16) });
    expect([machine.pc, machine.registers[5]]).toEqual([0x10008n, 1n]);
  });

  test("new code on new pages can be called", () => {
    const code = [op("ecall"), op("jalr", { rd: 1, rs1: 12 }), ...EXIT];
    const machine = changingOnce(code, (host) => {
      const bytes = bytesOf([more(7), op("jalr", { rs1: 1 })]);
      initPages(host.memory, 0x40000n, 0x1000n, FLAG_EXECUTABLE, bytes, 0n);
      host.setRegister(12, 0x40000n);
    });
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 7n]);
  });
});

test("single steps read every instruction anew", () => {
  const machine = machineWith([more(1)]);
  machine.step();
  overwrite(machine, 0x10000n, more(100));
  machine.updatePc(0x10000n);
  machine.commitPc();
  machine.step();
  expect(machine.registers[5]).toBe(101n);
});

test("the program cannot change its own code", () => {
  const machine = machineWith([op("auipc", { rd: 10 }), op("sw", { rs1: 10, rs2: 0 }), ...EXIT]);
  expect(machine.run()).toEqual({ kind: "fault", fault: onPage(16) });
});

test("code that the program wrote runs once the host makes its page executable", () => {
  const word = op("c.addi", { rd: 5, imm: 9 });
  const machine = machineWith([op("sh", { rs1: 10, rs2: 11 }), op("jalr", { rs1: 10 })], {
    registers: { 10: 0x40000n, 11: BigInt(word) },
  });
  expect(machine.run()).toEqual({ kind: "fault", fault: onPage(0x40) });
  machine.memory.setFlag(0x40, FLAG_EXECUTABLE);
  machine.run();
  expect(machine.registers[5]).toBe(9n);
});
