import { describe, expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { CanaryTarget, OBSERVABLES, ReferenceTarget, unsupportedReason, type Target } from "../../src/targets/index.ts";

const PROGRAM = `
_start: li a7, 2177
        la a0, text
        ecall
        li a0, 300
        li a7, 93
        ecall
        .data
text:   .asciz "hello"
`;

const targets: Target[] = [new ReferenceTarget(), new CanaryTarget()];

describe.each(targets.map((target) => [target.name, target] as const))("target %s", (_, target) => {
  const { world } = readCase("hello.S", PROGRAM).checked;
  const boot = { start: "boot", maxCycles: 100_000n, snapshot: false } as const;

  test("shows exactly what it says it observes", async () => {
    const { state } = await target.run(world, boot);
    expect(Object.keys(state).sort()).toEqual([...target.capabilities.observes].sort());
    expect(OBSERVABLES).toEqual(expect.arrayContaining(Object.keys(state)));
  });

  test("gives the same finish when asked twice", async () => {
    expect(compareFinishes(await target.run(world, boot), await target.run(world, boot))).toEqual([]);
  });

  test("runs the program: output, and an exit code cut to a signed byte", async () => {
    const { stop, state, started } = await target.run(world, boot);
    expect(started).toBe(true);
    expect(stop).toEqual({ kind: "exit", code: 44 });
    expect(new TextDecoder().decode(state.output)).toBe("hello");
  });

  test("gives a snapshot if and only if asked", async () => {
    expect((await target.run(world, boot)).snapshot).toBeUndefined();
    const { snapshot } = await target.run(world, { ...boot, snapshot: true });
    expect(snapshot?.registers).toHaveLength(32);
  });

  test("a program that cannot be loaded is a finish that never started", async () => {
    const finish = await target.run({ ...world, program: Uint8Array.of(1, 2, 3) }, boot);
    expect(finish).toMatchObject({ started: false, stop: { kind: "fault", fault: { name: "ElfParseError" } } });
  });

  test("says what it cannot run", () => {
    expect(unsupportedReason(target, world)).toBeUndefined();
    expect(unsupportedReason(target, { ...world, isa: 8 })).toContain(target.name);
    expect(unsupportedReason(target, { ...world, systemCalls: [4711] })).toContain("4711");
  });
});
