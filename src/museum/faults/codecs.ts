import { BINCODE } from "../../snapshot/index.ts";
import type { DirtyRun, SourceRun } from "../../snapshot/index.ts";
import type { WorldSnapshot } from "../../targets/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

/** A target that writes something else than its snapshot when it hands it over. */
export function writing(wrong: (snapshot: WorldSnapshot) => Partial<WorldSnapshot>): FaultOptions {
  return { gives: (snapshot) => through({ ...snapshot, ...wrong(snapshot) }, (bytes) => bytes) };
}

/** A target whose snapshots are changed in their bytes when it hands them over. */
export function writingBytes(wrong: (bytes: Uint8Array) => Uint8Array): FaultOptions {
  return { gives: (snapshot) => through(snapshot, wrong) };
}

function through(snapshot: WorldSnapshot, change: (bytes: Uint8Array) => Uint8Array): WorldSnapshot {
  return BINCODE.decode(change(BINCODE.encode(snapshot)));
}

/** What a snapshot is where every 64-bit number is read as `wrong` says. */
export function withNumbers(snapshot: WorldSnapshot, wrong: (value: bigint) => bigint): WorldSnapshot {
  const { pagesFromSource, dirtyPages, registers, pc, cycles, maxCycles, loadReservationAddress } = snapshot;
  return {
    ...snapshot,
    pagesFromSource: pagesFromSource.map((run) => sourceRun(run, wrong)),
    dirtyPages: dirtyPages.map((run) => ({ ...run, address: wrong(run.address) })),
    registers: registers.map(wrong),
    pc: wrong(pc),
    cycles: wrong(cycles),
    maxCycles: wrong(maxCycles),
    loadReservationAddress: wrong(loadReservationAddress),
  };
}

function sourceRun({ address, flag, id, offset, length }: SourceRun<bigint>, wrong: (value: bigint) => bigint) {
  return { address: wrong(address), flag, id: wrong(id), offset: wrong(offset), length: wrong(length) };
}

/** Runs grouped by their flags, in each group as they were. */
export function byFlag<R extends { readonly flag: number }>(runs: readonly R[]): R[] {
  return runs.toSorted((a, b) => a.flag - b.flag);
}

/** Content as a number keeps it: without the zeroes it begins with. */
export function asNumber(run: DirtyRun): DirtyRun {
  const first = run.content.findIndex((byte) => byte !== 0);
  return { ...run, content: run.content.subarray(first < 0 ? run.content.length : first) };
}
