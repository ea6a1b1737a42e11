import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import { isLong, pieceOf, type Piece } from "./source-piece.ts";

const PAGE = 4096;
/** Where this is executed more often, only a few pages are loaded at once. */
const TIMES_MAX = 4;
const USUAL_BYTES = 4 * PAGE;
/** Lengths at and beside which a buffer, a run or a number of 16 bits ends. */
const SIZES = [0x8000, 0x8001, 9 * PAGE, 0x10000 - 1, 0x10000, 0x10001, 0x11000, 0x20000, 0x20001];
const OFFSETS = [0, 0, 0, 0, PAGE, 8 * PAGE, 8, 100, 0x8000];
/** Where it begins in its page: mostly with it, as only whole pages are referred to. */
const STARTS = [0, 0, 0, 0, 0, 0, 1, 8, PAGE - 8, 2048];

/** How much of a long piece goes where. */
export interface LongLoad {
  readonly piece: Piece;
  readonly offset: bigint;
  readonly size: number;
  readonly address: number;
}

/** True if a program that has a long piece may load it here. */
export function mayLoadLong({ world, multiplicity }: Grower): boolean {
  return multiplicity <= TIMES_MAX && world.sources.some(isLong);
}

/** So many bytes at most may be loaded at once here. */
export function loadBytesMax({ multiplicity }: Grower): number {
  return multiplicity > TIMES_MAX ? USUAL_BYTES : Infinity;
}

/** More than 32 KiB of a long piece, so that snapshots refer to many pages as one run. Undefined where there is none. */
export function pickLongLoad(grower: Grower): LongLoad | undefined {
  const { random, world } = grower;
  const long = world.sources.filter(isLong);
  if (long.length === 0) return undefined;
  const piece = pieceOf(random.pick(long));
  const offset = random.pick(OFFSETS);
  const rest = piece.bytes - offset;
  const size = random.chance(50) ? rest : random.pick(SIZES);
  const written = Math.min(size, rest);
  const address = placeForMany(grower, written, random.pick(STARTS));
  return address === undefined ? undefined : { piece, offset: BigInt(offset), size, address };
}

/**
 * An address for more bytes than the area for data may have: on top of that area, or between it and the stack, or before
 * the code, where no item has pages of its own; undefined if there is none.
 */
export function placeForMany({ random, map }: Grower, bytes: number, start = 0): number | undefined {
  const { memorySize } = map;
  const pages = (bytes + start + PAGE - 1) & -PAGE;
  const belowStack = (Math.floor((memorySize / 4) * 3) & -PAGE) - pages;
  const places = [belowStack, belowStack, map.start, map.base - (map.base % PAGE) - pages, memorySize - pages];
  const first = random.below(3);
  for (const place of places.slice(first)) {
    const address = place + start;
    if (place >= 0 && isWritable(map, address, Math.max(bytes, 8))) return address;
  }
  return undefined;
}
