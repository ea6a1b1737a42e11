import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instructionsNamed } from "../../src/isa/index.ts";
import {
  FaultError,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  initPages,
  type Machine,
  type SystemCallModule,
} from "../../src/machine/index.ts";
import { bytesOf, EXIT, machineWith, op, putCode, runSingly, stateOf, type Start } from "./program.ts";
import { randomCode, START_REGISTERS } from "./random-code.ts";

// Blocks are an optimisation: what a run gives is what one instruction at a time gives.

function resultAndState(machine: Machine, run: (machine: Machine) => object): object {
  return { result: run(machine), state: stateOf(machine), retired: [...machine.retired()] };
}

function bothWays(code: readonly number[], start: Start): [inBlocks: object, singly: object] {
  return [
    resultAndState(machineWith(code, start), (machine) => machine.run()),
    resultAndState(machineWith(code, start), runSingly),
  ];
}

/** Sums 1 to 5 in a loop, calls 7 (which spends 3 cycles) and stores, with instructions of all costs. */
const PROGRAM = [
  op("addi", { rd: 5, imm: 5 }),
  op("c.li", { rd: 10, imm: 0 }),
  op("add", { rd: 10, rs1: 10, rs2: 5 }),
  op("mul", { rd: 6, rs1: 10, rs2: 5 }),
  op("sd", { rs1: 8, rs2: 6 }),
  op("ld", { rd: 7, rs1: 8 }),
  op("c.addi", { rd: 5, imm: -1 }),
  op("bne", { rs1: 5, rs2: 0, imm: -18 }),
  op("addi", { rd: 17, imm: 7 }),
  op("ecall"),
  op("div", { rd: 11, rs1: 6, rs2: 10 }),
  ...EXIT,
];

describe("every budget", () => {
  const systemCalls: SystemCallModule[] = [
    {
      ecall: (machine) => {
        machine.addCyclesNoChecking(3n);
        return machine.registers[17] === 7n;
      },
    },
  ];
  const start = { registers: { 8: 0x20000n }, systemCalls };
  // By hand: 2 + 5 loops of (add 1, mul 5, sd 2, ld 2, addi 1, bne 3) + addi 1 + ecall 500 + 3 + div 32 + addi 1 + ecall 500.
  const TOTAL = 2 + 5 * 14 + 1 + 503 + 32 + 501;

  test(`from 0 to the total of ${TOTAL} ends as single steps do`, () => {
    const different: number[] = [];
    for (let budget = 0; budget <= TOTAL + 1; budget++) {
      const [inBlocks, singly] = bothWays(PROGRAM, { ...start, maxCycles: BigInt(budget) });
      const same = JSON.stringify(inBlocks, plain) === JSON.stringify(singly, plain);
      if (!same) different.push(budget);
    }
    expect(different).toEqual([]);
  });

  test("run in two parts ends as run in one", () => {
    const whole = machineWith(PROGRAM, start);
    expect([whole.run(), whole.cycles]).toEqual([{ kind: "exit", code: 15 }, BigInt(TOTAL)]);
    const different: number[] = [];
    for (let budget = 0; budget <= TOTAL; budget++) {
      const machine = machineWith(PROGRAM, { ...start, maxCycles: BigInt(budget) });
      const first = machine.run();
      machine.maxCycles = 2n ** 64n - 1n;
      if (first.kind === "fault") machine.run();
      machine.maxCycles = whole.maxCycles;
      if (JSON.stringify(stateOf(machine), plain) !== JSON.stringify(stateOf(whole), plain)) different.push(budget);
    }
    expect(different).toEqual([]);
  });
});

function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

