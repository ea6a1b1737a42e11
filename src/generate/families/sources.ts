import { SYSTEM_CALLS } from "../../case/index.ts";
import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";
import { accessWidth } from "../rows.ts";
import type { Family } from "./family.ts";
import { accessAt, pickPointer } from "./memory.ts";
import { loadBytesMax, mayLoadLong, pickLongLoad, placeForMany } from "./long-loads.ts";
import { loadCellData } from "./source-call.ts";
import { otherPiece, PROGRAM_BYTES_MAX, pickPiece, type Piece } from "./source-piece.ts";

const PAGE = 4096;

/** What of a piece goes where. */
interface Load {
  readonly piece: Piece;
  readonly offset: bigint;
  /** Undefined: what memory holds. */
  readonly size: number | undefined;
  /** Left out: where it fits. */
  readonly address?: number;
}

/** System call 2092: parts of data pieces in memory, over earlier ones too, which are then overwritten and read back. */
export const sources: Family = {
  name: "sources",
  possible: ({ systemCalls }) => systemCalls.includes(SYSTEM_CALLS.loadCellData),
  grow(grower) {
    const { random } = grower;
    const [name, pick] = mayLoadLong(grower) && random.chance(PERCENT_LONG) ? LONG_PLAN : random.pick(PLANS);
    const load = pick(grower) ?? anything(grower);
    grower.note(name);
    const { address, written } = addLoad(grower, load);
    if (random.chance(25)) {
      const again = random.chance(50) ? load : { ...load, piece: otherPiece(grower, load.piece) };
      grower.note(again === load ? "twice: the same piece" : "twice: another piece");
      addLoad(grower, { ...again, address });
    }
    if (written === 0) return;
    if ((address + written) % PAGE === 0 && random.chance(PERCENT_GOES_ON)) goOn(grower, load, address, written);
    grower.loaded.push({ address, bytes: written });
    if (random.chance(50)) overwrite(grower, address, written);
    if (random.chance(30)) readBack(grower, address, written);
  },
};

/** Of 100 loads in worlds with a long piece, those that look for it. */
const PERCENT_LONG = 40;
/** Of 100 loads that end with a page, those that another one goes on from. */
const PERCENT_GOES_ON = 40;

/**
 * Loads what comes next to the pages behind: the next bytes of the same piece, those at the same offset of another, or others
 * of the same one. Only the first of these is one run of a snapshot with what is before it.
 */
function goOn(grower: Grower, { piece, offset }: Load, address: number, written: number): void {
  const { random, world, map } = grower;
  const behind = address + written;
  const next = offset + BigInt(written);
  const size = random.chance(75) ? PAGE : 2 * PAGE;
  if (piece.isProgram || !isWritable(map, behind, size)) return;
  const others = world.sources.filter(({ id, bytes }) => {
    const isOther = id >> 32n !== piece.source || (id & 0xffff_ffffn) !== piece.index;
    return isOther && BigInt(bytes.length) >= next + BigInt(PAGE);
  });
  const kind = random.below(4);
  if (kind === 0 && others.length > 0) {
    const { id, bytes } = random.pick(others);
    const other = { source: id >> 32n, index: id & 0xffff_ffffn, bytes: bytes.length, isProgram: false };
    grower.note("another piece goes on there");
    addLoad(grower, { piece: other, offset: next, size, address: behind });
  } else {
    grower.note(kind === 1 ? "the same piece goes on elsewhere" : "the same piece goes on");
    addLoad(grower, { piece, offset: kind === 1 ? offset : next, size, address: behind });
  }
}

type Plan = (grower: Grower) => Load | undefined;

const anything = (grower: Grower): Load => {
  const { random } = grower;
  const piece = pickPiece(grower);
  const offset = random.chance(50) ? 0n : random.pick([1n, 4n, 100n, 4095n, 4096n, 1n << 40n]);
  const rest = Math.max(0, piece.bytes - Number(offset));
  const wishes = [1, 8, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, rest, rest, rest, rest + 1, 3 * PAGE + 5, 1 << 30];
  return { piece, offset, size: piece.isProgram ? random.pick([100, PAGE, PROGRAM_BYTES_MAX]) : random.pick(wishes) };
};

/** What snapshots refer to: whole pages of a piece on whole pages of memory. */
const wholePages: Plan = (grower) => {
  const piece = pickPiece(grower);
  const { random, map } = grower;
  const offset = BigInt(random.pick([0, 0, PAGE, 8, 100]));
  const address = map.start + PAGE * random.below(6);
  return {
    piece,
    offset,
    size: piece.isProgram ? PAGE : random.pick([PAGE, 2 * PAGE, Math.max(1, piece.bytes)]),
    address,
  };
};

const partOfPage: Plan = (grower) => {
  const { random } = grower;
  const piece = pickPiece(grower);
  return { piece, offset: BigInt(random.below(64)), size: random.pick([1, 7, 8, 100, PAGE - 1, PAGE + 1, PAGE + 100]) };
};

/** Over an earlier load: from before it, from inside it, over its end, or right behind it. */
const overlapping: Plan = (grower) => {
  const { random, loaded } = grower;
  if (loaded.length === 0) return undefined;
  const earlier = random.pick(loaded);
  const step = random.pick([-PAGE, -8, -1, 1, 8, 100, PAGE - 8, PAGE, earlier.bytes >> 1, earlier.bytes]);
  const size = random.pick([8, 64, PAGE, PAGE + 8, earlier.bytes]);
  return { piece: pickPiece(grower), offset: BigInt(random.pick([0, 0, 8])), size, address: earlier.address + step };
};

