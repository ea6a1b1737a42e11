import { PROGRAM_ID, type World } from "../case/index.ts";
import type { DirtyRun, SourceRun } from "../snapshot/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import { pagesOf } from "./snapshot-form.ts";
import { changedNumber, otherNumbers } from "./snapshot-numbers.ts";

const PAGE = 4096;
const FLAG_FREEZED = 1;
const FLAG_DIRTY = 4;
const REGISTERS = 32;
const OF_REGISTERS = 7;
/** Has no divisor in common with the 31 registers that are chosen from. */
const STEP = 9;
const VERSIONS = 3;
/** A piece that no world has. */
const MISSING = 0xdead_0000_beefn;

/** A snapshot with something changed. */
export interface Edited {
  /** What was changed, without indices: `dirty_pages.content`. */
  readonly field: string;
  readonly snapshot: WorldSnapshot;
}

/** One change of a snapshot. Changes of different `places` can be made together, those of a lower `rank` first. */
export interface Edit {
  /** The field that is changed, without indices: `dirty_pages.content`. */
  readonly field: string;
  /** What is changed, with indices: `dirty_pages 2 content`; for a change of a whole entry, `dirty_pages 2`. */
  readonly place: string;
  /** Changes of a field are made before entries are, and entries are taken away from the end on: so indices stay right. */
  readonly rank: number;
  /** True if the snapshot of a machine may not be resumed then: it is wrong, not another one. */
  readonly wrong: boolean;
  readonly apply: (snapshot: WorldSnapshot) => WorldSnapshot;
}

/**
 * Every change of a snapshot that is worth a look by itself: all numbers at once, each field, and each field of
 * each entry of its lists.
 * @param number decides which bits and bytes are changed
 */
export function editsOf(world: World, snapshot: WorldSnapshot, number: number): Edit[] {
  const edit = (
    field: string,
    parts: (old: WorldSnapshot) => Partial<WorldSnapshot>,
    { wrong = false, rank = 0 } = {},
  ): Edit => ({ field, place: field, rank, wrong, apply: (old) => ({ ...old, ...parts(old) }) });
  const registers = (k: number): Edit => {
    const r = k === 0 ? 0 : 1 + ((number + k * STEP) % (REGISTERS - 1));
    const field = r === 0 ? "registers[0]" : "registers";
    return {
      ...edit(field, (old) => ({ registers: old.registers.with(r, changedNumber(old.registers[r], number, r)) })),
      place: `registers ${r}`,
    };
  };
  const version = (snapshot.version + 1 + (number % (VERSIONS - 1))) % VERSIONS;
  return [
    edit("all numbers", (old) => otherNumbers(old, world, number)),
    // Of registers a few in each case: other fields would seldom have their turn beside all of them.
    ...Array.from({ length: OF_REGISTERS + 1 }, (_, k) => registers(k)),
    edit("version", () => ({ version }), { wrong: true }),
    edit("pc", ({ pc }) => ({ pc: changedNumber(pc, number, REGISTERS) })),
    // Both halves, so that it also shows where a number loses digits.
    edit("cycles", ({ cycles }) => ({
      cycles: BigInt.asUintN(64, cycles + (1n << 60n) + (1n << BigInt(number % 60))),
    })),
    edit("load_reservation_address", ({ loadReservationAddress }) => ({
      loadReservationAddress: changedNumber(loadReservationAddress, number, REGISTERS + 1),
    })),
    // A leg has a limit of its own: that of the snapshot shows where it fails after the limit was restored.
    edit(
      "max_cycles",
      ({ maxCycles, dirtyPages }) => ({
        maxCycles: changedNumber(maxCycles, number, REGISTERS + 2),
        dirtyPages: [...dirtyPages, UNALIGNED],
      }),
      { wrong: true, rank: BEHIND_ALL },
    ),
    ...snapshot.dirtyPages.flatMap((run, k) => dirtyEdits(world, snapshot, { run, k, number })),
    ...snapshot.pagesFromSource.flatMap((run, k) => sourceEdits(world, snapshot, { run, k, number })),
  ];
}

const UNALIGNED: DirtyRun = { address: 1n, flag: FLAG_DIRTY, content: new Uint8Array(0) };
/** Rank of what adds an entry behind the others. */
const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

interface Entry<T> {
  readonly run: T;
  readonly k: number;
  readonly number: number;
}

