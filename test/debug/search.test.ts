import { describe, expect, test } from "vitest";
import { searchBackwards } from "../../src/debug/search-backwards.ts";
import { searchForwards, stepOnce, type Stops } from "../../src/debug/search.ts";
import { goToCycles } from "../../src/debug/travel.ts";
import type { AccessKind, Watch } from "../../src/debug/watch.ts";
import { END, LOOP, PLACE, STORES, timeLineOf } from "./programs.ts";

const breaks = (...addresses: bigint[]): Stops => ({ breakpoints: new Set(addresses), watches: [] });
const watchOf = (address: bigint, length: number, kind: AccessKind): Watch => ({ address, length, kind });
const watches = (...all: Watch[]): Stops => ({ breakpoints: new Set(), watches: all });

describe.each([
  ["solo", false],
  ["relay", true],
])("%s", (_, relay) => {
  test("breakpoints, forwards to the end and backwards to the beginning", async () => {
    const line = timeLineOf(LOOP, relay);
    for (const cycles of [4n, 11n, 18n]) {
      expect(await searchForwards(line, breaks(PLACE.loop))).toEqual({ kind: "break" });
      expect(line.moment.cycles).toBe(cycles);
      expect(line.rig.machine.pc).toBe(PLACE.loop);
    }
    expect(await searchForwards(line, breaks(PLACE.loop))).toEqual({ kind: "stop" });
    expect(line.moment).toMatchObject({ cycles: END, ended: true });
    for (const cycles of [18n, 11n, 4n]) {
      expect(await searchBackwards(line, breaks(PLACE.loop))).toEqual({ kind: "break" });
      expect(line.moment.cycles).toBe(cycles);
    }
    expect(await searchBackwards(line, breaks(PLACE.loop))).toEqual({ kind: "begin" });
    expect(line.moment).toEqual(line.begin);
  });

  test("watched writes: behind them forwards, before them backwards", async () => {
    const line = timeLineOf(LOOP, relay);
    const watch = watchOf(PLACE.buffer, 8, "write");
    for (const cycles of STORES) {
      expect(await searchForwards(line, watches(watch))).toEqual({ kind: "watch", watch });
      expect(line.moment.cycles).toBe(cycles + 2n);
    }
    expect(await searchForwards(line, watches(watch))).toEqual({ kind: "stop" });
    for (const cycles of STORES.toReversed()) {
      expect(await searchBackwards(line, watches(watch))).toEqual({ kind: "watch", watch });
      expect(line.moment.cycles).toBe(cycles);
    }
    expect(await searchBackwards(line, watches(watch))).toEqual({ kind: "begin" });
  });

  test("a read is no write, an access is either, and bytes beside are neither", async () => {
    const read = watchOf(PLACE.buffer + 7n, 1, "read");
    const line = timeLineOf(LOOP, relay);
    expect(await searchForwards(line, watches(read))).toEqual({ kind: "watch", watch: read });
    expect(line.rig.machine.pc).toBe(PLACE.load + 4n);
    const access = watchOf(PLACE.buffer, 1, "access");
    expect(await searchBackwards(line, watches(access))).toMatchObject({ kind: "watch" });
    expect(line.rig.machine.pc).toBe(PLACE.load);
    expect(await searchBackwards(line, watches(access))).toMatchObject({ kind: "watch" });
    expect(line.rig.machine.pc).toBe(PLACE.store);
    expect(await searchBackwards(line, watches(watchOf(PLACE.buffer + 8n, 8, "access")))).toEqual({ kind: "begin" });
  });

  test("what comes first stops a search with breakpoints and watches", async () => {
    const line = timeLineOf(LOOP, relay);
    const watch = watchOf(PLACE.buffer, 8, "write");
    const both: Stops = { breakpoints: new Set([PLACE.loop]), watches: [watch] };
    const cyclesOf = async (search: typeof searchForwards, count: number): Promise<bigint[]> => {
      const cycles: bigint[] = [];
      for (let k = 0; k < count; k++) {
        await search(line, both);
        cycles.push(line.moment.cycles);
      }
      return cycles;
    };
    expect(await cyclesOf(searchForwards, 6)).toEqual([4n, 7n, 11n, 14n, 18n, 21n]);
    expect(await cyclesOf(searchBackwards, 6)).toEqual([19n, 18n, 12n, 11n, 5n, 4n]);
  });
});

