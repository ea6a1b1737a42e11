import { describe, expect, test } from "vitest";
import { HOST_CALLS } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";
import { caseOf, withState } from "./altered.ts";
import { changed, countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { FAULTS_FAULTS, onFault } from "./seeded/faults.ts";
import { withFault } from "./seeded/faulty-target.ts";

const law = lawNamed(LAWS, "faults");

test("holds on the reference, and faults are met and provoked", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()], { cases: 80, intents: { exit: 3, fault: 1 } });
  expect(counts.broken).toBe(0);
  // Now and then code can be written, or a program cannot be loaded.
  expect(counts.held).toBeGreaterThan(68);
  for (const what of [
    "a fetch beyond memory",
    "an instruction that costs too much",
    "an instruction whose cost exceeds 2^64 cycles",
  ]) {
    expect([what, counts.exercised.get(what)]).toEqual([what, counts.held]);
  }
  expect(counts.exercised.get("a system call that nobody offers")).toBeGreaterThan(20);
  for (const what of ["load beyond memory", "store beyond memory", "bytes that are no instruction"]) {
    expect(counts.exercised.get(what)).toBeGreaterThan(20);
  }
  for (const what of ["amo beyond memory", "lr beyond memory", "sc beyond memory", "amo to an executable page"]) {
    expect([what, counts.exercised.has(what)]).toEqual([what, true]);
  }
  expect(counts.exercised.get("fault of an instruction")).toBeGreaterThan(2);
  expect(counts.exercised.get("fault of a fetch")).toBeGreaterThan(2);
});

test.each(Object.entries(FAULTS_FAULTS))("is broken by a target that %s", async (_, fault) => {
  expect((await countVerdicts(law, [withFault(fault)])).broken).toBeGreaterThan(20);
});

describe("a fault that a run meets by itself", () => {
  const STORE = "_start: li a0, 0x400000; li a1, 7; sd a1, 0(a0)\n";
  const AMO = "_start: la a0, _start; li a1, 7; amoadd.d a2, a1, (a0)\n";
  const NO_SNAPSHOTS = { ...new ReferenceTarget().capabilities, snapshots: false };

  test.each([
    ["a store", STORE],
    ["an atomic instruction", AMO],
    ["bytes that are no instruction", "_start: addi a0, a0, 1; .word 0xffffffff\n"],
    ["a jump out of memory", "_start: li a0, 0x400000; jr a0\n"],
    ["a call", "_start: li a7, 94; ecall\n"],
  ])("%s: held, and also where nothing can be provoked", async (_, text) => {
    const target = { ...changed((finish) => finish), capabilities: NO_SNAPSHOTS };
    const verdict = await law.check(caseOf(text), [target]);
    expect(verdict).toMatchObject({ kind: "held", evidence: { comparisons: 1 } });
  });

  test.each([
    ["pc at the store", STORE, (f: Finish) => withState(f, { pc: f.state.pc! - 4n })],
    ["the store for nothing", STORE, (f: Finish) => withState(f, { cycles: f.state.cycles! - 2n })],
    [
      "an atomic instruction that does not show what it loaded",
      AMO,
      (f: Finish) => withState(f, { registers: f.state.registers!.map((v, r) => (r === 12 ? 0n : v)) }),
    ],
    [
      "a register that an atomic instruction did not write",
      AMO,
      (f: Finish) => withState(f, { registers: f.state.registers!.map((v, r) => (r === 5 ? 1n : v)) }),
    ],
  ])("is broken by %s", async (_, text, change) => {
    const target = { ...onFault(change), capabilities: NO_SNAPSHOTS };
    expect((await law.check(caseOf(text), [target])).kind).toBe("broken");
  });
});

test("does not pass where nothing is executed; says nothing where code can change", async () => {
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, broken: 40 });
  const checked = caseOf("_start: li a7, 93; ecall\n", 1000n, [HOST_CALLS.reset]);
  expect(await law.check(checked, [new ReferenceTarget()])).toMatchObject({ kind: "unsupported" });
});
