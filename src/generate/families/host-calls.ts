import { HOST_CALLS, PROGRAM_ID, SYSTEM_CALLS } from "../../case/index.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import type { Op } from "../op.ts";
import type { Family } from "./family.ts";
import { changeFlags, FILL_OFFSET_REGISTER, fillPages, hostCall, pageOf } from "./host-call.ts";
import { pickPointer } from "./memory.ts";
import { loadWholePage } from "./source-call.ts";
import { pickPiece } from "./source-piece.ts";

const PAGE = 4096;
const [FROZEN, EXECUTABLE, DIRTY] = [1, 2, 4];
/** Flags without a meaning beside them. */
const NAMELESS = 0x40;
const ALL_NAMELESS = [0x08, 0x10, 0x20, 0x40, 0x80, 0xf8];
const TRIES = 8;
/** Where this is executed more often, no pages are loaded: each one costs as much as hundreds of instructions. */
const LOADED_TIMES_MAX = 8;
const CYCLES = [0n, 1n, 2n, 3n, 100n, 499n, 500n, 4096n];
/** Registers that any call may write, and x0, which stays 0. */
const REGISTERS = [0n, 10n, 11n, 12n, 13n, 14n, 17n];

/**
 * What a host does to a machine while a program runs: flags of pages of every kind set and cleared, pages filled from pieces
 * and the program file, cycles added, registers stored. Whatever would end the program later is undone in the same item:
 * no page is left executable that was not, and none is filled that is frozen at any time. Code keeps its bytes, stays
 * executable and frozen, as what was decoded once is kept (reference/ckb-vm/decode.md 8).
 */
export const hostCalls: Family = {
  name: "host-calls",
  possible: ({ systemCalls }) => KINDS.some(([, calls]) => calls.every((call) => systemCalls.includes(call))),
  grow(grower) {
    const { random, world } = grower;
    const kinds = KINDS.filter(([, calls]) => calls.every((call) => world.systemCalls.includes(call)));
    for (let tries = 0; tries < TRIES; tries++) {
      const [name, , make] = random.pick(kinds);
      const made = make(grower);
      if (!made) continue;
      grower.note(name);
      return grower.add("system", made.ops, -1, made.cycles ?? 0);
    }
    grower.note("in vain");
    grower.add("code", [grower.randomOp(random.pick(grower.rows.plain))]);
  },
};

/** The instructions of a call, and cycles that it adds. */
interface Made {
  readonly ops: readonly Op[];
  readonly cycles?: number;
}

const { setFlags, clearFlags, initPages, reset, addCycles, setRegister } = HOST_CALLS;
const { loadCellData: load } = SYSTEM_CALLS;

const KINDS: readonly (readonly [
  name: string,
  calls: readonly number[],
  make: (grower: Grower) => Made | undefined,
])[] = [
  ["flags set", [setFlags], setAny],
  ["flags set", [setFlags], setAny],
  ["flags cleared", [clearFlags], clearAny],
  ["flags of a page from a piece", [load, setFlags], loadAndSet],
  ["flags of a page from a piece", [load, clearFlags], loadAndClear],
  ["executable and back", [setFlags, clearFlags], executableAndBack],
  ["filled", [initPages], fillAny],
  ["filled", [initPages], fillAny],
  ["filled with flags, and these cleared", [initPages, clearFlags], fillAndBack],
  ["filled over other flags", [initPages, setFlags, clearFlags], fillOverFlags],
  ["filled over other flags", [initPages, setFlags, clearFlags], fillOverFlags],
  ["no such piece", [reset], resetToNothing],
  ["cycles added", [addCycles], addSome],
  ["a register stored", [setRegister], storeRegister],
];

function setAny(grower: Grower): Made | undefined {
  const { random } = grower;
  const page = pickPage(grower);
  const flags = random.pick([FROZEN, FROZEN, DIRTY, 0, NAMELESS, FROZEN | DIRTY]);
  if ((flags & FROZEN) !== 0 && !freeze(grower, page)) return undefined;
  return { ops: changeFlags("setFlags", page, flags) };
}

function clearAny(grower: Grower): Made {
  const { random } = grower;
  const page = pickPage(grower);
  const flags = random.pick(isCode(grower, page) ? [DIRTY, 0, NAMELESS] : [FROZEN, FROZEN, DIRTY, 0, EXECUTABLE, 0xff]);
  return { ops: changeFlags("clearFlags", page, flags) };
}

function loadAndSet(grower: Grower): Made | undefined {
  const page = pageOf(pickPointer(grower.random, grower.map));
  const flags = grower.random.pick([0, DIRTY, FROZEN, NAMELESS]);
  if ((flags & FROZEN) !== 0 && !freeze(grower, page)) return undefined;
  return loaded(grower, page, changeFlags("setFlags", page, flags));
}

function loadAndClear(grower: Grower): Made | undefined {
  const page = pageOf(pickPointer(grower.random, grower.map));
  return loaded(grower, page, changeFlags("clearFlags", page, grower.random.pick([0, FROZEN, DIRTY, 0xff])));
}

/** What is done to a page that a snapshot refers to. */
function loaded(grower: Grower, page: number, ops: readonly Op[]): Made | undefined {
  if (grower.multiplicity > LOADED_TIMES_MAX) return undefined;
  const loadOps = loadWholePage(grower, page * PAGE);
  grower.loaded.push({ address: page * PAGE, bytes: PAGE });
  return { ops: [...loadOps, ...ops], cycles: PAGE / 4 };
}

