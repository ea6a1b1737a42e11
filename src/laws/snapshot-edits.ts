import { PROGRAM_ID, type World } from "../case/index.ts";
import type { DirtyRun, SourceRun } from "../snapshot/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";
import { pagesOf } from "./snapshot-form.ts";

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

/** A snapshot with one thing changed. */
export interface Edit {
  /** The field that was changed, without indices: `dirty_pages.content`. */
  readonly field: string;
  readonly snapshot: WorldSnapshot;
}

/** One change, made when it is asked for. */
export type MakeEdit = () => Edit;

/**
 * Every single change of a snapshot that is worth a look: each field, and each field of each entry of its lists.
 * @param number decides which bits and bytes are changed
 */
export function editsOf(world: World, snapshot: WorldSnapshot, number: number): MakeEdit[] {
  const bit = BigInt(number % 64);
  const edit =
    (field: string, parts: Partial<WorldSnapshot>): MakeEdit =>
    () => ({ field, snapshot: { ...snapshot, ...parts } });
  const flipped = (value: bigint): bigint => value ^ (1n << bit);
  return [
    // Of registers a few in each case: other fields would seldom have their turn beside all of them.
    ...[0, ...Array.from({ length: OF_REGISTERS }, (_, k) => 1 + ((number + k * STEP) % (REGISTERS - 1)))].map(
      (r) => () => {
        const registers = snapshot.registers.slice();
        registers[r] = flipped(registers[r]);
        return { field: r === 0 ? "registers[0]" : "registers", snapshot: { ...snapshot, registers } };
      },
    ),
    edit("version", { version: (snapshot.version + 1 + (number % (VERSIONS - 1))) % VERSIONS }),
    edit("pc", { pc: flipped(snapshot.pc) }),
    // Both halves, so that it also shows where a number loses digits.
    edit("cycles", { cycles: BigInt.asUintN(64, snapshot.cycles + (1n << 60n) + (1n << (bit % 60n))) }),
    edit("load_reservation_address", { loadReservationAddress: flipped(snapshot.loadReservationAddress) }),
    // A leg has a limit of its own: that of the snapshot shows where it fails after the limit was restored.
    edit("max_cycles", { maxCycles: flipped(snapshot.maxCycles), dirtyPages: [...snapshot.dirtyPages, UNALIGNED] }),
    ...snapshot.dirtyPages.flatMap((run, k) => dirtyEdits(world, snapshot, { run, k, number })),
    ...snapshot.pagesFromSource.flatMap((run, k) => sourceEdits(world, snapshot, { run, k, number })),
  ];
}

const UNALIGNED: DirtyRun = { address: 1n, flag: FLAG_DIRTY, content: new Uint8Array(0) };

interface Entry<T> {
  readonly run: T;
  readonly k: number;
  readonly number: number;
}

function dirtyEdits(world: World, snapshot: WorldSnapshot, { run, k, number }: Entry<DirtyRun>): MakeEdit[] {
  const { address, flag, content } = run;
  const edit =
    (field: string, ...entries: readonly DirtyRun[]): MakeEdit =>
    () => ({
      field: `dirty_pages${field}`,
      snapshot: { ...snapshot, dirtyPages: snapshot.dirtyPages.toSpliced(k, 1, ...entries) },
    });
  const changed = (at: number) => (): Edit => {
    const bytes = content.slice();
    bytes[at] ^= 1 << (number % 8);
    return edit(".content", { ...run, content: bytes })();
  };
  const free = freePages(world, snapshot, pagesOf(run).length);
  return [
    changed(0),
    changed(number % content.length),
    changed(content.length - 1),
    edit(".flag", { ...run, flag: flag ^ FLAG_FREEZED }),
    edit(".flag without DIRTY", { ...run, flag: flag & ~FLAG_DIRTY }),
    edit(".address unaligned", { ...run, address: address + BigInt(1 + (number % (PAGE - 1))) }),
    edit(".content of part of a page", { ...run, content: content.subarray(0, content.length - 1 - (number % 99)) }),
    edit(".content a page shorter", { ...run, content: content.subarray(PAGE) }),
    edit(".address outside", { ...run, address: BigInt(world.memorySize - PAGE * (number % 2)) }),
    edit(""),
    edit(" twice", run, run),
    ...(free === undefined ? [] : [edit(".address", { ...run, address: free })]),
  ];
}

function sourceEdits(world: World, snapshot: WorldSnapshot, { run, k, number }: Entry<SourceRun<bigint>>): MakeEdit[] {
  const { address, flag, id, offset, length } = run;
  const edit =
    (field: string, ...entries: readonly SourceRun<bigint>[]): MakeEdit =>
    () => ({
      field: `pages_from_source${field}`,
      snapshot: { ...snapshot, pagesFromSource: snapshot.pagesFromSource.toSpliced(k, 1, ...entries) },
    });
  const free = freePages(world, snapshot, pagesOf(run).length);
  const others = [PROGRAM_ID, ...world.sources.map((piece) => piece.id)].filter((other) => other !== id);
  return [
    edit(".flag", { ...run, flag: flag ^ FLAG_FREEZED }),
    edit(".flag with DIRTY", { ...run, flag: flag | FLAG_DIRTY }),
    edit(".address unaligned", { ...run, address: address + BigInt(1 + (number % (PAGE - 1))) }),
    edit(".address outside", { ...run, address: BigInt(world.memorySize - PAGE * (number % 2)) }),
    edit(".id of no piece", { ...run, id: MISSING }),
    edit(".offset", { ...run, offset: BigInt.asUintN(64, offset + 1n) }),
    edit(".offset behind the end", { ...run, offset: 2n ** 64n - 1n }),
    edit(".length", { ...run, length: length - BigInt(PAGE) }),
    edit(".length of part of a page", { ...run, length: length - 1n }),
    edit(""),
    edit(" twice", run, run),
    ...(free === undefined ? [] : [edit(".address", { ...run, address: free })]),
    ...others.slice(0, 2).map((other) => edit(".id", { ...run, id: other })),
  ];
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
