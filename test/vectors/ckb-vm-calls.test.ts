import { describe, expect, test } from "vitest";
import { ISA_A, ISA_MOP, type VmVersion } from "../../src/isa/index.ts";
import {
  constantCost,
  initializeStack,
  loadElf,
  loadProgram,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  type HostMachine,
  type MachineOptions,
  type SystemCallModule,
} from "../../src/machine/index.ts";
import { MemoryDataSource, Snapshot2Context } from "../../src/snapshot/index.ts";
import { faultOf } from "../machine/program.ts";
import { HOW_TO_GET, NO_PROGRAMS, programOf } from "./ckb-vm.ts";

// Programs of CKB-VM's own tests that need a host of their own, and what these tests expect: README.md in this folder.

/** Memory without W^X. */
const RAW: Partial<MachineOptions> = { writeXorExecute: false };

const CALL = 1111n;
const A0 = 10;
const A1 = 11;
const A7 = 17;

function answering(effect: (machine: HostMachine) => void): SystemCallModule {
  return {
    ecall: (machine) => {
      if (machine.registers[A7] !== CALL) return false;
      effect(machine);
      return true;
    },
  };
}

function machineOf(version: VmVersion, options: Partial<MachineOptions> = {}): Machine {
  return new Machine({ version, isa: 0, cost: constantCost, ...options });
}

function load(machine: Machine, name: string, args: readonly string[]): void {
  const bytes = args.map((argument) => new TextEncoder().encode(argument));
  loadProgram(machine, programOf(name), bytes);
}

test("the programs are here", ({ skip }) => skip(NO_PROGRAMS, HOW_TO_GET));

if (!NO_PROGRAMS) {
  describe("programs with a host of their own", () => {
    /** Puts the sum of a0 to a5 into a0. */
    const sum = (machine: HostMachine): void => {
      const total = machine.registers.slice(A0, A0 + 6).reduce((all, value) => all + value, 0n);
      machine.setRegister(A0, total);
    };

    test("syscall64: a call of six arguments", () => {
      const machine = machineOf(0, { ...RAW, systemCalls: [answering(sum)] });
      load(machine, "syscall64", ["syscall"]);
      expect(machine.run()).toEqual({ kind: "exit", code: 39 });
    });

    test("syscall64: a call that spends more than is left", () => {
      const spending = answering((machine) => {
        sum(machine);
        machine.addCyclesNoChecking(100n);
      });
      const machine = machineOf(0, { ...RAW, systemCalls: [spending], maxCycles: 20n });
      load(machine, "syscall64", ["syscall"]);
      expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
      expect([machine.cycles, machine.registers[A0]]).toEqual([108n, 39n]);
    });

    test("ebreak64: the debugger is prepared while loading, and called once", () => {
      const calls: string[] = [];
      const debug = { initialize: () => void calls.push("initialize"), ebreak: () => void calls.push("ebreak") };
      const machine = machineOf(0, { ...RAW, debugger: debug });
      load(machine, "ebreak64", ["ebreak"]);
      expect(calls).toEqual(["initialize"]);
      expect(machine.run()).toEqual({ kind: "exit", code: 0 });
      expect(calls).toEqual(["initialize", "ebreak"]);
    });

    test("simple64: cycles near 2^64 overflow", () => {
      const machine = machineOf(0);
      machine.cycles = 2n ** 64n - 11n;
      load(machine, "simple64", ["simple"]);
      expect(machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesOverflow" } });
    });

    test("simple64: 708 cycles are enough, 700 are not", () => {
      for (const [maxCycles, result] of [
        [708n, { kind: "exit", code: 0 }],
        [700n, { kind: "fault", fault: { name: "CyclesExceeded" } }],
      ] as const) {
        const machine = machineOf(0, { ...RAW, maxCycles });
        load(machine, "simple64", ["simple"]);
        expect([machine.run(), machine.cycles]).toEqual([result, maxCycles]);
      }
    });

    test("flat_crash_64: a segment far beyond memory", () => {
      const machine = machineOf(0, RAW);
      const fault = { name: "MemOutOfBound", address: 0x1100000000n, kind: "Memory" };
      expect(faultOf(() => load(machine, "flat_crash_64", ["flat_crash_64"]))).toEqual(fault);
    });

    test("rvc_pageend: a compressed jump in the last two bytes of a page", () => {
      const machine = machineOf(0, RAW);
      load(machine, "rvc_pageend", ["rvc_end"]);
      expect(machine.run()).toEqual({ kind: "exit", code: 0 });
      expect(machine.memory.load16(0x10ffen)).toBe(0x8502);
    });

    test("reset_caller: the machine is reset and runs another program", () => {
      const callee = programOf("reset_callee");
      const resetting = answering((machine) => {
        const { cycles } = machine;
        machine.reset(machine.maxCycles);
        machine.cycles = cycles;
        loadElf(machine, callee, true);
        initializeStack(machine, [], 0x300000n, 0x100000n);
      });
      const machine = machineOf(1, { isa: ISA_MOP, systemCalls: [resetting] });
      load(machine, "reset_caller", []);
      expect(machine.run()).toEqual({ kind: "exit", code: 0 });
      expect(machine.cycles).toBe(775n);
    });

    test("resume2_load_data: pages from a data source are handed over", () => {
      const program = programOf("resume2_load_data");
      const source = new MemoryDataSource(
        new Map([
          [0x1234n, program],
          [0x2000n, Uint8Array.from({ length: 65536 }, (_, k) => k % 256)],
        ]),
      );
      const newMachine = (maxCycles: bigint): { machine: Machine; context: Snapshot2Context<bigint> } => {
        const context = new Snapshot2Context<bigint>(source);
        const filling = answering((host) => {
          context.storeBytes(host, host.registers[A0], 0x2000n, 0n, host.registers[A1], 0n);
          host.addCyclesNoChecking(100_000n);
          host.setRegister(A0, 0n);
        });
        return { machine: machineOf(1, { isa: ISA_A, systemCalls: [filling], maxCycles }), context };
      };
      const first = newMachine(300_000n);
      const metadata = parseElf(program, 1);
      loadProgramWithMetadata(first.machine, program, metadata, [new TextEncoder().encode("resume2_load_data")]);
      first.context.markProgram(first.machine, metadata, 0x1234n, 0n);
      expect(first.machine.run()).toEqual({ kind: "fault", fault: { name: "CyclesExceeded" } });
      const snapshot = first.context.makeSnapshot(first.machine);
      expect(snapshot.pagesFromSource.some(({ id }) => id === 0x2000n)).toBe(true);
      const second = newMachine(0n);
      second.context.resume(second.machine, snapshot);
      second.machine.maxCycles = 1_476_725n;
      expect(second.machine.run()).toEqual({ kind: "exit", code: 0 });
      expect(second.machine.cycles).toBe(1_476_715n);
    });
  });
}
