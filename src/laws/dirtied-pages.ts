import { SYSTEM_CALLS, type RunEvents, type World } from "../case/index.ts";
import { INSTRUCTIONS } from "../isa/index.ts";
import type { Finish } from "../targets/target.ts";

const PAGE = 4096;
/** A store across a border. */
const PAGES_A_STORE = 2;
/** A call for data makes dirty what it fills in part, at both ends, and where it puts the size; whole pages are tracked. */
const PAGES_A_CALL = 2 * PAGES_A_STORE;

const STORES = rowsOf(/^(s[bhwd]|sc\.[wd]|amo.*)$/);
const CALLS = rowsOf(/^ecall$/);

function rowsOf(name: RegExp): number[] {
  return INSTRUCTIONS.filter(({ base }) => name.test(base.name)).map(({ index }) => index);
}

/** A leg, and the cycles at which it began. */
export interface DirtyingLeg {
  readonly world: World;
  readonly from: bigint;
  readonly finish: Finish;
}

/**
 * The most pages that a leg can have made dirty which were not: two for each store to a page that is not dirty, where
 * `events` of the whole run tell them; else two for each store that it executed, where the target counts what it executes;
 * else two for each cycle. A call for data makes four dirty at the most; what one that faults leaves tracked no longer is
 * no more than it would have filled. For worlds whose host makes no pages dirty.
 */
export function dirtiedMost(leg: DirtyingLeg, events: RunEvents | undefined): bigint {
  const { world, from, finish } = leg;
  const to = finish.state.cycles ?? finish.snapshot?.cycles ?? from;
  const told = events && (events.whole || to <= (events.boundaries.at(-1) ?? 0n));
  const counts = told ? inEvents(events, from, to) : finish.retired && inRetired(finish.retired);
  if (!counts) return BigInt(PAGES_A_STORE) * (to - from);
  let most = PAGES_A_STORE * counts.stores;
  if (world.systemCalls.includes(SYSTEM_CALLS.loadCellData)) {
    most += PAGES_A_CALL * counts.calls;
    if (finish.stop.kind === "fault" && counts.calls > 0) most += longest(world);
  }
  return BigInt(most);
}

interface Counts {
  readonly stores: number;
  readonly calls: number;
}

function inEvents({ events }: RunEvents, from: bigint, to: bigint): Counts {
  const counts = { stores: 0, calls: 0 };
  for (const { kind, before, after } of events) {
    if (before < from || after > to) continue;
    if (kind === "store to a new page") counts.stores++;
    else if (kind === "system call") counts.calls++;
  }
  return counts;
}

function inRetired(retired: Float64Array): Counts {
  const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + retired[row], 0);
  return { stores: sum(STORES), calls: sum(CALLS) };
}

/** Pages of the longest piece, wherever it is put. */
function longest({ program, sources }: World): number {
  return Math.ceil(Math.max(program.length, ...sources.map(({ bytes }) => bytes.length)) / PAGE) + 1;
}
