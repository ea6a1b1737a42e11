import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CycleCounter } from "../../src/machine/cycle-counter.ts";
import { faultOf, machineWith, op } from "./program.ts";

// reference/ckb-vm/cycles.md 2 and 3.

const LAST = 2n ** 64n - 1n;
const EXCEEDED = { name: "CyclesExceeded" };
const OVERFLOW = { name: "CyclesOverflow" };

test.each([
  { before: LAST, limit: LAST, fault: OVERFLOW, after: LAST },
  { before: LAST - 1n, limit: 10n, fault: EXCEEDED, after: LAST - 1n },
  { before: LAST, limit: 10n, fault: OVERFLOW, after: LAST },
  { before: 5n, limit: 5n, fault: EXCEEDED, after: 5n },
  { before: 4n, limit: 5n, fault: undefined, after: 5n },
  { before: LAST - 1n, limit: LAST, fault: undefined, after: LAST },
])("$before of $limit spent, then one instruction of 1 cycle", ({ before, limit, fault, after }) => {
  for (const call of ["step", "run", "addCycles"] as const) {
    const machine = machineWith([op("addi", { rd: 5, imm: 1 }), 0xffffffff], { maxCycles: limit });
    machine.cycles = before;
    if (call === "run") machine.run();
    else expect(faultOf(() => (call === "step" ? machine.step() : machine.addCycles(1n)))).toEqual(fault);
    expect([machine.cycles, machine.maxCycles]).toEqual([after, limit]);
    if (call !== "addCycles") {
      expect([machine.pc, machine.registers[5]]).toEqual(fault ? [0x10000n, 0n] : [0x10004n, 1n]);
    }
  }
});

test("counts on beyond what a Number holds, up to the limit and no further", () => {
  const far = 2n ** 52n;
  for (const [limit, cost, fault] of [
    [LAST, 1, undefined],
    [far + 5n, 5, undefined],
    [far + 5n, 6, EXCEEDED],
  ] as const) {
    const counter = new CycleCounter(limit);
    counter.left -= counter.left; // all that one piece holds
    expect(counter.spent).toBe(far);
    expect(faultOf(() => counter.refill(cost))).toEqual(fault);
    expect([counter.spent, counter.left >= cost]).toEqual([far, fault === undefined]);
  }
});

test("above the limit even an instruction that costs nothing fails; at the limit it does not", () => {
  const machine = machineWith([op("addi", { rd: 5, imm: 1 })], { cost: () => 0, maxCycles: 5n });
  machine.cycles = 6n;
  expect(faultOf(() => machine.step())).toEqual(EXCEEDED);
  expect(machine.run()).toEqual({ kind: "fault", fault: EXCEEDED });
  machine.cycles = 5n;
  machine.step();
  expect(machine.registers[5]).toBe(1n);
});

describe("hosts", () => {
  test("addCyclesNoChecking goes beyond the limit but not beyond 2^64 - 1", () => {
    const counter = new CycleCounter(10n);
    counter.addNoChecking(100n);
    expect(counter.spent).toBe(100n);
    expect(faultOf(() => counter.addNoChecking(LAST - 99n))).toEqual(OVERFLOW);
    expect(counter.spent).toBe(100n);
    counter.addNoChecking(LAST - 100n);
    expect(counter.spent).toBe(LAST);
  });

  test("add refuses what refill refuses, and adds nothing then", () => {
    const counter = new CycleCounter(10n);
    expect(faultOf(() => counter.add(11n))).toEqual(EXCEEDED);
    counter.add(10n);
    expect(faultOf(() => counter.add(LAST))).toEqual(OVERFLOW);
    expect(faultOf(() => counter.add(1n))).toEqual(EXCEEDED);
    counter.add(0n);
    expect([counter.spent, counter.left]).toEqual([10n, 0]);
  });

  test("spent and limit are set as they are, whatever they are", () => {
    const counter = new CycleCounter(10n);
    counter.spent = LAST;
    expect([counter.spent, counter.limit]).toEqual([LAST, 10n]);
    counter.limit = LAST;
    expect([counter.spent, counter.limit, counter.left]).toEqual([LAST, LAST, 0]);
    counter.limit = 0n;
    expect([counter.spent, counter.limit]).toEqual([LAST, 0n]);
  });
});

test("costs spent in pieces add up to what 64-bit arithmetic gives", () => {
  const edge = fc.oneof(
    fc.bigInt({ min: 0n, max: 100n }),
    fc.constantFrom(2n ** 52n, 2n ** 52n - 1n, 2n ** 52n + 1n, 2n ** 53n, LAST, LAST - 1n, 2n ** 63n),
    fc.bigInt({ min: 0n, max: LAST }),
  );
  const costs = fc.array(fc.oneof(fc.nat(600), fc.constantFrom(0, 2 ** 32 - 1)), { maxLength: 20 });
  fc.assert(
    fc.property(edge, edge, costs, (limit, start, list) => {
      const counter = new CycleCounter(limit);
      counter.spent = start;
      let expected = start;
      return list.every((cost) => {
        // As the run loop spends.
        const fault = faultOf(() => {
          if (cost > counter.left) counter.refill(cost);
          counter.left -= cost;
        });
        const sum = expected + BigInt(cost);
        const wanted = sum > LAST ? "CyclesOverflow" : sum > limit ? "CyclesExceeded" : undefined;
        if (wanted === undefined) expected = sum;
        return fault?.name === wanted && counter.spent === expected && counter.limit === limit;
      });
    }),
    { numRuns: 1000, seed: 1 },
  );
});
