import { loadNumber } from "../constant.ts";
import { CODE_ROOM, codeEnd, codeStart, type GeneratedProgram, type Item } from "../program.ts";
import type { Op } from "../op.ts";
import { stores, touchesMemory } from "../rows.ts";
import { accessFrom, accessNearZero, accessOf, addressOf, likelyAddresses, withoutIdlePointers } from "./addresses.ts";
import { USUAL_BASE } from "./measure.ts";
import { changes, type Pass } from "./pass.ts";
import { storesAlone } from "./stores-alone.ts";
import { withProgram } from "./with-program.ts";

const MAY_NOT_FIT = true;
const PAGE = 4096;
const FAR_ENOUGH = 0x2000;
/** Addresses from x0 that every instruction can name, 8 bytes of each being in the first page. */
const NEAR_ZERO = 0x7ff;
/** Pages that are looked at together, at the most: each is a try of its own. */
const PAGES_MAX = 8;

/** Moves all accesses of one page into the first page, where x0 is base enough, and there to its beginning. */
export const accessesOfPages: Pass = function* (original, from) {
  const program = awayFromFirstPage(original.program);
  const { items } = program;
  if (codeStart(program.base) === 0) return;
  const addresses = likelyAddresses(program);
  const known = addresses.filter((address) => address !== undefined);
  const pages = [...new Set(known.map((address) => address & -PAGE))].slice(0, PAGES_MAX);
  // The last one is of all pages: what was in different ones is then in one.
  yield* changes(pages.length + 1, from, function* (k) {
    if (k < pages.length && program !== original.program) return; // some would stay behind, where the code is now
    const isMeant = (address: number) => k === pages.length || (address & -PAGE) === pages[k];
    const lowest = known.filter(isMeant).reduce((least, address) => Math.min(least, address & NEAR_ZERO), NEAR_ZERO);
    for (const down of new Set([lowest, lowest & -8, 0])) {
      for (const stored of STORED) {
        let isOther = stored === 0;
        const moved = items.map((item, n) => {
          const [access, address] = [accessOf(item), addresses[n]];
          if (!access || address === undefined || !isMeant(address)) return item;
          const ways = storedNearZero(access, (address & NEAR_ZERO) - down, program);
          isOther ||= ways.length > 1;
          return { ...item, ops: ways[Math.min(stored, ways.length - 1)] };
        });
        if (isOther) yield* withProgram(original, withoutIdlePointers(program, moved), MAY_NOT_FIT);
      }
    }
  });
};

/** What a store of its base can store without it: sp, 1, -1. */
const STORED = [0, 1, 2];

/**
 * Ways to make an access at `address`, below 2048. What stores its base loses what it stores: that becomes sp, or, as it
 * may have to be odd or negative, 1 or -1.
 */
function storedNearZero(access: Op, address: number, { reserved }: GeneratedProgram): Op[][] {
  const ops = accessNearZero(access, address);
  const { rs1, rs2 } = access;
  if (rs1 === 0 || rs2 !== rs1 || ops.length > 1 || (reserved & (1 << rs2)) !== 0) return [ops];
  return [ops, ...[1, -1].map((value) => [...loadNumber(rs2, value), { ...ops[0], rs2 }])];
}

/** The program with its code where it usually is, if it is in the first page and nothing but accesses depends on that. */
function awayFromFirstPage(program: GeneratedProgram): GeneratedProgram {
  const { base, items, data, functions } = program;
  if (codeStart(base) > 0 || data.length > 0 || functions !== "behind") return program;
  const addresses = likelyAddresses(program);
  const isFree = (item: Item, k: number) =>
    item.kind === "access" ? addresses[k] !== undefined : item.kind !== "system" && item.kind !== "fault";
  return items.every(isFree) ? { ...program, base: USUAL_BASE, codeRoom: CODE_ROOM } : program;
}

/** Turns system calls into their stores alone, and accesses into ones at a simple address. */
export const simplerAccesses: Pass = function* (original, from) {
  const { program } = original;
  const { items } = program;
  const addresses = likelyAddresses(program);
  yield* changes(items.length, from, function* (k) {
    for (const simpler of simplerThan(items[k], addresses[k], program)) {
      yield* withProgram(original, withoutIdlePointers(program, items.with(k, simpler)), MAY_NOT_FIT);
    }
  });
};

function* simplerThan(item: Item, address: number | undefined, program: GeneratedProgram): Generator<Item> {
  const { kind, ops } = item;
  if (kind === "system" || kind === "fault") {
    const asAccess = (accessing: readonly Op[]): Item => ({ ...item, kind: "access", ops: accessing, extraCycles: 0 });
    const last = ops.findLastIndex(({ instruction }) => instruction !== undefined && touchesMemory(instruction));
    if (last < 0) return;
    if (kind === "system") yield asAccess(ops.slice(0, last + 1));
    if (codeStart(program.base) > 0) for (const alone of storesAlone(ops.slice(0, last + 1))) yield asAccess(alone);
  } else for (const simpler of simplerOps(item, address, program)) yield { ...item, ops: simpler };
}

function* simplerOps(item: Item, address: number | undefined, program: GeneratedProgram): Generator<Item["ops"]> {
  const access = accessOf(item);
  if (!access?.instruction) return;
  const { instruction } = access;
  const withOffset = instruction.field.has("imm");
  if (!stores(instruction) || codeStart(program.base) > 0) {
    yield accessNearZero(access, 0);
    const exact = addressOf(item);
    if (address !== undefined) yield* storedNearZero(access, address & NEAR_ZERO, program);
    if (exact !== undefined && exact <= NEAR_ZERO) {
      for (let less = exact >> 1; less > 0; less >>= 1) yield accessNearZero(access, exact - less);
    }
  }
  if (access.rs1 === 0 || (address === undefined && item.ops.length < 2)) return;
  // The code itself can be read. Then borders of other pages, and the byte before them.
  const behind = codeEnd(program.base, program.codeRoom);
  const borders = [...(stores(instruction) ? [] : [codeStart(program.base)]), behind, behind + FAR_ENOUGH];
  for (const border of borders) {
    // Code may reach to the end of its room.
    const isClosed = border === behind && stores(instruction);
    for (const near of withOffset && border > 0 && !isClosed ? [0, -1] : [0]) {
      yield accessFrom(access, border, withOffset ? near : access.imm, program);
    }
  }
  if (!withOffset || address === undefined) return;
  const low = (address << 20) >> 20;
  yield accessFrom(access, address - low, low, program);
}
