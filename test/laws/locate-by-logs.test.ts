import { expect, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { locate, locationText } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Step, type Target } from "../../src/targets/index.ts";

// 0x10000, 0x10004, …: one instruction each, so that step k stands at 0x10000 + 4k.
const { checked } = readCase("log.S", "_start: li a0, 1\n li a1, 2\n mul a2, a0, a1\n li a7, 93\n ecall\n");
const reference = new ReferenceTarget();

/** Shows nothing but its stop and a log, in which a2 is wrong behind the multiplication. */
const logging: Target = {
  name: "logging",
  capabilities: { ...reference.capabilities, observes: [], snapshots: false },
  run(world: World, leg: Leg): Finish {
    const { stop, started } = reference.run(world, leg);
    return { stop: stop.kind === "exit" ? { kind: "exit", code: 9 } : stop, started, state: {} };
  },
  steps(world: World, budgetCycles: bigint): Step[] {
    return reference.steps(world, budgetCycles).map(({ pc, registers }, k) => {
      const values = registers.slice();
      if (k > 2) values[12] += 1n;
      return { pc, registers: values };
    });
  },
};

test("where a target shows no memory and logs its steps, the logs name the instruction", async () => {
  const location = await locate(checked, [reference, logging], "differential", "logging");
  expect(location).toMatchObject({ pc: 0x10008n, step: 2 });
  expect(locationText(location!)).toBe("0x10008: mul a2, a0, a1 (step 2)");
});

test("where the logs are equal, the budget is bisected", async () => {
  const steps = (world: World, budgetCycles: bigint) => reference.steps(world, budgetCycles);
  const location = await locate(checked, [reference, { ...logging, steps }], "differential", "logging");
  // li, li, mul (5), li and the ecall (500) end with the run's first difference, its exit code.
  expect(location).toMatchObject({ cycles: 508n, pc: 0x10010n });
});