test("a single step tells of the watch that it touches", async () => {
  const line = timeLineOf(LOOP);
  await goToCycles(line, STORES[0]);
  const watch = watchOf(PLACE.buffer, 8, "write");
  expect(stepOnce(line, watches(watch))).toEqual({ kind: "watch", watch });
  expect(line.moment.cycles).toBe(STORES[0] + 2n);
  expect(stepOnce(line, watches(watch))).toBeUndefined();
});

/** A long loop, at cycles 1 + 4k for k from 0 on: addi 1, bnez 3. */
const TURNS = 20_000n;
const LONG = `/* rvrelay case 1
 * budget: 1000000
 */
_start: lui s1, 5               # 20480
loop:   addi s1, s1, -1
        bnez s1, loop
        sd zero, 0(sp)
        li a7, 93
        ecall
`;

test("a breakpoint that is met thousands of times is found from behind in its last place", async () => {
  const line = timeLineOf(LONG);
  await line.advance("end");
  const loop = 0x10004n;
  expect(await searchBackwards(line, breaks(loop))).toEqual({ kind: "break" });
  expect(line.moment.cycles).toBe(1n + 4n * 20_479n);
  await goToCycles(line, 4n * TURNS);
  expect(await searchBackwards(line, breaks(loop))).toEqual({ kind: "break" });
  expect(line.moment.cycles).toBe(4n * TURNS - 3n);
});

test("whoever interrupts is where the search has come to", async () => {
  const line = timeLineOf(LONG);
  expect(await searchForwards(line, breaks(0n), () => true)).toEqual({ kind: "interrupted" });
  expect(line.moment.cycles).toBeLessThan(82_000n);
  expect(line.stop).toBeUndefined();
  await line.advance("end");
  expect(await searchBackwards(line, breaks(0n), () => true)).toEqual({ kind: "interrupted" });
  expect(line.moment.cycles).toBeGreaterThan(0n);
});

const FUSED = `/* rvrelay case 1
 * isa: imc,a,b,mop
 */
        .option norvc
_start: li a1, 5
        lui a0, 0x12345
inner:  addiw a0, a0, 0x678
        li a7, 93
        ecall
`;

test("a fused sequence is one step: a breakpoint inside it is not met, and does not undo the fusion", async () => {
  const line = timeLineOf(FUSED);
  expect(await searchForwards(line, breaks(0x10008n))).toEqual({ kind: "stop" });
  const cycles = line.moment.cycles;
  expect(await searchBackwards(line, breaks(0x10008n, 0x10004n))).toEqual({ kind: "break" });
  expect(line.rig.machine.pc).toBe(0x10004n);
  stepOnce(line, { watches: [] });
  expect(line.rig.machine.pc).toBe(0x1000cn);
  expect(line.rig.machine.registers[10]).toBe(0x12345678n);
  await line.advance("end");
  expect(line.moment.cycles).toBe(cycles);
});

test("what a system call writes for the program is a write of its ECALL", async () => {
  const line = timeLineOf(`/* rvrelay case 1
 * source: 0x100000001 AQIDBA==
 */
_start: la s0, buffer
        li t0, 100
        sd t0, 64(s0)
        mv a0, s0
        addi a1, s0, 64
        li a2, 0
        li a3, 1
        li a4, 1
        li a7, 2092
call:   ecall
        li a7, 93
        ecall
        .bss
buffer: .zero 128
`);
  await line.advance("end");
  const { registers } = line.rig.machine;
  const buffer = registers[8];
  const watch = watchOf(buffer + 3n, 1, "write");
  expect(await searchBackwards(line, watches(watch))).toEqual({ kind: "watch", watch });
  expect(line.rig.machine.nextOperation?.instruction.name).toBe("ecall");
  expect(line.rig.machine.registers[17]).toBe(2092n);
  expect(line.rig.machine.memory.load8(buffer + 3n)).toBe(0);
  expect(await searchForwards(line, watches(watch))).toEqual({ kind: "watch", watch });
  expect(line.rig.machine.memory.load8(buffer + 3n)).toBe(4);
});
