import { expect, test } from "vitest";
import { DEFAULT_WORLD, type World } from "../../src/case/index.ts";
import { compareResumed } from "../../src/laws/compare-resumed.ts";
import { EvidenceBook } from "../../src/laws/evidence.ts";
import { resumeModel } from "../../src/laws/resume-model.ts";
import type { DirtyRun } from "../../src/snapshot/index.ts";
import { ReferenceTarget, type Target, type WorldSnapshot } from "../../src/targets/index.ts";

// Which pages a store that fails may have marked: reference/ckb-vm/memory.md 4 and 5.

const PAGE = 4096;
const EXECUTABLE = 2;
const DIRTY = 4;
const world: World = { ...DEFAULT_WORLD, program: new Uint8Array(0), memorySize: 16 * PAGE };

function snapshotOf(...dirtyPages: readonly DirtyRun[]): WorldSnapshot {
  const numbers = { pc: 0n, cycles: 5n, maxCycles: 5n, loadReservationAddress: 2n ** 64n - 1n };
  return { version: world.version, registers: new BigUint64Array(32), ...numbers, pagesFromSource: [], dirtyPages };
}

const run = (page: number, pages: number, flag = DIRTY): DirtyRun => ({
  address: BigInt(page * PAGE),
  flag,
  content: new Uint8Array(pages * PAGE).fill(7),
});

const ONTO_CODE = snapshotOf(run(9, 1, DIRTY | EXECUTABLE), run(6, 5));
const OVER_END = snapshotOf(run(14, 3));

test.each<[what: string, snapshot: WorldSnapshot, pages: readonly number[]]>([
  ["three pages in front of one of code", ONTO_CODE, [6, 7, 8]],
  ["the last two pages of memory", OVER_END, [14, 15]],
  ["nothing where the first page is refused", snapshotOf(run(9, 1, DIRTY | EXECUTABLE), run(9, 2)), []],
  ["nothing where all of it is outside", snapshotOf(run(16, 1)), []],
  ["nothing where the address is refused before", snapshotOf({ ...run(3, 2), address: 3n * 4096n + 1n }), []],
  ["nothing where nothing fails", snapshotOf(run(6, 5)), []],
])("%s may be marked", (_, snapshot, pages) => {
  expect(resumeModel(world, snapshot, 5n).mayBeMarked).toEqual(pages);
});

/** The reference, with DIRTY set in these pages where resuming fails. */
function marking(...pages: readonly number[]): Target {
  const reference = new ReferenceTarget();
  return {
    name: "marking",
    capabilities: reference.capabilities,
    run(asked, leg) {
      const finish = reference.run(asked, leg);
      if (finish.started) return finish;
      const pageFlags = finish.state.pageFlags!.map((flags, page) => (pages.includes(page) ? flags | DIRTY : flags));
      return { ...finish, state: { ...finish.state, pageFlags } };
    },
  };
}

test.each<[snapshot: WorldSnapshot, pages: readonly number[], verdict: string]>([
  [ONTO_CODE, [], "held"],
  [ONTO_CODE, [6], "held"],
  [ONTO_CODE, [6, 7, 8], "held"],
  [ONTO_CODE, [10], "broken"], // behind the page that refuses
  [ONTO_CODE, [5, 6], "broken"],
  [OVER_END, [14, 15], "held"],
  [OVER_END, [13], "broken"],
])("%#: pages that are marked where resuming fails", async (snapshot, pages, verdict) => {
  const resumption = { law: "complete", what: "it", target: marking(...pages), world, snapshot, maxCycles: 5n };
  expect((await compareResumed(resumption, new EvidenceBook())).kind).toBe(verdict);
});
