// The properties of reference/ckb-vm/snapshot.md 11 that concern contexts alone, by their numbers.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FLAG_DIRTY, type Machine } from "../../src/machine/index.ts";
import { compareSnapshots, type Snapshot2 } from "../../src/snapshot/index.ts";
import { address, coherent, length, PAGES, part, piece, type Pair } from "./actions.ts";
import { dirtyPages, faultOf, newContext, newMachine, PIECE, stateOf } from "./machines.ts";

const RUNS = { numRuns: 300 };
const PAGE = 4096n;

function fresh({ machine }: Pair): Machine {
  return newMachine(machine.memory.size, machine.version);
}

function expectSame(actual: Snapshot2<bigint>, expected: Snapshot2<bigint>): void {
  expect(compareSnapshots(expected, actual)).toBeUndefined();
}

test("1, 2, 14: a fresh machine gets the same state, and gives the same snapshot again", () => {
  fc.assert(
    fc.property(coherent, fc.boolean(), (pair, sameContext) => {
      const snapshot = pair.context.makeSnapshot(pair.machine);
      const before = stateOf(pair.machine);
      const context = sameContext ? pair.context : newContext();
      const resumed = fresh(pair);
      context.resume(resumed, snapshot);
      expect(stateOf(resumed)).toEqual(before);
      expectSame(context.makeSnapshot(resumed), snapshot);
    }),
    RUNS,
  );
});

test("3: making a snapshot changes nothing, and the order of tracking does not matter", () => {
  fc.assert(
    fc.property(coherent, fc.infiniteStream(fc.nat()), (pair, order) => {
      const before = [stateOf(pair.machine), [...pair.context.pages]];
      const snapshot = pair.context.makeSnapshot(pair.machine);
      expect([stateOf(pair.machine), [...pair.context.pages]]).toEqual(before);
      expectSame(pair.context.makeSnapshot(pair.machine), snapshot);

      const other = newContext();
      const resumed = fresh(pair);
      const keyed = snapshot.pagesFromSource.map((run) => ({ run, key: Number(order.next().value) }));
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ run }) => run);
      other.resume(resumed, { ...snapshot, pagesFromSource: shuffled });
      expectSame(other.makeSnapshot(resumed), snapshot);
    }),
    RUNS,
  );
});

test("4: a snapshot has one form: sorted, disjoint, whole pages, as few runs as can be", () => {
  fc.assert(
    fc.property(coherent, ({ machine, context }) => {
      const snapshot = context.makeSnapshot(machine);
      const runs = [
        ...snapshot.pagesFromSource.map((run) => ({ ...run, dirty: false })),
        ...snapshot.dirtyPages.map((run) => ({ ...run, length: BigInt(run.content.length), dirty: true })),
      ].toSorted((a, b) => (a.address < b.address ? -1 : 1));
      for (const run of runs) {
        expect([run.address % PAGE, run.length % PAGE, run.length > 0n]).toEqual([0n, 0n, true]);
        expect((run.flag & FLAG_DIRTY) !== 0).toBe(run.dirty);
      }
      runs.slice(1).forEach((run, k) => expect(runs[k].address + runs[k].length <= run.address).toBe(true));
      expect(snapshot.dirtyPages).toEqual(snapshot.dirtyPages.toSorted((a, b) => (a.address < b.address ? -1 : 1)));
      snapshot.dirtyPages.slice(1).forEach((run, k) => {
        const last = snapshot.dirtyPages[k];
        expect(last.address + BigInt(last.content.length) === run.address && last.flag === run.flag).toBe(false);
      });
      snapshot.pagesFromSource.slice(1).forEach((run, k) => {
        const last = snapshot.pagesFromSource[k];
        const goesOn = last.offset + last.length === run.offset && last.id === run.id && last.flag === run.flag;
        expect(goesOn && last.address + last.length === run.address).toBe(false);
      });
      const flags = machine.memory.flags();
      expect(dirtyPages(snapshot)).toEqual([...flags.keys()].filter((page) => flags[page] & FLAG_DIRTY));
    }),
    RUNS,
  );
});

test("9: another version is refused with nothing changed", () => {
  fc.assert(
    fc.property(coherent, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (pair, version) => {
      fc.pre(version !== pair.machine.version);
      const before = [stateOf(pair.machine), [...pair.context.pages]];
      const snapshot = { ...pair.context.makeSnapshot(pair.machine), version };
      expect(faultOf(() => pair.context.resume(pair.machine, snapshot))).toEqual({ name: "InvalidVersion" });
      expect([stateOf(pair.machine), [...pair.context.pages]]).toEqual(before);
    }),
    RUNS,
  );
});

