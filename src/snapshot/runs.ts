import { FLAG_DIRTY, PAGE_SIZE, type Memory } from "../machine/index.ts";
import { sharedRun } from "./shared-run.ts";
import type { DirtyRun, SameId, SourceRun, TrackedPage } from "./snapshot2.ts";

const PAGE = BigInt(PAGE_SIZE);

/** The dirty bits of four pages in a row. */
const DIRTY_QUAD = FLAG_DIRTY * 0x01010101;

interface PageRun {
  readonly page: number;
  count: number;
  readonly flag: number;
}

/**
 * The dirty pages in ascending order with their bytes, which no store ever changes; neighbours with equal flags are one run.
 */
export function dirtyRuns(memory: Memory): DirtyRun[] {
  const flags = memory.liveFlags();
  // They begin at a multiple of 8 bytes.
  const quads = new Uint32Array(flags.buffer, flags.byteOffset, flags.length >>> 2);
  const runs: PageRun[] = [];
  let last: PageRun | undefined;
  let total = 0;
  for (let page = 0; page < flags.length; page++) {
    // Most pages are clean: four are looked at together.
    if ((page & 3) === 0 && page >>> 2 < quads.length && (quads[page >>> 2] & DIRTY_QUAD) === 0) {
      page += 3;
      continue;
    }
    const flag = flags[page];
    if ((flag & FLAG_DIRTY) === 0) continue;
    total++;
    if (last && last.page + last.count === page && last.flag === flag) last.count++;
    else runs.push((last = { page, count: 1, flag }));
  }
  if (total === 0) return [];
  return memory.handsOverPages ? runs.map((run) => sharedRun(memory, run)) : withBytes(memory, runs, total);
}

/** One buffer for all runs: many small ones would cost more than filling them. */
function withBytes(memory: Memory, runs: readonly PageRun[], total: number): DirtyRun[] {
  const bytes = new Uint8Array(total * PAGE_SIZE);
  let at = 0;
  return runs.map(({ page, count, flag }) => {
    const start = at;
    for (let k = page; k < page + count; k++, at += PAGE_SIZE) {
      if (!memory.isUntouched(k)) bytes.set(memory.pageView(k), at);
    }
    return { address: BigInt(page * PAGE_SIZE), flag, content: bytes.subarray(start, at) };
  });
}

/**
 * The tracked pages that are not dirty, in ascending order; neighbours are one run where flags, piece and offset go on.
 * @throws FaultError MemOutOfBound if the memory lacks a tracked page
 */
export function sourceRuns<I>(
  memory: Pick<Memory, "fetchFlag">,
  tracked: ReadonlyMap<number, TrackedPage<I>>,
  sameId: SameId<I>,
): SourceRun<I>[] {
  const runs: SourceRun<I>[] = [];
  let first: TrackedPage<I> | undefined;
  let start = 0;
  let count = 0;
  let nextOffset = 0n;
  const finish = (): void => {
    if (!first) return;
    const { flag, id, offset } = first;
    runs.push({ address: BigInt(start * PAGE_SIZE), flag, id, offset, length: BigInt(count * PAGE_SIZE) });
  };
  for (const [page, entry] of ascending(tracked)) {
    if (memory.fetchFlag(page) & FLAG_DIRTY) continue;
    const { flag, id, offset } = entry;
    if (first && start + count === page && first.flag === flag && nextOffset === offset && sameId(first.id, id)) {
      count++;
    } else {
      finish();
      first = entry;
      start = page;
      count = 1;
    }
    nextOffset = BigInt.asUintN(64, offset + PAGE);
  }
  finish();
  return runs;
}

function ascending<I>(tracked: ReadonlyMap<number, TrackedPage<I>>): Iterable<[number, TrackedPage<I>]> {
  let last = -1;
  for (const page of tracked.keys()) {
    if (page < last) return [...tracked].sort(([a], [b]) => a - b);
    last = page;
  }
  return tracked;
}
