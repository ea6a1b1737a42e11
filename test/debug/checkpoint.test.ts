import { expect, test } from "vitest";
import { takeCheckpoint } from "../../src/debug/checkpoint.ts";
import { searchForwards } from "../../src/debug/search.ts";
import { goToCycles, seek, stepBack, stepForward } from "../../src/debug/travel.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { digestOf } from "./digest.ts";
import { caseOf, timeLineOf } from "./programs.ts";

/**
 * The stack is laid out over a page that comes whole from the program file, and that page is tracked all the same: its
 * snapshot refers to the file, and argc is lost with it (reference/ckb-vm/snapshot.md: marking looks at no memory). A run
 * that does not resume still has it.
 */
const OVER_STACK = `/* rvrelay case 1
 * memory: 1048576
 * arg: "one"
 * arg: "two"
 * section: .filled 0xff000
 * cuts: 2
 */
_start: nop
        nop
        ld a0, 0(sp)
        li a7, 93
        ecall
        .section .filled, "aw"
        .fill 1024, 4, 0x55555555
`;

test("what a snapshot loses is kept beside it: solo, going back changes nothing", async () => {
  const checked = caseOf(OVER_STACK);
  const solo = new ReferenceTarget().run(checked.world, { start: "boot", maxCycles: 1000n, snapshot: true });
  expect(solo.stop).toEqual({ kind: "exit", code: 2 }); // argc, by the calling convention of programs
  const line = timeLineOf(OVER_STACK);
  await line.advance("end");
  for (let k = 0; k < 4; k++) await stepBack(line);
  expect(line.moment.cycles).toBe(1n);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 2 });
  expect(line.checkpoints.all[0].lost.length).toBeGreaterThan(0);
});

test("and a relay loses it, as relays do", async () => {
  const line = timeLineOf(OVER_STACK, true);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 0x55 });
  while (line.moment.leg === 1) await stepBack(line);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 0x55 });
});

/**
 * A world without W^X: `twice` is executed, overwritten and executed again. CKB-VM goes on executing what it decoded first
 * (reference/ckb-vm/decode.md 8), a fresh machine what stands there now.
 */
const STALE = (cuts: string): string => `/* rvrelay case 1
 * write-xor-execute: no
 * ${cuts}
 */
        .option norvc
_start: la s0, twice
        la s1, other
        li s2, 2
again:  .balign 4
twice:  addi a0, a0, 1
        lw t0, 0(s1)
        sw t0, 0(s0)
        addi s2, s2, -1
        bnez s2, again
        li a7, 93
        ecall
other:  addi a0, a0, 16
`;

test("what was decoded before code changed is executed after going back, too", async () => {
  const line = timeLineOf(STALE("cuts: "));
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 2 });
  while (line.moment.cycles > 20n) expect(await stepBack(line)).toBe(true);
  for (let k = 0; k < 4; k++) await stepBack(line);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 2 });
  expect(await searchForwards(line, { breakpoints: new Set(), watches: [] })).toEqual({ kind: "stop" });
  await seek(line, line.begin);
  while (!line.stop) {
    line.restore(line.checkpoint());
    stepForward(line);
  }
  expect(line.stop).toEqual({ kind: "exit", code: 2 });
});

test("a breakpoint in code that changed is met where the decoder cache holds it", async () => {
  const line = timeLineOf(STALE("cuts: "));
  const { registers } = line.rig.machine;
  while (registers[18] === 0n) stepForward(line); // li s2
  const twice = line.rig.machine.pc;
  for (const code of [1n, 2n]) {
    stepForward(line);
    expect(line.rig.machine.registers[10]).toBe(code);
    await searchForwards(line, { breakpoints: new Set([twice]), watches: [] });
  }
  expect(line.stop).toEqual({ kind: "exit", code: 2 });
});

test("a relay has forgotten it", async () => {
  const line = timeLineOf(STALE("cuts: 14"), true);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "exit", code: 17 });
});

test("output is what was printed up to there, however one came there", async () => {
  const line = timeLineOf(`/* rvrelay case 1
 */
_start: la a0, hello
        li a7, 2177
        ecall
        ecall
        li a7, 93
        ecall
        .data
hello:  .string "hi "
`);
  const text = (): string => Buffer.from(line.output).toString();
  await line.advance("end");
  expect(text()).toBe("hi hi ");
  for (const printed of ["hi hi ", "hi hi ", "hi hi ", "hi ", ""]) {
    expect(text()).toBe(printed);
    await stepBack(line);
  }
  await goToCycles(line, 600n);
  expect(text()).toBe("hi ");
});

test("taking a checkpoint changes nothing, and shares the pages that have not changed", async () => {
  const line = timeLineOf(OVER_STACK);
  stepForward(line);
  const before = digestOf(line);
  const first = line.checkpoint();
  expect(digestOf(line)).toBe(before);
  const { begin } = line;
  await seek(line, begin);
  line.restore(first);
  expect(digestOf(line)).toBe(before);
  const live = { rig: line.rig, leg: 0, legStart: 0n, printed: new Uint8Array(0), armedFor: 0 };
  const second = takeCheckpoint(line.checked.world, line.pilot, live, first);
  for (const [page, bytes] of second.pages) expect(bytes).toBe(first.pages.get(page));
});