test("10: what storeBytes leaves behind", () => {
  fc.assert(
    fc.property(coherent, address, part, address, ({ machine, context }, at, { id, offset, length: count }, sizeAt) => {
      const trackedBefore = [...context.pages.keys()];
      let result: { written: bigint; fullLength: bigint } | undefined;
      const fault = faultOf(() => {
        result = context.storeBytes(machine, at, id, offset, count, sizeAt);
      });
      fc.pre(fault === undefined);
      expect(result).toEqual({ written: count, fullLength: 0x10000n - offset });
      const { memory } = machine;
      expect(memory.loadBytes(at, Number(count))).toEqual(PIECE.slice(Number(offset), Number(offset + count)));
      const apart = sizeAt + 8n <= at || sizeAt >= at + count;
      if (apart) expect(memory.load64(sizeAt)).toBe(0x10000n - offset);

      const pages = Array.from({ length: PAGES }, (_, page) => page);
      const start = (page: number): bigint => BigInt(page) * PAGE;
      const touched = pages.filter((page) => start(page) + PAGE > at && start(page) < at + count);
      const covered = touched.filter((page) => start(page) >= at && start(page) + PAGE <= at + count);
      const kept = trackedBefore.filter((page) => !touched.includes(page));
      expect(new Set(context.pages.keys())).toEqual(new Set([...kept, ...covered]));
      for (const page of touched) {
        const bySize = start(page) + PAGE > sizeAt && start(page) < sizeAt + 8n;
        const clean = covered.includes(page);
        if (clean || !bySize) expect((memory.fetchFlag(page) & FLAG_DIRTY) === 0).toBe(clean);
      }
      expect(memory.fetchFlag(sizeAt / PAGE) & FLAG_DIRTY).toBe(
        covered.includes(Number(sizeAt / PAGE)) ? 0 : FLAG_DIRTY,
      );
    }),
    RUNS,
  );
});

test("11: a late write wins", () => {
  fc.assert(
    fc.property(
      coherent,
      fc.nat(PAGES * 4096 - 1),
      fc.integer({ min: 0, max: 255 }),
      ({ machine, context }, at, value) => {
        fc.pre(faultOf(() => machine.memory.store8(BigInt(at), value)) === undefined);
        const page = Math.floor(at / 4096);
        const snapshot = context.makeSnapshot(machine);
        expect(dirtyPages(snapshot)).toContain(page);
        for (const { address: from, length: size } of snapshot.pagesFromSource) {
          expect(BigInt(at) < from || BigInt(at) >= from + size).toBe(true);
        }
        const run = snapshot.dirtyPages.findLast(({ address: from }) => from <= at);
        expect(run?.content[at - Number(run.address)]).toBe(value);
      },
    ),
    RUNS,
  );
});

test("12: exactly the pages inside the range are tracked, at their offsets", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 0x10000n }),
      length,
      piece,
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      (start, count, id, offset) => {
        const context = newContext();
        context.trackPages(newMachine(), start, count, id, offset);
        const expected = Array.from({ length: 0x20 }, (_, page) => BigInt(page))
          .filter((page) => start <= PAGE * page && PAGE * (page + 1n) <= start + count)
          .map((page) => [Number(page), { id, offset: BigInt.asUintN(64, offset + PAGE * page - start), flag: 0 }]);
        expect([...context.pages]).toEqual(expected);
      },
    ),
    RUNS,
  );
});

test("15: whole pages of a code segment are never stored by content", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0x3000 }), fc.integer({ min: 0, max: 0x1000 }), (fileSize, start) => {
      const machine = newMachine();
      const context = newContext();
      const size = Math.ceil(fileSize / 4096) * 4096;
      const source = { start: BigInt(start), end: BigInt(start + fileSize) };
      machine.memory.storeBytes(0x10000n, PIECE.subarray(start, start + fileSize));
      for (let page = 0x10; page < 0x10 + size / 4096; page++) machine.memory.setFlag(page, 7);
      const action = { address: 0x10000n, size: BigInt(size), flags: 3, source, offsetFromAddress: 0n };
      context.markProgram(machine, { actions: [action], entry: 0n }, 1n, 0n);
      const rest = fileSize % 4096 === 0 ? [] : [0x10 + Math.floor(fileSize / 4096)];
      expect(dirtyPages(context.makeSnapshot(machine))).toEqual(rest);
    }),
    RUNS,
  );
});

test("18: to untrack twice is to untrack once", () => {
  fc.assert(
    fc.property(coherent, address, length, ({ machine, context }, at, count) => {
      const first = faultOf(() => context.untrackPages(machine, at, count));
      const once = [stateOf(machine), [...context.pages]];
      expect(faultOf(() => context.untrackPages(machine, at, count))).toEqual(first);
      context.untrackPages(machine, at, 0n);
      expect([stateOf(machine), [...context.pages]]).toEqual(once);
    }),
    RUNS,
  );
});
