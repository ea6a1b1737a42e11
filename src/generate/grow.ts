import { growFault, growHostEnd } from "./families/faults.ts";
import { offersHostCalls } from "./families/host-call.ts";
import { hostCalls } from "./families/host-calls.ts";
import { isLong } from "./families/source-piece.ts";
import { sources } from "./families/sources.ts";
import { system } from "./families/system.ts";
import type { Family } from "./families/family.ts";
import { calls, returnOp } from "./families/flow.ts";
import { pickPointer, stack } from "./families/memory.ts";
import { Grower } from "./grower.ts";
import type { Surroundings } from "./surroundings.ts";
import { pickMemoryMap } from "./memory-map.ts";
import { MEMORY_SIZE_USUAL } from "./memory-sizes.ts";
import { opLength, type Op } from "./op.ts";
import { functionId, PAGE_END_ID, type GeneratedProgram, type Pointer } from "./program.ts";
import { codeRoomFor, fitIntoRoom, reserveOf, SURROUNDING_OPS } from "./code-room.ts";
import type { Random } from "./random.ts";
import { possibleFamilies } from "./possible-families.ts";
import { pickRoles } from "./roles.ts";
import { rowsOf } from "./rows.ts";

/** What a program should be like. */
export interface ProgramOptions {
  /**
   * Instructions to be executed, about, from 1 to 10,000,000. What sets registers up and exits comes on top, some 15 to 25
   * of them, and programs vary much: measured means are 15 for size 1, 26 for 10, 124 for 100, 810 for 1000. Default 1000,
   * or twice `length` if that is more.
   */
  readonly size?: number | undefined;
  /**
   * Instructions that the program has, about, whether they are executed or not: up to 100,000, fewer where memory
   * is too small. If left out, as many as come with its size: up to 150 items, and more for a size above 1000.
   */
  readonly length?: number | undefined;
  /** Names of the families to use; all if left out. */
  readonly families?: readonly string[] | undefined;
}

export const DEFAULT_SIZE = 1000;

const SP = 2;
const PAGE = 4096;
/** A family weight is one of these: in most programs some families are missing and others are everywhere. */
const WEIGHTS = [0, 0, 1, 1, 2, 4, 8];

/** How a program is to end: by a fault, at a place that is always reached, or by not even being loaded; by a host call there. */
export type Ending = "exit" | "fault" | "host";

/** Grows a program for a world. */
export function growProgram(
  random: Random,
  world: Surroundings,
  options: ProgramOptions = {},
  ending: Ending = "exit",
): GeneratedProgram {
  const { length, size = Math.max(DEFAULT_SIZE, 2 * (length ?? 0)) } = options;
  const executed = Math.max(1, Math.round((size * random.between(2, 24)) / 10));
  const itemsMax = Math.min(ITEMS_MAX, ITEMS_USUAL + Math.round(Math.max(0, size - DEFAULT_SIZE) * ITEMS_PER_EXECUTED));
  const drawn = familiesFor(random, world, options.families);
  const movesStack = drawn.includes(stack);
  const roles = pickRoles(random, {
    counters: drawn.some(({ usesCounters }) => usesCounters) ? 2 : 0,
    functions: drawn.includes(calls) ? random.between(1, 2) : 0,
    stackPointer: movesStack,
  });
  const refused = ending === "fault" && random.chance(PERCENT_REFUSED);
  const codeRoom = codeRoomFor(length ?? itemsMax * OPS_PER_ITEM);
  const map = pickMemoryMap(random, world, { codeRoom, functions: roles.links.length > 0, refused });
  const families = map.text ? withSystem(drawn, options.families) : drawn;
  const grower = new Grower({ random, world, rows: rowsOf(world.isa, world.version), roles, map, size: executed });
  growMain(grower, families, refused ? "exit" : ending, itemsMax, length);
  roles.links.forEach((_, k) => growFunction(grower, families, k));
  if (grower.pageEnd) addPageEnd(grower, grower.pageEnd);
  const pointers: Pointer[] = [
    { register: roles.nearPointer, address: pickPointer(random, map) },
    { register: roles.farPointer, address: pickPointer(random, map) },
  ];
  if (movesStack) pointers.push({ register: SP, address: pickPointer(random, map) });
  const functions = fitIntoRoom(grower.items, grower.bytesMax, map);
  return {
    base: map.base,
    codeRoom: map.codeRoom,
    lead: map.lead,
    functions,
    dataBeforeCode: map.dataBeforeCode,
    pointers,
    items: grower.items,
    exitCode: random.chance(50) ? random.pick([0, 0, 0, 1, -1, 127, 128, 255, 256]) : undefined,
    data: map.text ? [...map.data, map.text] : map.data,
    reserved: roles.reserved,
  };
}

