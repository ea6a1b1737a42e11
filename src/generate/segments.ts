import { codeEnd, codeStart, type DataSegment, type GeneratedProgram, type Patch } from "./program.ts";
import { poolBytes } from "./pool.ts";
import type { Random } from "./random.ts";
import type { Surroundings } from "./surroundings.ts";

const PAGE = 4096;
const COUNTS = [0, 1, 1, 1, 2, 2, 3, 4];
const BEFORE_CODE = [0, 0, 0, 0, 0, 1, 1, 2, 4];
const OFFSETS = [0, 0, 0, 8, 1, 0x7f8, 0xffc, 0xfff];
/** Of those that are long enough to fill a page: snapshots refer to whole pages of the program. */
const WHOLE_OFFSETS = [0, 0, 0, 0, 0, 0, ...OFFSETS];
const FILE_BYTES = [0, 0, 1, 16, 256, 256, PAGE - 1, PAGE, PAGE, PAGE + 1, 2 * PAGE];
const BSS_BYTES = [0, 0, 1, 64, PAGE, 2 * PAGE];
/** Of a read-only segment, whose zeros behind its bytes are as rare as they are in real programs. */
const ZERO_BYTES = [0, 0, 0, 0, 0, 0, 16, PAGE];

/** Of a segment that has nothing else: none at all, too. */
const FEW_BYTES = [0, 0, 1];

/** One segment in so many is long, in memories that have the room. */
const LONG_EVERY = 128;
const LONG_PAGES = [9, 15, 16, 17, 31, 32, 33, 64];
const LONG_MORE = [0, 0, 0, 1, 16, -1];
const LONG_MEMORY_MIN = 1024 * 1024;

/** What is known of the memory when its data segments are placed. */
export interface Place extends Pick<GeneratedProgram, "base" | "codeRoom"> {
  readonly memorySize: number;
  /** First and last byte plus one of the area that pointers point into. */
  readonly start: number;
  readonly end: number;
}

/**
 * Adds up to four segments to `data`, in the order of their program headers: in the area and elsewhere, apart, one behind
 * the other or over one that can be written, never in the way of what is loaded before them. Some are empty.
 * @returns how many of them come before the code in the program headers
 */
export function pickSegments(random: Random, world: Surroundings, place: Place, data: DataSegment[]): number {
  const before = random.pick(BEFORE_CODE);
  for (let count = random.pick(COUNTS); count > 0; count--) {
    const segment = pickSegment(random, place, data);
    if (segment && fits(segment, world, place, data, data.length < before)) data.push(segment);
  }
  return Math.min(before, data.length);
}

function pickSegment(random: Random, place: Place, data: readonly DataSegment[]): DataSegment | undefined {
  if (place.memorySize >= LONG_MEMORY_MIN && random.below(LONG_EVERY) === 0) return pickLong(random, place);
  const writable = random.chance(60);
  const file = random.pick(FILE_BYTES);
  const memoryBytes = file + random.pick(writable ? BSS_BYTES : ZERO_BYTES) || random.pick(FEW_BYTES);
  const { start, end, memorySize, base } = place;
  let address: number;
  switch (random.below(16)) {
    case 0:
    case 1:
    case 2: // begins where the one before ends
      address = data.length > 0 ? endOf(data[data.length - 1]) : start;
      break;
    case 3: // ends where the code begins
      address = (random.chance(50) ? base : codeStart(base)) - memoryBytes;
      break;
    case 4: // ends where memory does
      address = memorySize - memoryBytes;
      break;
    case 5:
      address = PAGE * random.below(memorySize / PAGE) + random.pick(OFFSETS);
      break;
    case 6:
      address = PAGE * random.below(codeStart(base) / PAGE) + random.pick(OFFSETS);
      break;
    case 7:
    case 8: // on a page of the one before, over its bytes too
      address = data.length > 0 ? pickOnPageOf(random, data[data.length - 1]) : start;
      break;
    default:
      address = start + PAGE * random.below((end - start) / PAGE) + random.pick(file < PAGE ? OFFSETS : WHOLE_OFFSETS);
  }
  if (address < 0) return undefined;
  // Filled to the end of a page, so that the next one begins with a page.
  const fileBytes = file === PAGE - 1 && writable ? Math.min(memoryBytes, PAGE - (address % PAGE)) : file;
  return { writable, address, fileBytes, memoryBytes, patches: pickPatches(random, fileBytes) };
}