const atEnd: Plan = (grower) => {
  const piece = pickPiece(grower);
  return piece.isProgram ? undefined : { piece, offset: BigInt(piece.bytes), size: grower.random.pick([1, 8, PAGE]) };
};

const beyondEnd: Plan = (grower) => {
  const { random } = grower;
  const piece = pickPiece(grower);
  const far = random.pick([1n << 32n, 1n << 40n, (1n << 64n) - 1n]);
  return { piece, offset: piece.isProgram || random.chance(50) ? far : BigInt(piece.bytes + 1), size: 8 };
};

const overEnd: Plan = (grower) => {
  const piece = pickPiece(grower);
  if (piece.isProgram || piece.bytes < 2) return undefined;
  return { piece, offset: BigInt(piece.bytes - 1 - grower.random.below(Math.min(8, piece.bytes - 1))), size: 64 };
};

/** However much that is: there is room for the rest of the piece. */
const sizeInMemory: Plan = (grower) => {
  const piece = pickPiece(grower);
  return piece.isProgram ? undefined : { piece, offset: BigInt(grower.random.pick([0, 0, 8, PAGE])), size: undefined };
};

const PLANS: readonly (readonly [name: string, plan: Plan])[] = [
  ["anything", anything],
  ["anything", anything],
  ["whole pages", wholePages],
  ["whole pages", wholePages],
  ["part of a page", partOfPage],
  ["over an earlier load", overlapping],
  ["over an earlier load", overlapping],
  ["offset at the end", atEnd],
  ["offset beyond the end", beyondEnd],
  ["over the end of the piece", overEnd],
  ["size zero", (grower) => ({ ...anything(grower), size: 0 })],
  ["size as it is in memory", sizeInMemory],
];

const LONG_PLAN = ["more than 32 KiB", pickLongLoad] as const;

/** Adds the call; gives where it writes, and how much at most. */
function addLoad(
  grower: Grower,
  { piece, offset, size: wished, address: wish }: Load,
): { address: number; written: number } {
  const { random, map, hot } = grower;
  const rest = piece.isProgram ? piece.bytes : Number(BigInt(piece.bytes) > offset ? BigInt(piece.bytes) - offset : 0n);
  const most = piece.isProgram ? PROGRAM_BYTES_MAX : loadBytesMax(grower);
  const size = piece.isProgram || rest > most ? Math.min(wished ?? PAGE, most) : wished;
  const written = Math.min(size ?? rest, rest);
  const fits = wish !== undefined && isWritable(map, wish, Math.max(written, 8));
  const address = fits ? wish : chooseAddress(grower, written);
  if (address === undefined) return addLoad(grower, { piece, offset, size: PAGE });
  const inside = size !== undefined && random.chance(15) && written > 16;
  const sizeAddress = inside
    ? address + random.below(written - 8)
    : size === undefined
      ? pickSizeInMemory(grower)
      : pickPointer(random, map);
  const { source, index } = piece;
  grower.add("system", loadCellData({ sizeAddress, size, address, offset, index, source }), -1, Math.ceil(written / 4));
  if (written > 0) hot.push(address, address + written, (address + PAGE - 1) & -PAGE);
  return { address, written };
}

/** Where memory may hold a size: in what was loaded, which is a page that is not dirty at times, or in a segment. */
function pickSizeInMemory({ random, map, loaded }: Grower): number {
  const places = loaded.map(({ address, bytes }) => ({ address, bytes: bytes - 8 }));
  if (places.length === 0 || random.chance(30)) {
    for (const { address, fileBytes } of map.data) places.push({ address, bytes: fileBytes - 8 });
  }
  const { address, bytes } = places.length > 0 ? random.pick(places) : { address: 0, bytes: 0 };
  const at = address + (random.chance(50) ? 0 : 8 * random.below(Math.max(1, bytes / 8)));
  return bytes > 0 && isWritable(map, at, 8) ? at : pickPointer(random, map);
}

/** Stores inside of what was loaded, or over one of its ends. */
function overwrite(grower: Grower, address: number, written: number): void {
  const { random, map, rows } = grower;
  const store = random.pick(rows.onlyStores);
  const width = accessWidth(store);
  const border = random.chance(40);
  const at = border
    ? random.pick([address, address + written]) - random.below(width + 1)
    : address + random.below(written);
  grower.note(border ? "overwritten at its border" : "overwritten inside");
  grower.add("access", accessAt(grower, store, isWritable(map, at, width) ? at : address));
}

/** Loads from what was loaded, mostly where it was overwritten or ends. */
function readBack(grower: Grower, address: number, written: number): void {
  const { random, map, rows } = grower;
  const load = random.pick(rows.onlyLoads);
  const at = address + random.pick([0, written - 1, random.below(written)]) - random.below(accessWidth(load));
  grower.note("read back");
  // One byte more: version 0 refuses loads that end at the end of memory.
  const fits = at >= 0 && at + accessWidth(load) < map.memorySize;
  grower.add("access", accessAt(grower, load, fits ? at : map.start));
}

/** Where `bytes` bytes fit: at and beside page borders of the area, or far away from everything; undefined if nowhere. */
function chooseAddress(grower: Grower, bytes: number): number | undefined {
  const { random, map } = grower;
  const { start, end, memorySize } = map;
  const page = random.chance(15) ? (memorySize / 2) & -PAGE : start + PAGE * random.below((end - start) / PAGE);
  const address = page + random.pick([0, 0, 0, 1, -1, 8, PAGE - 8, 2048]);
  if (isWritable(map, address, Math.max(bytes, 8))) return address;
  return bytes <= end - start ? end - ((bytes + PAGE - 1) & -PAGE) : placeForMany(grower, bytes);
}