function executableAndBack(grower: Grower): Made | undefined {
  const page = pickPage(grower);
  if (isCode(grower, page)) return undefined;
  return { ops: [...changeFlags("setFlags", page, EXECUTABLE), ...changeFlags("clearFlags", page, EXECUTABLE)] };
}

function fillAny(grower: Grower): Made | undefined {
  return fill(grower, grower.random.pick([0, 0, DIRTY, NAMELESS]), []);
}

function fillAndBack(grower: Grower): Made | undefined {
  const flags = grower.random.pick([FROZEN, EXECUTABLE, FROZEN | EXECUTABLE]);
  return fill(grower, flags, [flags]);
}

/** Pages that have flags already keep them: filling adds its own. */
function fillOverFlags(grower: Grower): Made | undefined {
  const { random } = grower;
  const had = random.pick([...ALL_NAMELESS, EXECUTABLE, EXECUTABLE | NAMELESS]);
  return fill(grower, random.pick([0, DIRTY, ...ALL_NAMELESS]), had & EXECUTABLE ? [EXECUTABLE] : [], had);
}

/**
 * @param undone flags that are cleared again on each page
 * @param had flags that one of the pages gets before
 */
function fill(grower: Grower, flags: number, undone: readonly number[], had = 0): Made | undefined {
  const { random, map } = grower;
  if (!grower.isFree(FILL_OFFSET_REGISTER)) return undefined;
  const first = pickPage(grower);
  const count = random.pick([1, 1, 2, 3]);
  const size = count * PAGE;
  if (!isWritable(map, first * PAGE, size)) return undefined;
  const pages = Array.from({ length: count }, (_, k) => first + k);
  if (!pages.every((page) => mayFill(grower, page))) return undefined;
  for (const page of pages) stateOf(grower).filled.add(page);
  const { source, index } = random.chance(15) ? { source: PROGRAM_ID, index: PROGRAM_ID } : pickPiece(grower);
  const offset = random.pick([0, 0, 0, 1, 16, PAGE - 1, PAGE, size]);
  const before = fillPages({ address: first * PAGE, size, flags, index, source, offset: Math.min(offset, size) });
  const behind = pages.flatMap((page) => undone.flatMap((each) => changeFlags("clearFlags", page, each)));
  if (undone.length === 0) grower.hot.push(first * PAGE, first * PAGE + size);
  const already = had === 0 ? [] : changeFlags("setFlags", random.pick(pages), had);
  return { ops: [...already, ...before, ...behind] };
}

function resetToNothing({ random }: Grower): Made {
  return { ops: hostCall(reset, ...random.pick([[9n, 9n], [0n, 9n], [(1n << 32n) + 1n, 9n]] as const)) }; // prettier-ignore
}

function addSome({ random }: Grower): Made {
  const cycles = random.pick(CYCLES);
  return { ops: hostCall(addCycles, cycles), cycles: Number(cycles) };
}

function storeRegister({ random }: Grower): Made {
  const register = random.pick(REGISTERS);
  const value = register === 0n ? 0n : random.pick([0n, 1n, -1n, 1n << 63n, BigInt(random.next())]);
  // The number of a register is five bits: those above are not looked at.
  return { ops: hostCall(setRegister, register + random.pick([0n, 0n, 32n, -32n]), value) };
}

/** A page of any kind: of data, loaded, touched by nobody, at either end of memory or of the stack, of code. */
function pickPage(grower: Grower): number {
  const { random, map, loaded } = grower;
  const { memorySize, data, base } = map;
  switch (random.below(9)) {
    case 0:
    case 1:
      if (loaded.length > 0) return pageWithin(grower, random.pick(loaded));
      break;
    case 2:
      if (data.length > 0) {
        const { address, memoryBytes } = random.pick(data);
        return pageWithin(grower, { address, bytes: memoryBytes });
      }
      break;
    case 3:
      return pageOf(grower.freshPage() ?? pickPointer(random, map));
    case 4:
      return pageOf(random.pick([memorySize - PAGE, memorySize - 2 * PAGE, (memorySize / 4) * 3]));
    case 5:
      return pageOf(base);
    case 6:
      return random.below(memorySize / PAGE);
  }
  return pageOf(pickPointer(random, map));
}

function pageWithin(
  { random, map }: Grower,
  { address, bytes }: { readonly address: number; readonly bytes: number },
): number {
  const page = pageOf(address + random.below(Math.max(1, bytes)));
  return Math.min(page, map.memorySize / PAGE - 1);
}

function isCode({ map }: Grower, page: number): boolean {
  return !isWritable(map, page * PAGE, PAGE);
}

/** Pages that are frozen or filled at any time: an item may be executed before one that stands before it. */
interface PageState {
  readonly frozen: Set<number>;
  readonly filled: Set<number>;
}

const states = new WeakMap<Grower, PageState>();

function stateOf(grower: Grower): PageState {
  let state = states.get(grower);
  if (!state) states.set(grower, (state = { frozen: new Set(), filled: new Set() }));
  return state;
}

/** @returns false if the page must not be frozen, as it is filled */
function freeze(grower: Grower, page: number): boolean {
  const { frozen, filled } = stateOf(grower);
  if (filled.has(page)) return false;
  frozen.add(page);
  return true;
}

/** True if a page is never frozen: not by the program's segments either. */
function mayFill(grower: Grower, page: number): boolean {
  if (stateOf(grower).frozen.has(page)) return false;
  const from = page * PAGE;
  return grower.map.data.every(
    ({ address, memoryBytes, writable }) =>
      (writable && grower.version > 0) || address + memoryBytes <= from || (address & -PAGE) >= from + PAGE,
  );
}
