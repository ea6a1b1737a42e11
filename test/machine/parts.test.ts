// A machine whose parts are other than the reference's: what it is made of is what it was given.
import { describe, expect, test } from "vitest";
import { CycleCounter } from "../../src/machine/cycle-counter.ts";
import type { Operation } from "../../src/machine/operation.ts";
import {
  DecoderCache,
  EndlessRunError,
  initPages,
  Machine,
  type MachineOptions,
  type SystemCallModule,
} from "../../src/machine/index.ts";
import { RESET_TURNS } from "../../src/machine/machine-parts.ts";
import { ISA_ALL, bytesOf, machineWith, op, EXIT, CODE } from "./program.ts";

const ISA_MOP = 2;
const nop = op("addi");

describe("parts of a machine", () => {
  test("a decoder that knows nothing makes of each word an invalid instruction", () => {
    const machine = machineWith([nop, ...EXIT], { parts: { decode: () => undefined } });
    const fault = { name: "InvalidInstruction", pc: BigInt(CODE), instruction: nop };
    expect(machine.run()).toEqual({ kind: "fault", fault });
  });

  test("a counter gets the limit, and is the one that is asked", () => {
    const limits: bigint[] = [];
    const counter = (limit: bigint): CycleCounter => {
      limits.push(limit);
      return new CycleCounter(3n);
    };
    const machine = new Machine({ version: 2, isa: ISA_ALL, maxCycles: 1000n, parts: { counter } });
    expect([limits, machine.maxCycles]).toEqual([[1000n], 3n]);
  });

  // A decoder that fails in any other way than by a fault of the machine is wrong, and must not look like a program that ends.
  const failing = (after: number): NonNullable<MachineOptions["parts"]> => {
    const { decode } = new Machine({ version: 2, isa: ISA_ALL }).parts;
    let calls = 0;
    return {
      decode: (...args) => {
        if (calls++ >= after) throw new TypeError("no such row");
        return decode(...args);
      },
    };
  };
  const code = [nop, nop, nop, ...EXIT];

  test.each([0, 1, 2])("an error of its own after %i instructions comes out of a run", (after) => {
    const machine = machineWith(code, { parts: failing(after) });
    expect(() => machine.run()).toThrow(new TypeError("no such row"));
  });

  test("and of a look for a sequence to fuse", () => {
    const lui = op("lui", { rd: 5, imm: 0x1000 });
    const machine = machineWith([lui, ...EXIT], { isa: ISA_ALL | ISA_MOP, parts: failing(1) });
    expect(() => machine.step()).toThrow(new TypeError("no such row"));
  });

  test("and of a look at the next operation, for which a fault is none", () => {
    expect(() => machineWith(code, { parts: failing(0) }).nextOperation).toThrow(new TypeError("no such row"));
    expect(machineWith(code, { pc: 0x20000n }).nextOperation).toBeUndefined();
    expect(machineWith(code).nextOperation?.pc).toBe(CODE);
  });
});

describe("an observer", () => {
  // addi x5, x0, 3; the loop: addi x5, x5, -1; bne x5, x0, -4. The first block holds all three, the second one the loop.
  const loop = [op("addi", { rd: 5, imm: 3 }), op("addi", { rd: 5, rs1: 5, imm: -1 }), op("bne", { rs1: 5, imm: -4 })];

  const told = (every: boolean, options: Partial<MachineOptions> = {}): number[][] => {
    const [before, after]: number[][] = [[], []];
    const observer = {
      every,
      before: (operation: Operation) => void before.push(operation.pc - CODE),
      after: (operation: Operation) => void after.push(operation.pc - CODE),
    };
    machineWith([...loop, ...EXIT], { observer, ...options }).run();
    return [before, after];
  };

  test("that asks for every execution is told of every one", () => {
    // Three times around: 0, then the loop three times, then the exit.
    const all = [0, 4, 8, 4, 8, 4, 8, 12, 16];
    expect(told(true)).toEqual([all, all]);
  });

  test("that does not is told once of each block", () => {
    const firsts = [0, 4, 8, 4, 8, 12, 16];
    expect(told(false)).toEqual([firsts, firsts]);
  });

  test("is told of no more than the limit lets be executed", () => {
    // One cycle for each ADDI: nothing is left for the branch.
    expect(told(false, { maxCycles: 2n })).toEqual([
      [0, 4],
      [0, 4],
    ]);
  });
});

