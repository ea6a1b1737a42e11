import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { CORPUS, readCases } from "../../src/cli/corpus.ts";
import { finishOf, TimeLine } from "../../src/debug/index.ts";
import { goToCycles, seek, stepBack, stepForward, toNextLeg } from "../../src/debug/travel.ts";
import { generateCase } from "../../src/generate/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { runRelay, runSolo } from "../../src/laws/relay.ts";
import { digestOf } from "./digest.ts";
import { END, LAST, LOOP, PLACE, STORES, timeLineOf } from "./programs.ts";

const STEPS = 120;
const folders = ["conformance", "museum", "regressions"].map((folder) => join(CORPUS, folder));
const sample = readCases(folders).filter((_, k) => k % 16 === 0);
const cases: [string, Case][] = [
  ...sample.map(({ name, checked }): [string, Case] => [name, checked]),
  ...Array.from({ length: 24 }, (_, k): [string, Case] => [`random case ${k}`, generateCase(2026, k)]),
];

describe.each([
  ["solo", false],
  ["relay", true],
])("%s", (_, relay) => {
  test("n steps forwards and n back give every state again, and seeking gives it from anywhere", async () => {
    let stepped = 0;
    for (const [name, checked] of cases) {
      const line = new TimeLine(checked, relay);
      const digests = [digestOf(line)];
      const moments = [line.moment];
      while (digests.length <= STEPS && stepForward(line) !== "none") {
        digests.push(digestOf(line));
        moments.push(line.moment);
      }
      stepped += moments.length - 1;
      for (let k = moments.length - 2; k >= 0; k--) {
        expect([name, k, await stepBack(line)]).toEqual([name, k, true]);
        expect([name, k, digestOf(line)]).toEqual([name, k, digests[k]]);
      }
      expect([name, await stepBack(line)]).toEqual([name, false]);
      for (const k of [moments.length - 1, moments.length >> 1, 0]) {
        await seek(line, moments[k]);
        expect([name, k, digestOf(line)]).toEqual([name, k, digests[k]]);
      }
    }
    expect(stepped).toBeGreaterThan(cases.length * 10);
  });

  test("a run that is put down and taken up again behind every step is the same run", () => {
    for (const [name, checked] of cases) {
      const line = new TimeLine(checked, relay);
      const other = new TimeLine(checked, relay);
      for (let k = 0; k < STEPS && !line.stop; k++) {
        other.restore(other.checkpoint(), k % 2 === 0);
        stepForward(line);
        stepForward(other);
        expect([name, k, digestOf(other)]).toEqual([name, k, digestOf(line)]);
      }
    }
  });

  test("the end is where the reference itself ends, also after going back", async () => {
    const target = new ReferenceTarget();
    for (const [name, checked] of cases) {
      const line = new TimeLine(checked, relay);
      const { finish } = await (relay ? runRelay(checked, [target]) : runSolo(checked, target));
      await line.advance("end");
      expect([name, compareFinishes(finish, finishOf(line))]).toEqual([name, []]);
      const ended = digestOf(line);
      await goToCycles(line, line.moment.cycles / 2n);
      await line.advance("end");
      expect([name, digestOf(line)]).toEqual([name, ended]);
    }
  });
});

test("each step of a loop is where the cost table puts it", () => {
  const line = timeLineOf(LOOP);
  const cycles: bigint[] = [];
  while (stepForward(line) !== "none") cycles.push(line.moment.cycles);
  const oneTurn = [1n, 3n, 4n, 7n];
  expect(cycles).toEqual([
    1n,
    2n,
    3n,
    4n,
    ...[4n, 11n, 18n].flatMap((at) => oneTurn.map((more) => at + more)),
    27n,
    LAST,
    END,
  ]);
  expect(line.stop).toEqual({ kind: "exit", code: 6 });
});

test("a step over a cut is a step of its own, in both directions", async () => {
  const line = timeLineOf(LOOP, true);
  await goToCycles(line, 12n);
  expect(line.moment).toEqual({ leg: 0, cycles: STORES[1], ended: false });
  expect(stepForward(line)).toBe("cut");
  expect(line.moment).toEqual({ leg: 1, cycles: STORES[1], ended: false });
  expect(line.rig.machine.pc).toBe(PLACE.store);
  expect(await stepBack(line)).toBe(true);
  expect(line.moment).toEqual({ leg: 0, cycles: STORES[1], ended: false });
  await toNextLeg(line);
  expect(line.moment.leg).toBe(1);
  await toNextLeg(line);
  expect(line.moment).toEqual({ leg: 1, cycles: END, ended: true });
});

test("cycles between two instructions lead to the one before them, cycles behind the end to the stop", async () => {
  const line = timeLineOf(LOOP);
  await goToCycles(line, 6n); // inside the store, which takes two
  expect(line.moment).toEqual({ leg: 0, cycles: 5n, ended: false });
  await goToCycles(line, 2n ** 64n - 1n);
  expect(line.moment).toEqual({ leg: 0, cycles: END, ended: true });
  await goToCycles(line, 0n);
  expect(line.moment).toEqual(line.begin);
});

test("a program that cannot be loaded has one moment", async () => {
  const line = timeLineOf("/* rvrelay case 1\n * elf: AAAA\n */\n");
  expect(line.stop?.kind).toBe("fault");
  expect(stepForward(line)).toBe("none");
  expect(await stepBack(line)).toBe(false);
  await goToCycles(line, 5n);
  await seek(line, line.begin);
  expect(line.moment).toEqual({ leg: 0, cycles: 0n, ended: true });
});

test("a system call that charges much is one step, also backwards", async () => {
  // Call 2042 gives the cycles and charges no more than its 500; 9008 of the host calls charges a0.
  const line = timeLineOf(`/* rvrelay case 1
 * budget: 1000000
 * system-calls: 9008
 */
_start: li a0, 100000
        lui a7, 2
        addi a7, a7, 816
        ecall
        li a7, 93
        ecall
`);
  for (let k = 0; k < 4; k++) stepForward(line); // li takes two instructions here
  const before = line.moment.cycles;
  stepForward(line);
  expect(line.moment.cycles).toBe(before + 500n + 100_000n);
  await stepBack(line);
  expect(line.moment.cycles).toBe(before);
});

test("a pause that was asked for comes after going back, too", async () => {
  const line = timeLineOf(`/* rvrelay case 1
 * system-calls: 9001
 */
_start: lui a7, 2
        addi a7, a7, 809
        ecall
        nop
`);
  await line.advance("end");
  expect(line.stop).toEqual({ kind: "pause" });
  await stepBack(line);
  expect(line.moment).toEqual({ leg: 0, cycles: 502n, ended: false });
  await stepBack(line);
  expect(line.moment.cycles).toBe(2n);
  expect(stepForward(line)).toBe("instruction");
  expect(stepForward(line)).toBe("stop");
  expect(line.stop).toEqual({ kind: "pause" });
  await stepBack(line);
  line.restore(line.checkpoint());
  expect(stepForward(line)).toBe("stop");
  expect(line.stop).toEqual({ kind: "pause" });
});