/** Makes changes of entry `k` of a list. */
function entryEdits<T>(
  list: string,
  k: number,
  replaced: (old: WorldSnapshot, change: (run: T) => readonly T[]) => WorldSnapshot,
): {
  readonly field: (name: string, change: (run: T) => Partial<T>, wrong?: boolean) => Edit;
  readonly entry: (name: string, change: (run: T) => readonly T[]) => Edit;
} {
  return {
    field: (name, change, wrong = false) => ({
      field: `${list}.${name}`,
      place: `${list} ${k} ${name.split(" ", 1)[0]}`,
      rank: 0,
      wrong,
      apply: (old) => replaced(old, (run) => [{ ...run, ...change(run) }]),
    }),
    entry: (name, change) => ({
      field: `${list}${name}`,
      place: `${list} ${k}`,
      rank: BEHIND_ALL - 1 - k,
      wrong: false,
      apply: (old) => replaced(old, change),
    }),
  };
}

function dirtyEdits(world: World, snapshot: WorldSnapshot, { run, k, number }: Entry<DirtyRun>): Edit[] {
  const { field, entry } = entryEdits<DirtyRun>("dirty_pages", k, (old, change) => ({
    ...old,
    dirtyPages: old.dirtyPages.toSpliced(k, 1, ...change(old.dirtyPages[k])),
  }));
  const changed = (at: (length: number) => number): Edit =>
    field("content", ({ content }) => {
      const bytes = content.slice();
      bytes[at(bytes.length)] ^= 1 << (number % 8);
      return { content: bytes };
    });
  const free = freePages(world, snapshot, pagesOf(run).length);
  return [
    changed(() => 0),
    changed((length) => number % length),
    changed((length) => length - 1),
    field("flag", ({ flag }) => ({ flag: flag ^ FLAG_FREEZED })),
    field("flag without DIRTY", ({ flag }) => ({ flag: flag & ~FLAG_DIRTY })),
    field("address unaligned", ({ address }) => ({ address: address + BigInt(1 + (number % (PAGE - 1))) }), true),
    field(
      "content of part of a page",
      ({ content }) => ({ content: content.subarray(0, content.length - 1 - (number % 99)) }),
      true,
    ),
    field("content a page shorter", ({ content }) => ({ content: content.subarray(PAGE) })),
    field("address outside", () => ({ address: BigInt(world.memorySize - PAGE * (number % 2)) }), true),
    entry("", () => []),
    entry(" twice", (each) => [each, each]),
    ...(free === undefined ? [] : [field("address", () => ({ address: free }))]),
  ];
}

function sourceEdits(world: World, snapshot: WorldSnapshot, { run, k, number }: Entry<SourceRun<bigint>>): Edit[] {
  const { field, entry } = entryEdits<SourceRun<bigint>>("pages_from_source", k, (old, change) => ({
    ...old,
    pagesFromSource: old.pagesFromSource.toSpliced(k, 1, ...change(old.pagesFromSource[k])),
  }));
  const free = freePages(world, snapshot, pagesOf(run).length);
  const others = [PROGRAM_ID, ...world.sources.map((piece) => piece.id)].filter((other) => other !== run.id);
  return [
    field("flag", ({ flag }) => ({ flag: flag ^ FLAG_FREEZED })),
    field("flag with DIRTY", ({ flag }) => ({ flag: flag | FLAG_DIRTY })),
    field("address unaligned", ({ address }) => ({ address: address + BigInt(1 + (number % (PAGE - 1))) }), true),
    field("address outside", () => ({ address: BigInt(world.memorySize - PAGE * (number % 2)) }), true),
    field("id of no piece", () => ({ id: MISSING }), true),
    field("offset", ({ offset }) => ({ offset: BigInt.asUintN(64, offset + 1n) })),
    field("offset behind the end", () => ({ offset: 2n ** 64n - 1n })),
    field("length", ({ length }) => ({ length: length - BigInt(PAGE) })),
    field("length of part of a page", ({ length }) => ({ length: length - 1n }), true),
    entry("", () => []),
    entry(" twice", (each) => [each, each]),
    ...(free === undefined ? [] : [field("address", () => ({ address: free }))]),
    ...others.slice(0, 2).map((id) => field("id", () => ({ id }))),
  ];
}

/** A snapshot with one change, or with two. */
export function edited(snapshot: WorldSnapshot, ...edits: readonly Edit[]): Edited {
  const inOrder = edits.toSorted((one, other) => one.rank - other.rank);
  return {
    field: edits.map(({ field }) => field).join(" and "),
    snapshot: inOrder.reduce((made, { apply }) => apply(made), snapshot),
  };
}

/** The address of `count` pages in a row that a snapshot says nothing of; undefined if there are none. */
export function freePages(world: World, snapshot: WorldSnapshot, count: number): bigint | undefined {
  const used = new Set([...snapshot.pagesFromSource, ...snapshot.dirtyPages].flatMap(pagesOf));
  let row = 0;
  for (let page = 1; page < world.memorySize / PAGE; page++) {
    row = used.has(page) ? 0 : row + 1;
    if (row === count) return BigInt((page - count + 1) * PAGE);
  }
  return undefined;
}
