import { HOST_CALLS, PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { changeFlags, fillPages, hostCall, pageOf } from "./host-call.ts";
import { loadWholePage } from "./source-call.ts";

const PAGE = 4096;
const [FROZEN, EXECUTABLE] = [1, 2];
const ALL = 1n << 64n;
const [ZERO, POINTER] = [0, 10];
const SB = row("sb");

/** One way to end a run by what the host does. */
export interface HostEnd {
  readonly name: string;
  /** Host calls that the world must offer. */
  readonly calls: readonly number[];
  /** How it ends (docs/case-files.md, reference/ckb-vm/memory.md); a machine that is reset goes on, to its budget at the latest. */
  readonly ends: "Yield" | "MemOutOfBound" | "MemPageUnalignedAccess" | "MemWriteOnFreezedPage" | "MemWriteOnExecutablePage" | "CyclesOverflow" | "anything"; // prettier-ignore
  /** Instructions of which the last one ends it. */
  readonly make: (grower: Grower) => Op[];
}

const { reset, setFlags, initPages, yield: yieldCall, addCycles } = HOST_CALLS;

const FILLED_HALF: HostEnd = {
  name: "filled up to a frozen page",
  calls: [setFlags, initPages],
  ends: "MemWriteOnFreezedPage",
  make: (grower) => {
    const { random, world, map } = grower;
    const page = plainPage(grower);
    const before = Math.min(random.below(3), page - pageOf(map.start));
    // What such a page was tracked with is what snapshots say of it (reference/ckb-vm/snapshot.md 5).
    const loads = before > 0 && world.systemCalls.includes(SYSTEM_CALLS.loadCellData) && random.chance(70);
    return [
      ...(loads ? loadWholePage(grower, (page - before) * PAGE) : []),
      ...changeFlags("setFlags", page, FROZEN),
      ...fill((page - before) * PAGE, (before + 1) * PAGE, random.pick([0, FROZEN, EXECUTABLE, 3])),
    ];
  },
};

/**
 * Every way but a pause, which engines see at different places (reference/ckb-vm/machine.md 8.2): law `host-calls` asks for it
 * where it is defined; and a snapshot inside a call, which law `inside-call` makes.
 */
export const HOST_ENDS: readonly HostEnd[] = [
  { name: "yield", calls: [yieldCall], ends: "Yield", make: () => hostCall(yieldCall) },
  {
    name: "reset to the program file",
    calls: [reset],
    ends: "anything",
    make: (grower) => [...reserve(grower), ...hostCall(reset, 0n, 0n)],
  },
  { name: "reset to another program", calls: [reset], ends: "anything", make: resetToOther },
  { name: "reset to another program", calls: [reset], ends: "anything", make: resetToOther },
  { name: "reset to a piece", calls: [reset], ends: "anything", make: resetToPiece },
  { name: "cycles beyond 2^64", calls: [addCycles], ends: "CyclesOverflow", make: () => hostCall(addCycles, -1n) },
  {
    name: "flags of a page that memory lacks",
    calls: [setFlags],
    ends: "MemOutOfBound",
    make: ({ random, map }) => hostCall(setFlags, lackingPage(random.below(5), map.memorySize), 1n),
  },
  {
    name: "a store to a page that became executable",
    calls: [setFlags],
    ends: "MemWriteOnExecutablePage",
    make: (grower) => {
      const page = plainPage(grower);
      const store = [...loadNumber(POINTER, page * PAGE + grower.random.below(PAGE)), op(SB, ZERO, POINTER, ZERO, 0)];
      const before = grower.random.chance(60) ? store : [];
      return [...before, ...changeFlags("setFlags", page, EXECUTABLE), ...store];
    },
  },
  FILLED_HALF,
  FILLED_HALF,
  {
    name: "filled where code is",
    calls: [initPages],
    ends: "MemWriteOnFreezedPage",
    make: ({ map }) => fill(pageOf(map.base) * PAGE, PAGE, 0),
  },
  {
    name: "filled beyond memory",
    calls: [initPages],
    ends: "MemOutOfBound",
    make: ({ random, map }) => fill(map.memorySize - PAGE * random.pick([0, 1]), 2 * PAGE, 0),
  },
  {
    name: "filled from inside a page, or by a part of one",
    calls: [initPages],
    ends: "MemPageUnalignedAccess",
    make: ({ random, map: { start } }) =>
      random.chance(50)
        ? fill(start + random.between(1, PAGE - 1), PAGE, 0)
        : fill(start, random.pick([1, 8, 4095]), 0),
  },
];

/** Those that can be had in the world of a program. */
export function hostEndsOf({ world }: Grower): readonly HostEnd[] {
  return HOST_ENDS.filter(
    ({ calls, ends }) =>
      calls.every((call) => world.systemCalls.includes(call)) &&
      (world.writeXorExecute || !["MemPageUnalignedAccess", "MemWriteOnFreezedPage", "MemWriteOnExecutablePage"].includes(ends)), // prettier-ignore
  );
}

/** The piece that is another program, in worlds that have it: no other item asks for it. */
export const OTHER_PROGRAM_ID = (0xffn << 32n) | 0xffn;

function resetToOther(grower: Grower): Op[] {
  return [...reserve(grower), ...hostCall(reset, OTHER_PROGRAM_ID & 0xffff_ffffn, OTHER_PROGRAM_ID >> 32n)];
}

/** Mostly an LR, where there is one: a machine that is reset has no reservation, whatever is executed then. */
function reserve(grower: Grower): Op[] {
  const { random, rows } = grower;
  if (rows.reservations.length === 0 || random.chance(20)) return [];
  const address = plainPage(grower) * PAGE + 8 * random.below(PAGE / 8);
  return [...loadNumber(POINTER, address), op(random.pick(rows.reservations), ZERO, POINTER, ZERO, 0)];
}

/** To any piece, which is no program: loading it fails. */
function resetToPiece({ random, world }: Grower): Op[] {
  const id = world.sources.length > 0 ? random.pick(world.sources).id : PROGRAM_ID;
  return hostCall(reset, id & 0xffff_ffffn, id >> 32n);
}

function lackingPage(kind: number, memorySize: number): bigint {
  const pages = BigInt(memorySize / PAGE);
  return [pages, pages + 1n, 1n << 32n, (1n << 52n) - 1n, ALL - 1n][kind];
}

/** A page of the area, in which no code is. */
function plainPage({ random, map: { start, end } }: Grower): number {
  return pageOf(start + PAGE * random.below((end - start) / PAGE));
}

/** From the program file, which every world has; a5 may hold anything: that is looked at later. */
function fill(address: number, size: number, flags: number): Op[] {
  return fillPages({ address, size, flags, index: PROGRAM_ID, source: PROGRAM_ID, offset: 0 });
}
