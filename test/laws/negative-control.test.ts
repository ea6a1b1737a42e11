// The comparator itself: two finishes, or two snapshots, that differ in exactly one thing must be told apart, by its name.
import { describe, expect, test } from "vitest";
import { compareFinishes } from "../../src/laws/index.ts";
import { compareSnapshots } from "../../src/snapshot/compare.ts";
import type { Finish, Stop } from "../../src/targets/target.ts";
import {
  ALL_PAGES,
  FINISH_CHANGES,
  finishOf,
  flagChanges,
  LARGE,
  memoryChanges,
  memoryOf,
  PAGE,
  SMALL,
  STOPS,
  withState,
} from "./finish-changes.ts";
import { snapshotChanges, snapshotOf } from "./snapshot-changes.ts";

const SNAPSHOT_CHANGES = snapshotChanges();
/** Pages of the large memory in which something is changed. */
const LARGE_PAGES = [0, 1, 255, 256, 511, 1022, 1023];

test("there are many pairs", () => {
  const pairs = FINISH_CHANGES.length + STOPS.length + SNAPSHOT_CHANGES.length + LARGE_PAGES.length * 10;
  expect(pairs).toBeGreaterThanOrEqual(600);
});

/** The names of what differs, both ways round. */
function told(a: Finish, b: Finish): string[][] {
  return [compareFinishes(a, b), compareFinishes(b, a)].map((list) => list.map(({ what }) => what));
}

describe("finishes that differ in one thing", () => {
  test("of the state, with a small memory", () => {
    for (const [what, change] of FINISH_CHANGES) {
      const [a, b] = [finishOf(SMALL), change(finishOf(SMALL))];
      expect([what, ...told(a, b)]).toEqual([what, [what], [what]]);
    }
  });

  test("of flags and memory, with 4 MiB", () => {
    for (const [what, change] of [...memoryChanges(LARGE, LARGE_PAGES), ...flagChanges(LARGE_PAGES)]) {
      const [a, b] = [finishOf(LARGE), change(finishOf(LARGE))];
      expect([what, ...told(a, b)]).toEqual([what, [what], [what]]);
    }
  });

  test("of the stop: kind, exit code, fault and each payload", () => {
    for (const [one, other] of STOPS) {
      expect(told(finishOf(SMALL, one), finishOf(SMALL, other))).toEqual([["stop"], ["stop"]]);
    }
  });

  test("of the size of memory", () => {
    const larger = withState(() => ({ memory: memoryOf(SMALL + 1, 0, new Map([[5, 1]])) }))(finishOf(SMALL));
    expect(told(finishOf(SMALL), larger)).toEqual([["page count"], ["page count"]]);
    const flags = withState(({ pageFlags }) => ({ pageFlags: Uint8Array.from([...pageFlags, 0]) }))(finishOf(SMALL));
    expect(told(finishOf(SMALL), flags)).toEqual([["page count"], ["page count"]]);
  });
});

test("snapshots that differ in one thing are told apart, by the field", () => {
  for (const [what, change] of SNAPSHOT_CHANGES) {
    const [a, b] = [snapshotOf(), change(snapshotOf())];
    expect([compareSnapshots(a, b)?.field, compareSnapshots(b, a)?.field]).toEqual([what, what]);
  }
});

describe("what is equal but made in another way is equal", () => {
  test("pages that nobody wrote, and pages of zeroes", () => {
    const zeroes = new Map(ALL_PAGES.map((page) => [page * PAGE, 0]));
    const made = memoryOf(SMALL, 0, new Map([...zeroes, [5, 1]]));
    const other = withState(() => ({ memory: made }))(finishOf(SMALL));
    expect(made.isUntouched(3)).toBe(false);
    expect(told(finishOf(SMALL), other)).toEqual([[], []]);
  });

  test("other objects, buffers and views with an offset", () => {
    const shifted = (bytes: Uint8Array): Uint8Array => Uint8Array.from([9, ...bytes]).subarray(1);
    const other = withState(({ registers, pageFlags, output }) => ({
      registers: BigUint64Array.from([0n, ...registers]).subarray(1),
      pageFlags: shifted(pageFlags),
      output: Buffer.from(output),
    }))(finishOf(SMALL));
    expect(told(finishOf(SMALL), other)).toEqual([[], []]);
  });

  test("a fault whose payload one side does not show", () => {
    const stop: Stop = { kind: "fault", fault: { name: "InvalidEcall", payload: "unknown" } };
    const shown: Stop = { kind: "fault", fault: { name: "InvalidEcall", code: 5n } };
    expect(told(finishOf(SMALL, stop), finishOf(SMALL, shown))).toEqual([[], []]);
  });

  test("snapshots with buffers of another kind", () => {
    const { dirtyPages, ...rest } = snapshotOf();
    const copied = dirtyPages.map((run) => ({ ...run, content: Buffer.from(run.content) }));
    expect(compareSnapshots(snapshotOf(), { ...rest, dirtyPages: copied })).toBeUndefined();
  });
});