/** A segment of many pages below the stack: its bytes, or zeros behind a few bytes, are long runs of snapshots. */
function pickLong(random: Random, { memorySize }: Place): DataSegment {
  const bytes = PAGE * random.pick(LONG_PAGES) + random.pick(LONG_MORE);
  const start = (Math.floor((memorySize / 4) * 3) & -PAGE) - pageEnd(bytes + PAGE);
  const writable = random.chance(50);
  const fileBytes = writable && random.chance(50) ? random.pick(FILE_BYTES) : bytes;
  const patches: Patch[] = [];
  // Something of its own in each page, so that one cannot stand for another.
  for (let at = random.below(64); at + 16 <= fileBytes; at += PAGE)
    patches.push({ offset: at, bytes: poolBytes(random, 16) });
  return { writable, address: start + random.pick(OFFSETS), fileBytes, memoryBytes: bytes, patches };
}

function pickOnPageOf(random: Random, { address, memoryBytes }: DataSegment): number {
  const pages = Math.max(1, (pageEnd(address + memoryBytes) - pageOf(address)) / PAGE);
  return pageOf(address) + PAGE * random.below(pages) + random.pick(OFFSETS);
}

/** Up to four runs of bytes. */
function pickPatches(random: Random, fileBytes: number): Patch[] {
  const patches: Patch[] = [];
  for (let at = random.below(64); at < fileBytes && patches.length < 4; at += random.between(1, PAGE)) {
    const bytes = poolBytes(random, Math.min(random.between(1, 16), fileBytes - at));
    patches.push({ offset: at, bytes });
    at += bytes.length;
  }
  return patches;
}

function endOf({ address, memoryBytes }: DataSegment): number {
  return address + memoryBytes;
}

/**
 * True if `segment` can be loaded behind `data`. A page that was loaded may be loaded again if all there was writable
 * and the version is not 0, which empties it first (reference/ckb-vm/elf.md 3). Nothing is loaded to where arguments are
 * put, or a page that comes whole from the file could hold something else when it is marked as such. An empty segment at
 * the beginning of a page is nowhere in the way.
 */
function fits(
  segment: DataSegment,
  world: Surroundings,
  { base, codeRoom, memorySize }: Place,
  data: readonly DataSegment[],
  beforeCode: boolean,
): boolean {
  const { address, writable } = segment;
  if (isNowhere(segment)) return address <= memorySize;
  const end = endOf(segment);
  if (end > memorySize - stackBytes(world)) return false;
  const shares = world.version > 0;
  // Code may follow in the last page of a writable segment.
  const codeLimit = shares && writable && beforeCode ? base : codeStart(base);
  if (end > codeLimit && address < codeEnd(base, codeRoom)) return false;
  for (const other of data) {
    const apart = pageEnd(end) <= pageOf(other.address) || pageOf(address) >= pageEnd(endOf(other));
    if (apart || isNowhere(other)) continue;
    if (!shares || !other.writable) return false;
  }
  return true;
}

/** True if loading a segment touches no page: it is empty, and begins with a page. */
export function isNowhere({ address, memoryBytes }: Pick<DataSegment, "address" | "memoryBytes">): boolean {
  return memoryBytes === 0 && address % PAGE === 0;
}

/** Bytes at the end of memory that arguments take at most. */
export function stackBytes({ version, args }: Pick<Surroundings, "version" | "args">): number {
  if (args.length === 0) return version === 0 ? 8 : 0;
  let bytes = 8 * (args.length + 2) + 16;
  for (const { length } of args) bytes += length + 1;
  return bytes;
}

/** A segment that cannot be loaded behind `data`: outside memory, or on a page that is frozen. */
export function refusedSegment(random: Random, world: Surroundings, data: readonly DataSegment[]): DataSegment {
  const frozen = data.filter((segment) => {
    return (!segment.writable || world.version === 0) && endOf(segment) % PAGE !== 0;
  });
  const address = world.memorySize + random.pick([0, 0, 1, 16, PAGE]);
  const outside = {
    writable: random.chance(50),
    address,
    fileBytes: 16,
    memoryBytes: random.pick([16, PAGE]),
    patches: [],
  };
  // Without W^X nothing is frozen.
  if (!world.writeXorExecute || frozen.length === 0 || random.chance(10)) return outside;
  const start = endOf(random.pick(frozen));
  const bytes = Math.min(pageEnd(start) - start, 16);
  if (data.some((other) => start < endOf(other) && start + bytes > other.address)) return outside;
  return { ...outside, address: start, fileBytes: bytes, memoryBytes: bytes };
}

function pageOf(address: number): number {
  return address & -PAGE;
}

function pageEnd(end: number): number {
  return (end + PAGE - 1) & -PAGE;
}
