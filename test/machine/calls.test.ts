import { describe, expect, test } from "vitest";
import { FaultError, type HostMachine, type RunResult, type SystemCallModule } from "../../src/machine/index.ts";
import { EXIT, machineWith, op, type Start } from "./program.ts";

// ECALL and EBREAK: reference/ckb-vm/machine.md 3 and 4, cycles.md 3.

const A0 = 10;
const A7 = 17;
const ecall = op("ecall");

function handler(handle: (machine: HostMachine) => boolean | void): SystemCallModule {
  return { ecall: (machine) => handle(machine) ?? true };
}

function call(number: bigint, start: Start = {}, code: readonly number[] = [ecall]): RunResult {
  return machineWith([...code, ...EXIT], { ...start, registers: { [A7]: number, ...start.registers } }).run();
}

describe("exit", () => {
  test.each([
    [0n, 0],
    [127n, 127],
    [128n, -128],
    [255n, -1],
    [256n, 0],
    [2n ** 64n - 129n, 127],
    [2n ** 64n - 1n, -1],
    [0xffff_ffff_ffff_ff00n, 0],
  ])("a0 = %i gives %i", (value, code) => {
    expect(call(93n, { registers: { [A0]: value } })).toEqual({ kind: "exit", code });
  });

  test("is offered to no module", () => {
    const seen: bigint[] = [];
    call(93n, { systemCalls: [handler((machine) => void seen.push(machine.registers[A7]))] });
    expect(seen).toEqual([]);
  });

  test("leaves pc behind the call and does not look at the cycle limit", () => {
    const raise = handler((machine) => machine.addCyclesNoChecking(100n));
    const machine = machineWith(EXIT, { maxCycles: 501n, systemCalls: [raise] });
    expect([machine.run(), machine.pc, machine.cycles]).toEqual([{ kind: "exit", code: 0 }, 0x10008n, 501n]);
  });
});

describe("the number", () => {
  test.each([0n, 92n, 94n, 0x1_0000_005dn, 2n ** 64n - 1n, 2n ** 63n + 93n])("%i is compared in 64 bits", (code) => {
    expect(call(code)).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code } });
  });
});

describe("modules", () => {
  test("are asked in order until one knows the number", () => {
    const seen: string[] = [];
    const module = (name: string, number: bigint): SystemCallModule => ({
      ecall: (machine) => {
        seen.push(name);
        return machine.registers[A7] === number;
      },
    });
    const systemCalls = [module("one", 5n), module("two", 7n), module("three", 7n)];
    expect(call(7n, { systemCalls })).toMatchObject({ kind: "exit" });
    expect(call(8n, { systemCalls })).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code: 8n } });
    expect(seen).toEqual(["one", "two", "one", "two", "three"]);
  });

  test("see the pc of the call, and all that came before it", () => {
    let seen: unknown[] = [];
    const systemCalls = [
      handler((machine) => {
        seen = [machine.pc, machine.cycles, machine.registers[5]];
      }),
    ];
    call(7n, { systemCalls }, [op("addi", { rd: 5, imm: 9 }), ecall]);
    expect(seen).toEqual([0x10004n, 501n, 9n]);
  });

  test("may change registers, memory and cycles", () => {
    const systemCalls = [
      handler((machine) => {
        machine.setRegister(A0, 39n);
        machine.memory.store8(0x20000n, 7);
        machine.addCycles(5n);
      }),
    ];
    const machine = machineWith([ecall, op("lb", { rd: 11, rs1: 12 }), ...EXIT], {
      registers: { [A7]: 1111n, 12: 0x20000n },
      systemCalls,
    });
    expect([machine.run(), machine.registers[11], machine.cycles]).toEqual([{ kind: "exit", code: 39 }, 7n, 1009n]);
  });

  test("may go on elsewhere", () => {
    const systemCalls = [handler((machine) => machine.updatePc(0x1000cn))];
    const code = [ecall, op("addi", { rd: 5, imm: 1 }), 0xffffffff, op("addi", { rd: 6, imm: 1 })];
    const machine = machineWith([...code, ...EXIT], { registers: { [A7]: 1n }, systemCalls });
    expect(machine.run()).toEqual({ kind: "exit", code: 0 });
    expect([machine.registers[5], machine.registers[6]]).toEqual([0n, 1n]);
  });

  test("that raise a fault end the run behind the call; their changes stay", () => {
    const systemCalls = [
      handler((machine) => {
        machine.setRegister(A0, 3n);
        throw new FaultError({ name: "External", text: "no" });
      }),
    ];
    const machine = machineWith([ecall], { registers: { [A7]: 1n }, systemCalls });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "External", text: "no" } });
    expect([machine.pc, machine.cycles, machine.registers[A0]]).toEqual([0x10004n, 500n, 3n]);
  });
});

test("the pc that a handler set counts even if it raises a fault", () => {
  const raise = (machine: HostMachine): void => {
    machine.updatePc(0x20000n);
    throw new FaultError({ name: "Yield" });
  };
  for (const maxCycles of [501n, 10000n]) {
    const called = machineWith([op("addi"), ecall, op("addi")], { systemCalls: [handler(raise)], maxCycles });
    expect([called.run(), called.pc]).toEqual([{ kind: "fault", fault: { name: "Yield" } }, 0x20000n]);
    const broken = machineWith([op("addi"), op("ebreak")], { debugger: { ebreak: raise }, maxCycles });
    expect([broken.run(), broken.pc]).toEqual([{ kind: "fault", fault: { name: "Yield" } }, 0x20000n]);
  }
});

