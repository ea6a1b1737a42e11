import { describe, expect, test } from "vitest";
import { firstDifference } from "../../../src/laws/index.ts";
import { CkbDebuggerTarget, referenceSteps, type Step } from "../../../src/targets/index.ts";
import { readStepLog } from "../../../src/targets/ckb-debugger/step-log.ts";
import { EXIT, missing, worldOf } from "./programs.ts";

const BUDGET = 10_000n;
const STEPS_MAX = 1000;

/** One step as the debugger prints it, all registers but x1 and x2 being 0. */
function printed(pc: string, ra = "0", sp = "3FFFF0"): string {
  const register = (name: string, value: string): string => `${name.padEnd(4)}: 0x${value.padStart(16)}`;
  const names = ["zero", "ra", "sp", ...Array.from({ length: 29 }, (_, k) => `r${k}`)];
  const values = names.map((name) => register(name, name === "ra" ? ra : name === "sp" ? sp : "0"));
  const lines = Array.from({ length: 8 }, (_, k) => values.slice(4 * k, 4 * k + 4).join(" "));
  return `${register("pc", pc)}\n${lines.join("\n")}\n\n`;
}

describe("a step log", () => {
  test("pcs, registers of all widths, and what was printed in between", () => {
    const steps = readStepLog(
      `${printed("10000")}Script log: hi\n${printed("FFFFFFFFFFFFFFFE", "FEDCBA9876543210")}rest`,
    );
    expect(steps.map(({ pc, after }) => [pc, after])).toEqual([
      [0x10000n, "Script log: hi\n"],
      [0xffff_ffff_ffff_fffen, "rest"],
    ]);
    expect(Array.from(steps[1].registers.subarray(0, 4))).toEqual([0n, 0xfedc_ba98_7654_3210n, 0x3ffff0n, 0n]);
  });

  test.each([
    ["nothing", "", 0],
    ["no steps", "Run result: 0\n", 0],
    ["a step that is cut off", `${printed("10000")}${printed("10004").slice(0, 300)}`, 1],
    ["a beginning of a step within a line", `Script log: ${printed("10000")}`, 0],
    ["digits that are none", "pc  : 0x           XYZ\nzero: 0x  1\n\n", 0],
  ])("%s", (_, text, count) => {
    expect(readStepLog(text)).toHaveLength(count);
  });
});

describe("the first difference", () => {
  const step = (pc: bigint, a0 = 0n): Step => ({
    pc,
    registers: BigUint64Array.from({ length: 32 }, (_, r) => (r === 10 ? a0 : 0n)),
  });

  test("none", () => {
    expect(firstDifference([step(0n), step(4n)], [step(0n), step(4n)])).toBeUndefined();
    expect(firstDifference([], [])).toBeUndefined();
  });

  test("a register: the instruction before the first step that differs", () => {
    expect(firstDifference([step(0n), step(4n), step(8n, 1n)], [step(0n), step(4n), step(8n, 2n)])).toEqual({
      step: 1,
      pc: 4n,
      differences: [{ what: "a0", expected: 1n, actual: 2n }],
    });
  });

  test("the start, and an end that only one has", () => {
    expect(firstDifference([step(0n)], [step(4n)])).toMatchObject({ step: -1, pc: undefined });
    expect(firstDifference([step(0n), step(4n)], [step(0n)])).toEqual({
      step: 0,
      pc: 0n,
      differences: [{ what: "pc", expected: 4n, actual: undefined }],
    });
  });
});

describe("reference and debugger", () => {
  const loop = (step: number): string => `li a0, 0; li t0, 20; 1: addi a0, a0, ${step}; addi t0, t0, -1; bnez t0, 1b`;

  test("execute the same steps in every version", async ({ skip }) => {
    skip(missing !== undefined, missing);
    for (const version of [0, 1, 2] as const) {
      const world = worldOf(`${loop(3)}; mulh a1, a0, a0; mul a2, a0, a0; ${EXIT}`, version, {
        args: [Buffer.from("a")],
      });
      const steps = await new CkbDebuggerTarget().steps(world, BUDGET);
      // 2 before the loop, 20 times 3, two multiplications that are one step from version 1 on, 2 behind.
      expect(steps).toHaveLength(2 + 60 + (version === 0 ? 2 : 1) + 2);
      expect(firstDifference(referenceSteps(world, BUDGET, STEPS_MAX), steps)).toBeUndefined();
    }
  });

  test("end at the same step where the budget ends, and where a fault does", async ({ skip }) => {
    skip(missing !== undefined, missing);
    for (const [body, budget, count] of [
      [`${loop(3)}; ${EXIT}`, 12n, 8],
      [`li a0, 1; ld a1, -1(x0); ${EXIT}`, BUDGET, 2],
      ["li a0, 1; .2byte 0", BUDGET, 1],
    ] as const) {
      const steps = await new CkbDebuggerTarget().steps(worldOf(body, 1), budget);
      expect(steps).toHaveLength(count);
      expect(firstDifference(referenceSteps(worldOf(body, 1), budget, STEPS_MAX), steps)).toBeUndefined();
    }
  });

  test("a seeded difference is found at its instruction", async ({ skip }) => {
    skip(missing !== undefined, missing);
    const steps = await new CkbDebuggerTarget().steps(worldOf(`.option norvc; ${loop(4)}; ${EXIT}`), BUDGET);
    const expected = referenceSteps(worldOf(`.option norvc; ${loop(3)}; ${EXIT}`), BUDGET, STEPS_MAX);
    expect(firstDifference(expected, steps)).toEqual({
      step: 2,
      pc: 0x10008n,
      differences: [{ what: "a0", expected: 3n, actual: 4n }],
    });
  });

  test("other fusion shows in the pcs", async ({ skip }) => {
    skip(missing !== undefined, missing);
    const world = worldOf(`.option norvc; nop; mulh a1, a0, a0; mul a2, a0, a0; ${EXIT}`, 1);
    const steps = await new CkbDebuggerTarget().steps(world, BUDGET);
    expect(firstDifference(referenceSteps({ ...world, isa: 0 }, BUDGET, STEPS_MAX), steps)).toEqual({
      step: 1,
      pc: 0x10004n,
      differences: [{ what: "pc", expected: 0x10008n, actual: 0x1000cn }],
    });
  });
});
