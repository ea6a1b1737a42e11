import type { DirtyRun, SourceRun } from "../snapshot/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";

const PAGE = 4096;
const FLAG_DIRTY = 4;

/**
 * The one form of a snapshot (reference/ckb-vm/snapshot.md 5 and 11.4): runs of whole pages in ascending order, each as
 * long as it can be, DIRTY in the flags of those stored by content and in no others. What is stored twice stays so.
 */
export function inNormalForm(snapshot: WorldSnapshot): WorldSnapshot {
  return { ...snapshot, pagesFromSource: sources(snapshot), dirtyPages: dirty(snapshot) };
}

function sources({ pagesFromSource }: WorldSnapshot): SourceRun<bigint>[] {
  const runs: SourceRun<bigint>[] = [];
  for (const run of inOrder(pagesFromSource)) {
    if (run.length === 0n) continue;
    const last = runs.at(-1);
    const flag = run.flag & ~FLAG_DIRTY;
    const goesOn =
      last !== undefined &&
      last.address + last.length === run.address &&
      last.flag === flag &&
      last.id === run.id &&
      BigInt.asUintN(64, last.offset + last.length) === run.offset;
    if (goesOn) runs[runs.length - 1] = { ...last, length: last.length + run.length };
    else runs.push({ ...run, flag });
  }
  return runs;
}

function dirty({ dirtyPages }: WorldSnapshot): DirtyRun[] {
  const runs: DirtyRun[] = [];
  for (const run of inOrder(dirtyPages)) {
    if (run.content.length === 0) continue;
    const last = runs.at(-1);
    const flag = run.flag | FLAG_DIRTY;
    if (last && last.address + BigInt(last.content.length) === run.address && last.flag === flag) {
      runs[runs.length - 1] = { ...last, content: Buffer.concat([last.content, run.content]) };
    } else runs.push({ ...run, flag });
  }
  return runs;
}

function inOrder<T extends { readonly address: bigint }>(runs: readonly T[]): readonly T[] {
  const sorted = runs.every((run, k) => k === 0 || runs[k - 1].address <= run.address);
  return sorted ? runs : runs.toSorted((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** The numbers of the pages that a run covers; the last one in part if its length is no multiple of a page. */
export function pagesOf(run: SourceRun<bigint> | DirtyRun): number[] {
  const length = "content" in run ? run.content.length : Number(run.length);
  const first = Math.floor(Number(run.address) / PAGE);
  return Array.from({ length: Math.ceil(length / PAGE) }, (_, k) => first + k);
}
