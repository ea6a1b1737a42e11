import type { Instruction } from "../../isa/index.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import { codeStart } from "../program.ts";
import { accessWidth, stores } from "../rows.ts";
import { pickAccessRow } from "./access-rows.ts";
import type { Family } from "./family.ts";
import { addReader } from "./link.ts";
import { accessAt, edges, pickEdge } from "./memory.ts";
import { growPageRun } from "./page-runs.ts";
import { growNearZero } from "./near-zero.ts";

const PAGE = 4096;
/** Code that is read is not further from its beginning than this: where it ends is not known yet. */
const CODE_READ = 512;
const TRIES = 8;
const PERCENT_READ = 20;
const PERCENT_NEAR_ZERO = 70;
/** Of 100 accesses to an untouched page, those to many of them, each of which every snapshot then has. */
const PERCENT_RUN = 20;

/** Bytes of one kind, by the first one and the one behind them. */
type Bytes = readonly [from: number, to: number];

/**
 * Loads, stores and atomics of every width on pages of one kind: read-only ones, which are frozen and may be written all the same;
 * code, which may only be read; pages that came from a data piece or the program file; untouched ones; and the first and
 * the last page of memory. At the first and last byte, over both ends, misaligned and anywhere.
 */
export const pages: Family = {
  name: "pages",
  grow(grower) {
    const { random } = grower;
    const [kind, bytesOf] = random.pick(KINDS);
    if (kind === "untouched" && random.chance(PERCENT_RUN) && growPageRun(grower)) return;
    const bytes = bytesOf(grower);
    if (!bytes) return edges.grow(grower, nothingInside);
    if (kind === "first page" && random.chance(PERCENT_NEAR_ZERO)) return growNearZero(grower);
    for (let count = random.between(1, 3); count > 0; count--) {
      const instruction = kind === "code" ? pickReading(grower) : pickAny(grower);
      const where = random.pick(PLACES);
      const address = addressIn(grower, instruction, bytes, where);
      grower.note(address === undefined ? undefined : `${kind}: ${where}`);
      const ops = accessAt(grower, instruction, address ?? pickEdge(grower, instruction));
      grower.add("access", ops);
      if (random.chance(PERCENT_READ)) addReader(grower, ops[ops.length - 1].rd);
    }
  },
};

/** A load of any kind. */
function pickReading({ random, rows }: Grower): Instruction {
  const { onlyLoads, reservations } = rows;
  return random.pick(reservations.length > 0 && random.chance(25) ? reservations : onlyLoads);
}

/** A store, a load, or an atomic at times. */
function pickAny(grower: Grower): Instruction {
  const { random, rows } = grower;
  if (random.chance(30)) return pickAccessRow(grower);
  return random.pick(random.chance(50) ? rows.onlyStores : rows.loadsAndStores);
}

function nothingInside(): void {
  // Nothing is grown inside of accesses.
}

const KINDS: readonly (readonly [kind: string, bytesOf: (grower: Grower) => Bytes | undefined])[] = [
  ["frozen", (grower) => segmentOf(grower, false)],
  ["from the program file", (grower) => segmentOf(grower, true)],
  ["code", ({ map: { base } }) => [base, base + CODE_READ]],
  ["before the code", ({ map: { base } }) => (codeStart(base) < base ? [codeStart(base), base] : undefined)],
  ["from a data piece", loadedBytes],
  ["from a data piece", loadedBytes],
  ["untouched", untouchedPage],
  ["first page", () => [0, PAGE]],
  ["first page", () => [0, PAGE]],
  ["last page", ({ map: { memorySize } }) => [memorySize - PAGE, memorySize]],
];

function segmentOf({ random, map }: Grower, writable: boolean): Bytes | undefined {
  const segments = map.data.filter((segment) => segment.writable === writable);
  if (segments.length === 0) return undefined;
  const { address, memoryBytes } = random.pick(segments);
  return [address, address + memoryBytes];
}

function loadedBytes({ random, loaded }: Grower): Bytes | undefined {
  if (loaded.length === 0) return undefined;
  const { address, bytes } = random.pick(loaded);
  return [address, address + bytes];
}

function untouchedPage(grower: Grower): Bytes | undefined {
  const page = grower.freshPage();
  return page === undefined ? undefined : [page, page + PAGE];
}

const PLACES = ["at its beginning", "at its end", "over its beginning", "over its end", "over a page end", "misaligned", "anywhere"] as const; // prettier-ignore

/** An address there at which `instruction` may access memory; undefined if there is none. */
function addressIn(
  grower: Grower,
  instruction: Instruction,
  [from, to]: Bytes,
  where: (typeof PLACES)[number],
): number | undefined {
  const { random, map, version } = grower;
  const width = accessWidth(instruction);
  // Version 0 refuses loads that end at the end of memory.
  const limit = version === 0 ? map.memorySize - 1 : map.memorySize;
  for (let tries = 0; tries < TRIES; tries++) {
    let address = from + random.below(Math.max(1, to - from - width + 1));
    if (where === "at its beginning") address = from;
    else if (where === "at its end") address = to - width;
    else if (where === "over its beginning") address = from - random.below(width);
    else if (where === "over its end") address = to - random.between(1, width);
    else if (where === "over a page end") address = (address | (PAGE - 1)) + 1 - random.below(width);
    else if (where === "misaligned") address |= 1;
    if (address < 0 || address + width > limit) continue;
    if (!stores(instruction) || isWritable(map, address, width)) return address;
  }
  return undefined;
}
