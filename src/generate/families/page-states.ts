import { SYSTEM_CALLS } from "../../case/index.ts";
import { loadNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import { codeStart } from "../program.ts";
import { accessWidth, stores } from "../rows.ts";
import { pickAccessRow } from "./access-rows.ts";
import type { Family } from "./family.ts";
import { addReader } from "./link.ts";
import { accessAt } from "./memory.ts";
import { loadCellData } from "./source-call.ts";
import { pickWholePages } from "./source-piece.ts";

const PAGE = 4096;
/** Where this is executed more often, no pages are loaded: each one costs as much as hundreds of instructions. */
const LOADED_TIMES_MAX = 8;
const TRIES = 8;
const PERCENT_OVER = 45;

/** What is done to a page before it is accessed: system call 2092 makes it a source page, a store makes it dirty. */
const STATES = ["loaded", "loaded", "stored to", "as it is", "as it is", "as it is"] as const;
type State = (typeof STATES)[number];

/**
 * Accesses of every kind to two neighbouring pages and over the border between them, of which each comes from a source, is
 * dirty or is what it was before: frozen ones, code and others. What snapshots refer to, and what is no longer that.
 */
export const pageStates: Family = {
  name: "page-states",
  grow(grower) {
    const { random } = grower;
    const border = pickBorder(grower);
    const states = prepare(grower, border);
    grower.note(`before the border: ${states[0]}, behind it: ${states[1]}`);
    for (let count = random.between(1, 3); count > 0; count--) addAccess(grower, border);
  },
};

/** The end of a page, not of the last one: mostly of one that is frozen; or before the code, or behind its last page. */
function pickBorder({ random, map }: Grower): number {
  const { base, start, end, data, memorySize, functions } = map;
  const frozen = data.filter(({ writable }) => !writable);
  const kind = random.below(8);
  if (kind < 6 && frozen.length > 0) {
    const { address, memoryBytes } = random.pick(frozen);
    const first = address & -PAGE;
    const border = first + PAGE * random.below((address + memoryBytes - first + 2 * PAGE - 1) / PAGE);
    if (border >= PAGE && border < memorySize) return border;
  }
  const code = codeStart(base);
  if (code >= PAGE && random.chance(15)) return code;
  if (kind < (typeof functions === "number" ? 7 : 5)) return start;
  return start + PAGE * random.between(1, (end - start) / PAGE - 1);
}

/** Brings both pages into states, where they may be written at all. @returns what was done to each */
function prepare(grower: Grower, border: number): readonly [State, State] {
  const states: [State, State] = [pickState(grower, border - PAGE), pickState(grower, border)];
  const bothLoaded = states[0] === "loaded" && states[1] === "loaded";
  // Of one piece, one behind the other, or of two.
  if (bothLoaded && grower.world.sources.some(({ bytes }) => bytes.length >= 2 * PAGE) && grower.random.chance(60)) {
    load(grower, border - PAGE, 2 * PAGE);
  } else {
    bring(grower, border - PAGE, states[0]);
    bring(grower, border, states[1]);
  }
  return states;
}

function pickState({ random, map, world, multiplicity }: Grower, page: number): State {
  const state = random.pick(STATES);
  if (state === "as it is" || !isWritable(map, page, PAGE)) return "as it is";
  const mayLoad = multiplicity <= LOADED_TIMES_MAX && world.systemCalls.includes(SYSTEM_CALLS.loadCellData);
  return mayLoad ? state : "stored to";
}

function bring(grower: Grower, page: number, state: State): void {
  if (state === "loaded") load(grower, page, PAGE);
  if (state !== "stored to") return;
  const { random, rows } = grower;
  grower.note("makes a page dirty");
  grower.add("access", accessAt(grower, random.pick(rows.onlyStores), page + 8 * random.below(PAGE / 8)));
}

/** Loads one or more pages with system call 2092. */
function load(grower: Grower, page: number, bytes: number): void {
  const { source, index, offset } = pickWholePages(grower, bytes);
  // The size is stored to the page itself, and gone with what is loaded: no other page becomes dirty.
  const sizeAddress = page + 8 * grower.random.below(bytes / 8);
  grower.note("loads what a snapshot refers to");
  const call = loadCellData({ sizeAddress, size: bytes, address: page, offset, index, source });
  grower.add("system", call, -1, bytes / 4);
  grower.loaded.push({ address: page, bytes });
}

/** Adds an access over the border or on either side of it. */
function addAccess(grower: Grower, border: number): void {
  const { random, map } = grower;
  for (let tries = 0; tries < TRIES; tries++) {
    const instruction = pickAccessRow(grower);
    const width = accessWidth(instruction);
    const address =
      width > 1 && random.chance(PERCENT_OVER)
        ? border - random.between(1, width - 1)
        : random.pick([border, border - width, border - PAGE, border + random.between(-PAGE, PAGE - width)]);
    if (stores(instruction) && !isWritable(map, address, width)) continue;
    if (address + width >= map.memorySize) continue; // version 0 refuses loads that end there
    const ops = accessAt(grower, instruction, address);
    grower.add("access", ops);
    if (random.chance(30)) addReader(grower, ops[ops.length - 1].rd);
    return;
  }
  grower.add("code", loadNumber(grower.destination(), border));
}
