import { FLAG_DIRTY, PAGE_SIZE, type HostMachine, type Memory } from "../../machine/index.ts";
import type { DirtyRun, Snapshot2, SourceRun } from "../../snapshot/index.ts";
import type { FaultOptions } from "../faulty-target.ts";
import { BaseContext, withContext } from "./tracking.ts";

/** A snapshot of a world. */
type Snapshot = Snapshot2<bigint>;

const PAGE = BigInt(PAGE_SIZE);

/** A machine whose snapshots say something else: `wrong` gives it, of what they should say. */
export function capturing(wrong: (snapshot: Snapshot, machine: HostMachine) => Partial<Snapshot>): FaultOptions {
  return withContext(
    class extends BaseContext {
      override makeSnapshot(machine: HostMachine): Snapshot {
        const snapshot = super.makeSnapshot(machine);
        return { ...snapshot, ...wrong(snapshot, machine) };
      }
    },
  );
}

/** A machine whose snapshots store other runs by content: `wrong` gives them, of what they should be. */
export function capturingRuns(wrong: (runs: DirtyRun[], memory: Memory) => DirtyRun[]): FaultOptions {
  return withContext(
    class extends BaseContext {
      protected override dirtyRuns(memory: Memory): DirtyRun[] {
        return wrong(super.dirtyRuns(memory), memory);
      }
    },
  );
}

/** One page of a run. */
export interface StoredPage {
  readonly page: number;
  readonly flag: number;
  readonly content: Uint8Array;
}

/** The pages of a run in their order. */
export function pagesOfRun({ address, flag, content }: DirtyRun): StoredPage[] {
  const first = Number(address / PAGE);
  return Array.from({ length: content.length / PAGE_SIZE }, (_, k) => ({
    page: first + k,
    flag,
    content: content.subarray(k * PAGE_SIZE, (k + 1) * PAGE_SIZE),
  }));
}

/** Pages as runs: neighbours for which `joins` is true are one, with the flag of the first. */
export function runsOf(
  pages: readonly StoredPage[],
  joins: (before: StoredPage, page: StoredPage) => boolean = (before, page) => before.flag === page.flag,
): DirtyRun[] {
  const groups: StoredPage[][] = [];
  for (const page of pages) {
    const before = groups.at(-1)?.at(-1);
    if (before && before.page + 1 === page.page && joins(before, page)) groups.at(-1)!.push(page);
    else groups.push([page]);
  }
  return groups.map((group) => ({
    address: BigInt(group[0].page) * PAGE,
    flag: group[0].flag,
    content: Buffer.concat(group.map(({ content }) => content)),
  }));
}

/** The run without its pages from page `end` on: none if nothing is left of it. */
export function cutAt(run: DirtyRun, end: number): DirtyRun[] {
  const count = end - Number(run.address / PAGE);
  return count <= 0 ? [] : [{ ...run, content: run.content.subarray(0, count * PAGE_SIZE) }];
}

/** The runs without the last page of the last one. */
export function withoutLastPage(runs: readonly DirtyRun[]): readonly DirtyRun[] {
  const last = runs.at(-1);
  if (!last) return runs;
  const end = Number(last.address / PAGE) + last.content.length / PAGE_SIZE;
  return [...runs.slice(0, -1), ...cutAt(last, end - 1)];
}

/** The run with the page behind it, as memory has it, if memory has one. */
export function oneLonger({ address, flag, content }: DirtyRun, memory: Memory): DirtyRun {
  const next = Number(address / PAGE) + content.length / PAGE_SIZE;
  if (next >= memory.pageCount) return { address, flag, content };
  return { address, flag, content: Buffer.concat([content, memory.pageView(next)]) };
}

/** Each page of the run but the first has the bytes of the one before it. */
export function oneBehind(run: DirtyRun): DirtyRun {
  const content = run.content.slice();
  content.copyWithin(PAGE_SIZE, 0, content.length - PAGE_SIZE);
  return { ...run, content };
}

/** A page that is joined to the run before it begins a run of its own all the same, to which the next one is joined. */
export function joinedAndKept({ address, flag, content }: DirtyRun): DirtyRun[] {
  return Array.from({ length: content.length / PAGE_SIZE }, (_, k) => ({
    address: address + BigInt(k) * PAGE,
    flag,
    content: content.subarray(k * PAGE_SIZE, (k + 2) * PAGE_SIZE),
  }));
}

/** The run in the bytes of the machine's own pages, where they stand one behind the other. */
export function liveRun(run: DirtyRun, memory: Memory): DirtyRun {
  const views = pagesOfRun(run).map(({ page }) => (memory.isUntouched(page) ? undefined : memory.pageView(page)));
  const [first] = views;
  const inOrder = views.every(
    (view, k) => view && view.buffer === first?.buffer && view.byteOffset === first.byteOffset + k * PAGE_SIZE,
  );
  if (!first || !inOrder) return run;
  return { ...run, content: new Uint8Array(first.buffer, first.byteOffset, run.content.length) };
}

/** A page that is no longer tracked takes the other one of its pair with it. */
export class PairForgotten extends BaseContext {
  protected override forget(page: number): void {
    super.forget(page);
    super.forget(page ^ 1);
  }
}

/**
 * A page goes on with the run that was stored last if it goes on with the page that was looked at last, which may have
 * been left out.
 */
export class JoinedOverGaps extends BaseContext {
  protected override sourceRuns(memory: Pick<Memory, "fetchFlag">): SourceRun<bigint>[] {
    const joined: SourceRun<bigint>[] = [];
    for (const run of super.sourceRuns(memory)) {
      const { address, flag, id, offset } = run;
      const page = Number(address / PAGE) - 1;
      const looked = this.pages.get(page);
      const before = joined.at(-1);
      const goesOn =
        before !== undefined &&
        looked !== undefined &&
        (memory.fetchFlag(page) & FLAG_DIRTY) !== 0 &&
        looked.flag === flag &&
        looked.id === id &&
        looked.offset + PAGE === offset;
      if (goesOn) joined[joined.length - 1] = { ...before, length: before.length + run.length };
      else joined.push(run);
    }
    return joined;
  }
}
