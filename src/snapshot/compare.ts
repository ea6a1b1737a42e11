import { sameStorage } from "./shared-run.ts";
import type { DirtyRun, SameId, Snapshot2, SourceRun } from "./snapshot2.ts";

/** The first field in which two snapshots differ. */
export interface SnapshotDifference {
  /** With the names of the Rust structs: `dirty_pages[3].content[17]`. */
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

const NUMBERS = [
  ["pc", "pc"],
  ["cycles", "cycles"],
  ["maxCycles", "max_cycles"],
  ["loadReservationAddress", "load_reservation_address"],
] as const;

/** The first difference in the order of the fields, or undefined: lists must agree element by element. */
export function compareSnapshots<I>(
  expected: Snapshot2<I>,
  actual: Snapshot2<I>,
  sameId: SameId<I> = (a, b) => a === b,
): SnapshotDifference | undefined {
  const { pagesFromSource: sources, dirtyPages: dirty, registers } = expected;
  return (
    firstOf(sources, (run, k) => compareSource(`pages_from_source[${k}]`, run, actual.pagesFromSource[k], sameId)) ??
    note("pages_from_source.length", sources.length, actual.pagesFromSource.length) ??
    firstOf(dirty, (run, k) => compareDirty(`dirty_pages[${k}]`, run, actual.dirtyPages[k])) ??
    note("dirty_pages.length", dirty.length, actual.dirtyPages.length) ??
    note("version", expected.version, actual.version) ??
    note("registers.length", registers.length, actual.registers.length) ??
    firstOf([...registers], (value, r) => note(`registers[${r}]`, value, actual.registers[r])) ??
    firstOf(NUMBERS, ([key, name]) => note(name, expected[key], actual[key]))
  );
}

/** True if no field differs. */
export function snapshotsEqual<I>(a: Snapshot2<I>, b: Snapshot2<I>, sameId?: SameId<I>): boolean {
  return compareSnapshots(a, b, sameId) === undefined;
}

function compareSource<I>(
  field: string,
  a: SourceRun<I>,
  b: SourceRun<I> | undefined,
  sameId: SameId<I>,
): SnapshotDifference | undefined {
  if (!b) return undefined;
  return (
    note(`${field}.address`, a.address, b.address) ??
    note(`${field}.flag`, a.flag, b.flag) ??
    (sameId(a.id, b.id) ? undefined : { field: `${field}.id`, expected: String(a.id), actual: String(b.id) }) ??
    note(`${field}.offset`, a.offset, b.offset) ??
    note(`${field}.length`, a.length, b.length)
  );
}

function compareDirty(field: string, a: DirtyRun, b: DirtyRun | undefined): SnapshotDifference | undefined {
  if (!b) return undefined;
  return (
    note(`${field}.address`, a.address, b.address) ??
    note(`${field}.flag`, a.flag, b.flag) ??
    (sameStorage(a, b) ? undefined : compareBytes(`${field}.content`, a.content, b.content))
  );
}

function compareBytes(field: string, a: Uint8Array, b: Uint8Array): SnapshotDifference | undefined {
  if (Buffer.compare(a, b) === 0) return undefined;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a[at] !== b[at]) return note(`${field}[${at}]`, a[at], b[at]);
  }
  return note(`${field}.length`, a.length, b.length);
}

function note(field: string, a: bigint | number, b: bigint | number): SnapshotDifference | undefined {
  return a === b ? undefined : { field, expected: String(a), actual: String(b) };
}

function firstOf<T>(
  elements: readonly T[],
  compare: (element: T, index: number) => SnapshotDifference | undefined,
): SnapshotDifference | undefined {
  for (let index = 0; index < elements.length; index++) {
    const difference = compare(elements[index], index);
    if (difference) return difference;
  }
  return undefined;
}