describe("random code", () => {
  const versions = fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>;
  const limits = fc.noBias(fc.nat(1500));

  test("runs in blocks as it does in single steps", () => {
    fc.assert(
      fc.property(randomCode, versions, limits, (code, version, limit) => {
        const start = { version, maxCycles: BigInt(limit), registers: START_REGISTERS, memorySize: 0x400000 };
        const [inBlocks, singly] = bothWays(code, start);
        return JSON.stringify(inBlocks, plain) === JSON.stringify(singly, plain);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("cut anywhere and run on, ends as uncut", () => {
    fc.assert(
      fc.property(randomCode, versions, fc.noBias(fc.array(fc.nat(600), { maxLength: 4 })), (code, version, cuts) => {
        const start = { version, registers: START_REGISTERS };
        const whole = machineWith(code, { ...start, maxCycles: 600n });
        const cut = machineWith(code, { ...start, maxCycles: 600n });
        const result = whole.run();
        for (const limit of [...cuts, 600].toSorted((a, b) => a - b)) {
          cut.maxCycles = BigInt(limit);
          const part = cut.run();
          if (part.kind === "exit" || part.fault.name !== "CyclesExceeded") break;
        }
        cut.maxCycles = 600n;
        const same = JSON.stringify(stateOf(cut), plain) === JSON.stringify(stateOf(whole), plain);
        return same && result.kind === (whole.running ? "fault" : "exit");
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe("retired", () => {
  const count = (machine: Machine, name: string): number => machine.retired()[instructionsNamed(name)[0].index];

  test("counts by table row, failing instructions too, refused and invalid ones not", () => {
    const code = [op("addi", { rd: 5, imm: 1 }), op("c.addi", { rd: 5, imm: 1 }), op("ld", { rd: 5, rs1: 10 })];
    const machine = machineWith([...code, op("div"), 0], { registers: { 10: -8n }, maxCycles: 20n });
    machine.run();
    machine.run();
    expect(["addi", "c.addi", "ld", "div"].map((name) => count(machine, name))).toEqual([1, 1, 1, 0]);
    machine.maxCycles = 100n;
    machine.run();
    expect(count(machine, "div")).toBe(1);
    expect(machine.retired().reduce((sum, value) => sum + value, 0)).toBe(4);
  });

  test("counts loops, and is a copy", () => {
    const machine = machineWith([op("c.addi", { rd: 8, imm: -1 }), op("c.bnez", { rs1: 8, imm: -2 }), ...EXIT], {
      registers: { 8: 100n },
    });
    machine.run();
    machine.retired().fill(0);
    expect(["c.addi", "c.bnez", "ecall"].map((name) => count(machine, name))).toEqual([100, 100, 1]);
  });
});

test("a block longer than any piece of it: straight code over several pages", () => {
  const code = [...Array.from({ length: 5000 }, () => op("c.addi", { rd: 5, imm: 1 })), ...EXIT];
  const [inBlocks, singly] = bothWays(code, {});
  expect(inBlocks).toEqual(singly);
  expect(inBlocks).toMatchObject({ state: { cycles: 5501n } });
});

test("code that jumps into the middle of decoded blocks", () => {
  // Each round enters the run of additions one instruction later.
  const code = [
    op("jalr", { rs1: 14 }),
    ...Array.from({ length: 70 }, (_, k) => op("addi", { rd: 5, rs1: 5, imm: k })),
    op("addi", { rd: 14, rs1: 14, imm: 4 }),
    op("bltu", { rs1: 14, rs2: 12, imm: -4 * 72 }),
    ...EXIT,
  ];
  const [inBlocks, singly] = bothWays(code, { registers: { 12: 0x10000n + 4n * 71n, 14: 0x10004n } });
  expect(inBlocks).toEqual(singly);
});

test("a program that enters its code everywhere is bounded in memory, and counted exactly", () => {
  // c.jalr to every halfword of 64 KiB of c.nop with a c.jr at every 64th: 33 instructions a call on average.
  const caller = [
    op("c.jalr", { rs1: 8 }),
    op("c.addi", { rd: 8, imm: 2 }),
    op("bltu", { rs1: 8, rs2: 9, imm: -4 }),
    ...EXIT,
  ];
  const callee = Array.from({ length: 32768 }, (_, k) => (k % 64 === 63 ? op("c.jr", { rs1: 1 }) : op("c.nop")));
  const machine = machineWith(caller, { registers: { 8: 0x20000n, 9: 0x30000n } });
  putCode(machine, callee, 0x20000);
  const before = heapUsed();
  expect(machine.run()).toEqual({ kind: "exit", code: 0 });
  const grown = heapUsed() - before;
  const calls = 32768;
  const counts = ["c.jalr", "c.nop", "c.jr", "bltu"].map((name) => machine.retired()[instructionsNamed(name)[0].index]);
  expect(counts).toEqual([calls, (calls / 64) * ((63 * 64) / 2), calls, calls]);
  // All 1.1 million operations would be some 100 MB; what is kept is a quarter of that at most.
  expect(grown).toBeLessThan(50e6);
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

describe("decoded code is not kept when a host changes pages between two runs, whatever comes first", () => {
  const exitWith = (code: number) => bytesOf([op("addi", { rd: 10, imm: code }), ...EXIT]);
  const permit = (machine: Machine): void => machine.memory.setFlag(40, FLAG_EXECUTABLE);
  const forbid = (machine: Machine): void => machine.memory.clearFlag(40, FLAG_EXECUTABLE);
  const replace = (machine: Machine): void => {
    machine.memory.clearFlag(16, FLAG_FREEZED);
    initPages(machine.memory, 0x10000n, 0x1000n, 0, exitWith(2));
  };
  const rebuild = (machine: Machine): void => {
    machine.memory.reset();
    machine.memory.storeBytes(0x10000n, exitWith(2));
    machine.memory.setFlag(16, FLAG_EXECUTABLE);
  };

  test.each<[string, readonly ((machine: Machine) => void)[]]>([
    ["code replaced", [replace]],
    ["a page made executable, code replaced", [permit, replace]],
    ["code replaced, a page made executable", [replace, permit]],
    ["code replaced, a page made plain", [permit, (m) => void m.run(), replace, forbid]],
    ["memory emptied and filled", [rebuild]],
    ["memory emptied and filled, code replaced", [rebuild, replace]],
  ])("%s", (_, changes) => {
    const machine = machineWith(exitWith(1));
    for (const change of [(m: Machine) => void m.run(), ...changes]) {
      machine.updatePc(0x10000n);
      machine.commitPc();
      change(machine);
    }
    machine.updatePc(0x10000n);
    machine.commitPc();
    expect(machine.run()).toEqual({ kind: "exit", code: 2 });
  });
});

describe("what was executed last and what is next", () => {
  const yields: SystemCallModule = {
    ecall: () => {
      throw new FaultError({ name: "Yield" });
    },
  };
  const places = ({ lastOperation, nextOperation }: Machine) => [lastOperation?.pc, nextOperation?.pc];

  test("behind a whole block", () => {
    const code = [op("addi"), op("addi"), op("addi"), op("jal", { imm: 8 }), op("addi"), ...EXIT];
    const machine = machineWith(code, { cost: () => 1, maxCycles: 4n });
    expect(places(machine)).toEqual([undefined, 0x10000]);
    machine.run();
    expect(places(machine)).toEqual([0x1000c, 0x10014]);
  });

  test("behind a call that failed: the instruction before it, also if the next run fails at once", () => {
    const code = [op("addi"), op("addi"), op("ecall"), op("ecall"), 0xffffffff];
    const machine = machineWith(code, { systemCalls: [yields] });
    machine.run();
    expect(places(machine)).toEqual([0x10004, 0x1000c]);
    machine.run();
    expect(places(machine)).toEqual([0x10004, undefined]);
  });
});