describe("the limit after a call", () => {
  // ckb-vm's own test: six registers, call 1111 adds 100 cycles, at most 20: CyclesExceeded with 108, a0 = 39.
  test("a handler that adds 100 cycles", () => {
    const systemCalls = [
      handler((machine) => {
        machine.setRegister(
          A0,
          [10, 11, 12, 13, 14, 15].reduce((sum, k) => sum + machine.registers[k], 0n),
        );
        machine.addCyclesNoChecking(100n);
      }),
    ];
    const loads = [4, 5, 6, 7, 8, 9].map((imm, k) => op("addi", { rd: A0 + k, imm }));
    const code = [...loads, op("addi", { rd: A7, imm: 1111 }), ecall, ...EXIT];
    const machine = machineWith(code, { version: 0, isa: 0, cost: () => 1, maxCycles: 20n, systemCalls });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
    expect([machine.cycles, machine.registers[A0], machine.pc]).toEqual([108n, 39n, 0x10020n]);
  });

  test("is looked at before the next instruction is: an invalid one is not met", () => {
    const systemCalls = [handler((machine) => machine.addCyclesNoChecking(100n))];
    const machine = machineWith([ecall, 0xffffffff], { registers: { [A7]: 1n }, maxCycles: 599n, systemCalls });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
    expect([machine.cycles, machine.pc]).toEqual([600n, 0x10004n]);
  });

  test("reaching the limit exactly is allowed", () => {
    const systemCalls = [handler((machine) => machine.addCyclesNoChecking(100n))];
    const machine = machineWith([ecall, op("addi")], { registers: { [A7]: 1n }, maxCycles: 600n, systemCalls });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
    expect([machine.cycles, machine.pc]).toEqual([600n, 0x10004n]);
  });

  test("a call nobody knows is InvalidEcall, even above the limit", () => {
    const systemCalls: SystemCallModule[] = [
      {
        ecall: (machine) => {
          machine.addCyclesNoChecking(100n);
          return false;
        },
      },
    ];
    expect(call(5n, { maxCycles: 510n, systemCalls })).toEqual({
      kind: "fault",
      fault: { name: "InvalidEcall", code: 5n },
    });
  });

  test("a handler may raise the limit, and spend what it added", () => {
    const systemCalls = [
      handler((machine) => {
        machine.maxCycles = 2000n;
        machine.addCycles(400n);
      }),
    ];
    const machine = machineWith([ecall, ...EXIT], { registers: { [A7]: 1n }, maxCycles: 500n, systemCalls });
    expect([machine.run(), machine.cycles]).toEqual([{ kind: "exit", code: 0 }, 1401n]);
  });

  test("a handler may lower the limit below what is spent", () => {
    const systemCalls = [
      handler((machine) => {
        machine.maxCycles = 3n;
      }),
    ];
    const machine = machineWith([ecall, ...EXIT], { registers: { [A7]: 1n }, systemCalls });
    expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
    expect([machine.cycles, machine.maxCycles, machine.pc]).toEqual([500n, 3n, 0x10004n]);
  });
});

describe("EBREAK", () => {
  test.each([
    ["ebreak", 4n],
    ["c.ebreak", 2n],
  ])("%s without a debugger does nothing but cost 500", (name, length) => {
    const machine = machineWith([op(name), ...EXIT]);
    machine.step();
    expect([machine.pc, machine.cycles]).toEqual([0x10000n + length, 500n]);
  });

  test("a debugger need not prepare anything", () => {
    const machine = machineWith([op("ebreak"), ...EXIT], { debugger: { ebreak: () => {} } });
    machine.initializeModules();
    expect(machine.run()).toEqual({ kind: "exit", code: 0 });
  });

  test.each(["ebreak", "c.ebreak"])("%s calls the debugger, which sees its pc", (name) => {
    const seen: bigint[] = [];
    const hook = { ebreak: (machine: HostMachine) => void seen.push(machine.pc, machine.cycles) };
    const machine = machineWith([op("addi"), op(name), ...EXIT], { debugger: hook });
    expect([machine.run(), seen]).toEqual([{ kind: "exit", code: 0 }, [0x10004n, 501n]]);
  });

  test("the debugger may raise a fault or go on elsewhere; the limit is not looked at", () => {
    const yields = {
      ebreak: (): void => {
        throw new FaultError({ name: "Yield" });
      },
    };
    const stopped = machineWith([op("c.ebreak"), ...EXIT], { debugger: yields });
    expect([stopped.run(), stopped.pc]).toEqual([{ kind: "fault", fault: { name: "Yield" } }, 0x10002n]);
    const jumps = {
      ebreak: (machine: HostMachine) => {
        machine.addCyclesNoChecking(100n);
        machine.updatePc(0x10008n);
      },
    };
    const moved = machineWith([op("ebreak"), 0xffffffff, op("addi", { rd: 5, imm: 1 })], {
      debugger: jumps,
      maxCycles: 550n,
    });
    moved.step();
    expect([moved.pc, moved.cycles]).toEqual([0x10008n, 600n]);
  });
});
