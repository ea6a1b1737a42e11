import { describe, expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type Target } from "../../src/targets/index.ts";
import { caseOf, withState } from "./altered.ts";
import { changed, countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { CYCLES_FAULTS } from "./seeded/cycles.ts";
import { withFault } from "./seeded/faulty-target.ts";

const law = lawNamed(LAWS, "cycles");

test("holds on the reference, with calls that charge", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()], { intents: { exit: 1 } });
  expect(counts).toMatchObject({ held: 40, broken: 0, unsupported: 0 });
  expect(counts.exercised.get("instructions")).toBe(40);
  expect(counts.exercised.get("system call that charges")).toBeGreaterThan(10);
});

test.each(Object.entries(CYCLES_FAULTS))("is broken by a target that %s", async (_, fault) => {
  const { broken, divergences } = await countVerdicts(law, [withFault(fault)]);
  expect(broken).toBeGreaterThan(3);
  for (const { differences } of divergences) expect(differences[0].what).toMatch(/^cycles behind 0x/);
});

const DEBUG = `
_start: la a0, text; li a7, ${SYSTEM_CALLS.debug}; ecall
        addi a1, a1, 1
        la a0, text; li a7, ${SYSTEM_CALLS.debug}; ecall
        li a0, 0; li a7, 93; ecall
        .data
text:   .asciz "hello"
`;

describe("what calls charge", () => {
  /** The reference in which the leg of one call alone has other cycles. */
  const alone = (change: (finish: Finish) => bigint): Target =>
    changed((finish, _, { start }) => {
      const isAlone = start !== "boot" && finish.retired!.reduce((sum, count) => sum + count, 0) === 1;
      return isAlone ? withState(finish, { cycles: change(finish) }) : finish;
    });

  test("five bytes cost two cycles, rounded up", async () => {
    expect((await law.check(caseOf(DEBUG, 5000n), [new ReferenceTarget()])).kind).toBe("held");
    const verdict = await law.check(caseOf(DEBUG, 5000n), [alone(({ state }) => state.cycles! - 1n)]);
    const differences = [{ what: expect.stringMatching(/^cycles behind ecall at 0x/) }];
    expect(verdict).toMatchObject({ kind: "broken", divergence: { differences } });
  });

  test("a call that charges nothing is noticed, and a whole that is not the sum of its parts", async () => {
    expect((await law.check(caseOf(DEBUG, 5000n), [alone((f) => f.state.maxCycles!)])).kind).toBe("broken");
    const whole = changed((finish, _, { start, snapshot }) =>
      start === "boot" && !snapshot ? withState(finish, { cycles: finish.state.cycles! + 1n }) : finish,
    );
    const verdict = await law.check(caseOf(DEBUG, 5000n), [whole]);
    expect(verdict).toMatchObject({ divergence: { differences: [{ what: "cycles behind all parts together" }] } });
  });

  test.each([
    ["text without an end", "_start: li a0, 0x3fffff; li t0, 1; sb t0, 0(a0); li a7, 2177; ecall\n"],
    ["text that is not UTF-8", "_start: la a0, t; li a7, 2177; ecall\n.data\nt: .byte 0xff, 0xff, 0\n"],
    ["a piece that is not there", `${LOAD(9)}; li a7, 93; ecall\n.data\nsize: .dword 8\n`],
    ["the program file, all of it", `${LOAD(0)}; li a7, 93; ecall\n.data\nsize: .dword 100000\n`],
    ["no bytes", `${LOAD(0)}; li a7, 93; ecall\n.data\nsize: .dword 0\n`],
    ["a size that is out of memory", `${LOAD(0)}; ecall\n.data\n.dword 1\nsize = 0x400000\n`],
  ])("%s", async (_, text) => {
    expect((await law.check(caseOf(text, 90_000n), [new ReferenceTarget()])).kind).toBe("held");
  });

  test("cycles that the host adds", async () => {
    const text = `_start: li a0, 77; li a7, ${HOST_CALLS.addCycles}; ecall; li a7, 93; ecall\n`;
    const verdict = await law.check(caseOf(text, 5000n, [HOST_CALLS.addCycles]), [new ReferenceTarget()]);
    expect(verdict.kind).toBe("held");
    if (verdict.kind === "held") expect(verdict.evidence.exercised?.get("system call that charges")).toBe(1);
  });
});

function LOAD(index: number): string {
  return `_start: li a0, 0x100000; la a1, size; li a2, 0; li a3, ${index}; li a4, 0; li a7, 2092; ecall`;
}

test("says nothing of targets that do not count, or cannot be resumed where calls charge, or execute nothing", async () => {
  const { capabilities } = new ReferenceTarget();
  const silent = changed(({ stop, started, state }) => ({ stop, started, state }));
  expect(await law.check(caseOf(DEBUG), [silent])).toMatchObject({ reason: "wrong does not count what it executes" });
  const alone = { ...changed((finish) => finish), capabilities: { ...capabilities, snapshots: false } };
  expect(await law.check(caseOf(DEBUG, 5000n), [alone])).toMatchObject({ kind: "unsupported" });
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, unsupported: 40 });
});
