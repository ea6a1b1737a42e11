import { expect, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { compareFinishes } from "../../src/laws/index.ts";
import { ReferenceTarget, type WorldSnapshot } from "../../src/targets/index.ts";

const [EXECUTABLE, DIRTY] = [2, 4];
const PAGE = 0x10000n;

/** What was executed in the first leg is executed again in the second, unless a snapshot says otherwise. */
const { checked } = readCase(
  "x.S",
  "/* rvrelay case 1\n * cost: constant\n */\n_start: li a0, 1\n j 1f\n1: li a0, 5\n li a7, 93\n ecall\n",
);
const { world } = checked;

/** The page of code with one byte changed, as a snapshot that nothing was executed before has it. */
function withCode(change: (bytes: Uint8Array) => void, flag = EXECUTABLE | DIRTY): WorldSnapshot {
  const booted = new ReferenceTarget().run(world, { start: "boot", maxCycles: 0n, snapshot: true });
  const content = booted.state.memory!.pageView(Number(PAGE) / 4096).slice();
  change(content);
  const snapshot = booted.snapshot!;
  return {
    ...snapshot,
    dirtyPages: [{ address: PAGE, flag, content }, ...snapshot.dirtyPages.filter(({ address }) => address !== PAGE)],
    pagesFromSource: [],
  };
}

/** How a leg from a snapshot stops on a target that has run the whole program of the same world before. */
function stopBehindWholeRun(start: WorldSnapshot) {
  const target = new ReferenceTarget();
  expect(target.run(world, { start: "boot", maxCycles: 100n, snapshot: false }).stop).toEqual({
    kind: "exit",
    code: 5,
  });
  return target.run(world, { start, maxCycles: 100n, snapshot: false }).stop;
}

test("what was decoded of a page is not executed where a snapshot has other code", () => {
  expect(stopBehindWholeRun(withCode(() => {}))).toEqual({ kind: "exit", code: 5 });
  // `addi a0, zero, 5` is 0x00500513 (unprivileged manual: the immediate stands in the upper 12 bits).
  const changed = withCode((bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const at = Array.from({ length: 16 }, (_, k) => 2 * k).find((k) => view.getUint32(k, true) === 0x0050_0513)!;
    view.setUint32(at, 0x0060_0513, true);
  });
  expect(stopBehindWholeRun(changed)).toEqual({ kind: "exit", code: 6 });
});

test("nor where the page is not executable any more", () => {
  const stop = { kind: "fault", fault: { name: "MemWriteOnExecutablePage", page: PAGE / 4096n } };
  expect(stopBehindWholeRun(withCode(() => {}, DIRTY))).toEqual(stop);
});

test("nor in another world with the same program", () => {
  const target = new ReferenceTarget();
  const leg = { start: "boot", maxCycles: 100n, snapshot: false } as const;
  const real: World = { ...world, cost: "real" };
  const alone = new ReferenceTarget().run(real, leg);
  target.run(world, leg);
  expect(target.run(real, leg).state.cycles).toBe(alone.state.cycles);
  expect(target.run(world, leg).state.cycles).not.toBe(alone.state.cycles);
});

test("legs on a target that has run the same world before end as on one that has not", () => {
  for (let k = 0; k < 150; k++) {
    const { world: each, cuts, budget } = generateCase(9, k, { size: 200 });
    const used = new ReferenceTarget();
    const first = used.run(each, { start: "boot", maxCycles: cuts[0] ?? budget, snapshot: true });
    const leg = { start: first.snapshot ?? ("boot" as const), maxCycles: budget, snapshot: false };
    const [again, fresh] = [used.run(each, leg), new ReferenceTarget().run(each, leg)];
    expect([k, compareFinishes(fresh, again)]).toEqual([k, []]);
    expect([...again.retired!]).toEqual([...fresh.retired!]);
  }
});
