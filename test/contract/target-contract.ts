import { expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { encodeBincode, u64Id } from "../../src/snapshot/index.ts";
import { OBSERVABLES, unsupportedReason, type Target } from "../../src/targets/index.ts";

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

const { world } = readCase("hello.S", PROGRAM).checked;
const BOOT = { start: "boot", maxCycles: 100_000n, snapshot: false } as const;

/**
 * What every target must do, as tests of the file that calls it.
 * @param open gives the target, which is not closed here
 * @param whyNot the reason why it cannot be opened here, if there is one
 */
export function targetContract(open: () => Target | Promise<Target>, whyNot?: string): void {
  const promises = (what: string, check: (target: Target) => Promise<void>): void => {
    test(what, async ({ skip }) => {
      skip(whyNot !== undefined, whyNot);
      await check(await open());
    });
  };

  promises("shows exactly what it says it observes", async (target) => {
    const { state } = await target.run(world, BOOT);
    expect(Object.keys(state).sort()).toEqual([...target.capabilities.observes].sort());
    expect(OBSERVABLES).toEqual(expect.arrayContaining(Object.keys(state)));
  });

  promises("gives the same finish when asked twice", async (target) => {
    expect(compareFinishes(await target.run(world, BOOT), await target.run(world, BOOT))).toEqual([]);
  });

  promises("runs the program: output, and an exit code cut to a signed byte", async (target) => {
    const { stop, state, started } = await target.run(world, BOOT);
    expect(started).toBe(true);
    expect(stop).toEqual({ kind: "exit", code: 44 });
    if (target.capabilities.observes.includes("output")) expect(new TextDecoder().decode(state.output)).toBe("hello");
  });

  promises("gives a snapshot if and only if asked", async (target) => {
    expect((await target.run(world, BOOT)).snapshot).toBeUndefined();
    if (!target.capabilities.snapshots) return;
    const { snapshot } = await target.run(world, { ...BOOT, snapshot: true });
    expect(snapshot?.registers).toHaveLength(32);
  });

  promises("a program that cannot be loaded is a finish that never started", async (target) => {
    const finish = await target.run({ ...world, program: Uint8Array.of(1, 2, 3) }, BOOT);
    expect(finish).toMatchObject({ started: false, stop: { kind: "fault", fault: { name: "ElfParseError" } } });
  });

  promises("a budget that is spent ends the leg, with its limit in the state", async (target) => {
    const { stop, state } = await target.run(world, { ...BOOT, maxCycles: 1n });
    expect(stop).toEqual({ kind: "budget" });
    if (target.capabilities.observes.includes("maxCycles")) expect(state.maxCycles).toBe(1n);
  });

  promises("many legs in one call end as legs one by one", async (target) => {
    if (!target.relay) return;
    const limits = [0n, 3n, 600n, 100_000n];
    const finishes = await target.relay(world, { start: "boot", limits, snapshot: true });
    expect(finishes.slice(0, -1).map(({ stop }) => stop.kind)).toEqual(["budget", "budget", "budget"]);
    let start: Parameters<Target["run"]>[1]["start"] = "boot";
    for (const [k, maxCycles] of limits.entries()) {
      const one = await target.run(world, { start, maxCycles, snapshot: true });
      const differences = compareFinishes(one, finishes[k]);
      expect(differences).toEqual([]);
      start = one.snapshot ?? "boot";
      if (k < limits.length - 1) continue;
      const [a, b] = [one, finishes[k]].map(({ snapshot }) => snapshot && encodeBincode(snapshot, u64Id));
      expect(a).toEqual(b);
    }
  });

  promises("says what it cannot run", async (target) => {
    expect(unsupportedReason(target, world)).toBeUndefined();
    expect(unsupportedReason(target, { ...world, isa: 8 })).toContain(target.name);
    expect(unsupportedReason(target, { ...world, systemCalls: [4711] })).toContain("4711");
  });
}
