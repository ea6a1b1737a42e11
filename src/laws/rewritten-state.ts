import type { Counterpart, Moved } from "../case/index.ts";
import type { Finish, MemoryImage } from "../targets/target.ts";

const PAGE = 4096;
const NO_BYTES = new Uint8Array(PAGE);

/** Where the counterpart of a case must finish, from where the case does and what may differ. */
export function expectedAfter(before: Finish, after: Finish, { change, code }: Counterpart): Finish {
  const { registers: to, moreCycles, moved } = change;
  const { state } = moved ? withDataMoved(before, moved) : before;
  const { registers, cycles, pageFlags, memory } = state;
  return {
    ...before,
    state: {
      ...state,
      ...(registers && { registers: renamed(registers, to) }),
      ...(cycles !== undefined && { cycles: cycles + moreCycles }),
      ...(pageFlags && { pageFlags: withCode(pageFlags, after.state.pageFlags, code) }),
      ...(memory && after.state.memory && { memory: imageWithCode(memory, after.state.memory, code) }),
    },
  };
}

function renamed(registers: BigUint64Array, to: readonly number[]): BigUint64Array {
  const moved = registers.slice();
  for (let r = 0; r < registers.length; r++) moved[to[r]] = registers[r];
  return moved;
}

/** The flags, but of the pages of code those of the counterpart: it may be longer, or stand elsewhere. */
function withCode(flags: Uint8Array, code: Uint8Array | undefined, [first, end]: Counterpart["code"]): Uint8Array {
  const both = flags.slice();
  if (code) both.set(code.subarray(first, end), first);
  return both;
}

function imageWithCode(memory: MemoryImage, code: MemoryImage, [first, end]: Counterpart["code"]): MemoryImage {
  const of = (page: number): MemoryImage => (page >= first && page < end ? code : memory);
  return {
    pageCount: memory.pageCount,
    isUntouched: (page) => of(page).isUntouched(page),
    pageView: (page) => of(page).pageView(page),
  };
}

/** The finish with its data, pointers and reservation where they are in the counterpart. */
function withDataMoved(before: Finish, { first, end, pages, pointers }: Moved): Finish {
  const { registers, pageFlags, memory, reservation } = before.state;
  const bytes = BigInt(pages * PAGE);
  const isInside = (address: bigint): boolean => address >= BigInt(first * PAGE) && address < BigInt(end * PAGE);
  /** The page of the original that is now there; -1 for none. */
  const from = (page: number): number => {
    if (page < first || page >= end + pages) return page;
    return page < first + pages ? -1 : page - pages;
  };
  return {
    ...before,
    state: {
      ...before.state,
      ...(registers && {
        registers: registers.map((value, r) => (pointers.includes(r) ? BigInt.asUintN(64, value + bytes) : value)),
      }),
      ...(reservation !== undefined && { reservation: isInside(reservation) ? reservation + bytes : reservation }),
      ...(pageFlags && { pageFlags: flagsMoved(pageFlags, first, end, pages) }),
      ...(memory && {
        memory: {
          pageCount: memory.pageCount,
          isUntouched: (page) => from(page) < 0 || memory.isUntouched(from(page)),
          pageView: (page) => (from(page) < 0 ? NO_BYTES : memory.pageView(from(page))),
        },
      }),
    },
  };
}

function flagsMoved(flags: Uint8Array, first: number, end: number, pages: number): Uint8Array {
  const moved = flags.slice();
  moved.copyWithin(first + pages, first, end);
  moved.fill(0, first, first + pages);
  return moved;
}