/** Families to draw from. Where a world offers host calls or is large, which few are, its program makes use of it. */
function familiesFor(random: Random, world: Surroundings, names: readonly string[] | undefined): readonly Family[] {
  const possible = possibleFamilies(world, names);
  const families = random.swarm(possible, WEIGHTS);
  const more: Family[] = [];
  const add = (family: Family, share: number): void => {
    if (possible.includes(family)) more.push(...new Array<Family>(Math.ceil(families.length * share)).fill(family));
  };
  if (offersHostCalls(world.systemCalls)) add(hostCalls, HOST_SHARE);
  if (world.memorySize > MEMORY_SIZE_USUAL || world.sources.some(isLong)) add(sources, LONG_SHARE);
  return more.length > 0 ? [...families, ...more] : families;
}

/** Of the families of such a program, those that are `host-calls`, `sources` or `system`, beside what chance gives. */
const HOST_SHARE = 0.2;
const LONG_SHARE = 0.07;

/** Families of a program that has a long text: one prints it, where it may be used. */
function withSystem(families: readonly Family[], names: readonly string[] | undefined): readonly Family[] {
  if (names?.includes(system.name) === false) return families;
  return [...families, ...new Array<Family>(Math.ceil(families.length * LONG_SHARE)).fill(system)];
}

/** Items of the main section at most: of programs of the usual size and of all, as ids of functions come behind them. */
const ITEMS_USUAL = 150;
const ITEMS_MAX = 900_000;
/** Items more for each instruction that is to be executed beyond the usual size; and instructions of an item, about. */
const ITEMS_PER_EXECUTED = 0.3;
const OPS_PER_ITEM = 3;
/** Tries in a row that add nothing. */
const IDLE_MAX = 100;
/** Of 100 programs that end by a fault, those that cannot even be loaded. */
const PERCENT_REFUSED = 12;

function growMain(
  grower: Grower,
  families: readonly Family[],
  ending: Ending,
  itemsMax: number,
  length: number | undefined,
): void {
  const { random, items, map } = grower;
  const most = length === undefined ? random.between(5, itemsMax) : ITEMS_MAX;
  const end = ending === "host" ? growHostEnd : growFault;
  const faultAt = ending !== "exit" ? random.below(length === undefined ? most : 1 + (length >> 1)) : -1;
  const room = map.codeRoom - reserveOf(map.codeRoom);
  let ended = ending === "exit";
  let idle = 0;
  let counted = 0;
  while (items.length < most && map.lead.length + grower.bytesMax < room && isShort(grower, length)) {
    if (!ended && items.length >= faultAt) {
      end(grower);
      ended = true;
    }
    growOne(grower, families);
    // All that is left may be families that cannot be had at this place.
    idle = items.length > counted ? 0 : idle + 1;
    if (idle === IDLE_MAX) break;
    counted = items.length;
  }
  if (!ended) end(grower);
  grower.closeAll();
}

/** True if the program may still grow: in length, or if none is asked for, in what it executes. */
function isShort(grower: Grower, length: number | undefined): boolean {
  return length === undefined ? grower.room > 0 : SURROUNDING_OPS + grower.ops < length;
}

function growOne(grower: Grower, families: readonly Family[]): void {
  const family = grower.random.pick(families);
  grower.enter(family.name);
  grower.closeSome();
  family.grow(grower, (items) => {
    const most = grower.items.length + items;
    while (grower.items.length < most) {
      const before = grower.items.length;
      growOne(grower, families);
      if (grower.items.length === before) break; // a family that cannot be had at this place
    }
  });
}

/** Adds an instruction as a function of its own, at the end of a page. */
function addPageEnd(grower: Grower, last: Op): void {
  grower.moveTo(PAGE_END_ID);
  grower.enter("faults");
  grower.note("ends the last page");
  grower.add("function", [last], -1, 0, { endsAt: PAGE - opLength(last) });
}

/** The body of function `k`: short, as it may be called often. */
function growFunction(grower: Grower, families: readonly Family[], k: number): void {
  const times = grower.calls[k];
  if (times === 0) return;
  grower.currentFunction = k;
  grower.multiplicity = times;
  grower.moveTo(functionId(k));
  grower.enter("calls");
  grower.add("function", [returnOp(grower, k)]);
  const most = grower.items.length + (times > 20 ? 2 : grower.random.between(1, 6));
  for (let tries = 0; tries < 8 && grower.items.length < most; tries++) growOne(grower, families);
  grower.closeAll();
}