describe("turns after which a run is given up", () => {
  const toItself = [op("jal", { rd: 0, imm: 0 })];
  const twoBlocks = [op("jal", { rd: 0, imm: 4 }), ...EXIT];
  const resetting = (turns: number): SystemCallModule => ({
    ecall: (machine) => {
      if (turns-- === 0) return false;
      const { pc } = machine;
      machine.reset(2n ** 63n);
      initPages(machine.memory, BigInt(CODE), 0x1000n, 3, bytesOf([op("ecall")]));
      machine.updatePc(pc);
      machine.commitPc();
      return true;
    },
  });

  test.each([false, true])("no limit ends a jump to itself, a number of turns does (code changes: %s)", (changes) => {
    const options = { hostChangesCode: changes, parts: { turnsMax: 1000 } };
    expect(() => machineWith(toItself, options).run()).toThrow(EndlessRunError);
  });

  test.each([false, true])("so does whoever is asked now and then, and says no (code changes: %s)", (changes) => {
    let asked = 0;
    const options = { hostChangesCode: changes, goesOn: () => ++asked < 3 };
    const endless = expect.objectContaining({
      name: "EndlessRunError",
      message: "the time is over and the run is not",
    });
    expect(() => machineWith(toItself, options).run()).toThrow(endless);
    expect(asked).toBe(3);
    // A short run asks nobody: it ends as it would.
    const short = machineWith(twoBlocks, { hostChangesCode: changes, goesOn: () => false });
    expect(short.run()).toEqual({ kind: "exit", code: 0 });
  });

  test.each([
    [false, 2],
    [true, 3],
  ])("blocks are counted, or instructions where code changes: %s, %i turns", (changes, turns) => {
    const run = (turnsMax: number): unknown =>
      machineWith(twoBlocks, { hostChangesCode: changes, parts: { turnsMax } }).run();
    expect(run(turns - 1)).toEqual({ kind: "exit", code: 0 });
    // One turn more than allowed, and it says so: whoever meets it in a log has nothing else.
    const message = `the run goes on for more than ${turns - 1} turns`;
    expect(() => run(turns - 2)).toThrow(expect.objectContaining({ name: "EndlessRunError", message }));
    expect(() => run(turns - 2)).toThrow(EndlessRunError);
  });

  test.each([false, true])("a reset is worth many turns (code changes: %s)", (changes) => {
    const run = (resets: number): unknown =>
      machineWith([op("ecall")], {
        hostChangesCode: changes,
        parts: { turnsMax: 3 * RESET_TURNS },
        systemCalls: [resetting(resets)],
      }).run();
    expect(run(2)).toMatchObject({ fault: { name: "InvalidEcall" } });
    expect(() => run(5)).toThrow(EndlessRunError);
  });
});

test("a reset drops what was decoded once, and not again with each instruction behind it", () => {
  let cleared = 0;
  class Counted extends DecoderCache {
    override clear(): void {
      cleared++;
      super.clear();
    }
  }
  const resets: SystemCallModule = {
    ecall: (machine) => {
      if (machine.registers[17] !== 9n) return false;
      machine.reset(1000n);
      initPages(machine.memory, BigInt(CODE), 0x1000n, 3, bytesOf([nop, nop, nop, ...EXIT]));
      machine.updatePc(BigInt(CODE));
      machine.commitPc();
      return true;
    },
  };
  const machine = machineWith([op("addi", { rd: 17, imm: 9 }), op("ecall")], {
    hostChangesCode: true,
    parts: { decoderCache: () => new Counted() },
    systemCalls: [resets],
  });
  expect(machine.run()).toEqual({ kind: "exit", code: 0 });
  expect(cleared).toBe(1);
});

test("a machine that executed nothing has no last operation", () => {
  expect(new Machine({ version: 2, isa: ISA_ALL }).lastOperation).toBeUndefined();
});
