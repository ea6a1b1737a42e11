import { SYSTEM_CALLS } from "../case/index.ts";
import { offersHostCalls } from "./families/host-call.ts";
import { pickLead } from "./lead.ts";
import { CODE_ROOM, codeEnd, codeStart, type DataSegment, type GeneratedProgram } from "./program.ts";
import { pickText } from "./long-text.ts";
import { MEMORY_SIZE_USUAL } from "./memory-sizes.ts";
import type { Random } from "./random.ts";
import { pickSegments, refusedSegment } from "./segments.ts";
import type { Surroundings } from "./surroundings.ts";

const PAGE = 4096;

/** Where generated programs have what. All areas but the code may be written. */
export interface MemoryMap extends Pick<
  GeneratedProgram,
  "base" | "codeRoom" | "lead" | "functions" | "dataBeforeCode"
> {
  readonly memorySize: number;
  /** First and last byte plus one of the area that pointers point into: data, bss and pages nothing has touched. */
  readonly start: number;
  readonly end: number;
  readonly data: readonly DataSegment[];
  /** A segment with a long text and a zero behind it, which no item stores to; most programs have none. */
  readonly text: DataSegment | undefined;
  /** The first page behind the area that nothing is in. */
  readonly freshFrom: number;
  /** Addresses at which something begins or ends. */
  readonly borders: readonly number[];
}

/** What a program needs of its memory. */
export interface MemoryNeeds {
  /** Bytes for code. `CODE_ROOM` if left out; less where memory is too small. */
  readonly codeRoom?: number;
  /** True if there are functions. */
  readonly functions?: boolean;
  /** True if loading it is to fail. */
  readonly refused?: boolean;
}

/** Pages of the area, and how few do. */
const AREA_PAGES = 12;
const AREA_PAGES_MIN = 3;
/** Bytes of memory that a generated program needs: a page of code, and the least area. */
export const MEMORY_SIZE_MIN = (1 + AREA_PAGES_MIN) * PAGE;
/** First pages of code: near the start of memory, and where linkers put it; others are drawn. */
const CODE_PAGES = [0x10, 0x10, 0x10, 0x10, 0x11, 1, 0, -1, -1, Infinity];
/** Where code begins in its page. Version 0 refuses code that does not begin with it. */
const CODE_OFFSETS = [0, 0, 0, 0, 0, 0, 2, 0x7f0, 0x7f2, 0xff0, 0xff8, 0xffc, 0xffe];

/** Pages of code from which on there is room for what is not code, or stands somewhere else in it. */
const ROOM_FOR_MORE = 12;
/** Pages of a segment of functions: with one, the area for data begins right behind the page that they are in. */
const FUNCTION_PAGES = [1, 1, 2, 4];
const PERCENT_LEAD = 25;
/** Of 100 programs in more memory than usual, those that stand somewhere high up. */
const PERCENT_HIGH = 60;
const PERCENT_FUNCTIONS_ELSEWHERE = 50;
/**
 * Bytes between the code and its functions, in programs of usual length: caches of decoded instructions have the same entry
 * for addresses so far apart, those of blocks from the first distance on (reference/ckb-vm/machine.md 8.1), all of them from
 * the last one on (decode.md 8).
 */
const SAME_ENTRY_DISTANCES = [0x8000, 0x20000];
const PERCENT_SAME_ENTRY = 12;
const SAME_ENTRY_PAGES = 4;

/** One program in so many has a long text. */
const TEXT_EVERY = 40;

/** Bytes of the area of a program in a memory of this size. */
export function areaBytes(memorySize: number): number {
  return PAGE * Math.min(AREA_PAGES, Math.max(AREA_PAGES_MIN, Math.floor(memorySize / PAGE / 4)));
}

/**
 * Places code and data; segments start and end at and beside page borders.
 * @throws RangeError if the memory is smaller than `MEMORY_SIZE_MIN`
 */
export function pickMemoryMap(random: Random, world: Surroundings, needs: MemoryNeeds = {}): MemoryMap {
  const { memorySize, version } = world;
  if (memorySize < MEMORY_SIZE_MIN)
    throw new RangeError(`a generated program needs ${MEMORY_SIZE_MIN} bytes of memory`);
  const area = areaBytes(memorySize) / PAGE;
  // Arguments lie in the top quarter of memory. In a small one the area may reach into that: it can be written.
  const stackPage = Math.floor((memorySize / PAGE) * 0.75);
  const limit = Math.max(stackPage, Math.min(memorySize / PAGE, area + 1));
  const usualRoom = (needs.codeRoom ?? CODE_ROOM) / PAGE;
  const distance =
    needs.functions === true && usualRoom <= CODE_ROOM / PAGE && random.chance(PERCENT_SAME_ENTRY)
      ? random.pick(SAME_ENTRY_DISTANCES)
      : 0;
  const farRoom = Math.max(usualRoom, distance / PAGE + SAME_ENTRY_PAGES);
  const isFar = distance > 0 && farRoom <= limit - area;
  const room = isFar ? farRoom : Math.min(usualRoom, limit - area);
  const last = limit - area - room;
  const drawn = random.pick(CODE_PAGES);
  const page =
    memorySize > MEMORY_SIZE_USUAL && random.chance(PERCENT_HIGH)
      ? pickHighPage(random, memorySize, last, room + area)
      : drawn < 0
        ? random.below(last + 1)
        : Math.min(drawn, last);
  const pickOffset = () => (version === 0 || room < ROOM_FOR_MORE ? 0 : random.pick(CODE_OFFSETS));
  const base = PAGE * page + pickOffset();
  const codeRoom = room * PAGE;
  const start = codeEnd(base, codeRoom);
  const lead = room >= ROOM_FOR_MORE && random.chance(PERCENT_LEAD) ? pickLead(random) : NO_LEAD;
  let functions: MemoryMap["functions"] = "behind";
  if (isFar) functions = base + distance + (version === 0 ? 0 : 4 * random.below(PAGE / 8));
  else if (needs.functions === true && random.chance(PERCENT_FUNCTIONS_ELSEWHERE)) {
    const pages = random.pick(FUNCTION_PAGES);
    const offset = pages === 1 ? 0 : pickOffset();
    functions = room < ROOM_FOR_MORE || random.chance(50) ? "before" : start - pages * PAGE + offset;
  }
  const place = { memorySize, base, codeRoom, lead, functions, start, end: start + PAGE * area };
  const data: DataSegment[] = [];
  const dataBeforeCode = pickSegments(random, world, place, data);
  const text = needs.refused !== true && hasText(random, world) ? pickText(random, place.end + PAGE) : undefined;
  const fitsText = text !== undefined && isApart(text, stackPage * PAGE, data) ? text : undefined;
  const freshFrom = fitsText ? endPage(fitsText.address + fitsText.memoryBytes) : place.end;
  if (needs.refused === true) data.push(refusedSegment(random, world, data));
  return { ...place, dataBeforeCode, data, text: fitsText, freshFrom, borders: pickBorders(random, place, data) };
}

/** True if a program is to have a long text: only where it can be printed, and no host changes its pages. */
function hasText(random: Random, { systemCalls, writeXorExecute }: Surroundings): boolean {
  return (
    random.below(TEXT_EVERY) === 0 &&
    writeXorExecute &&
    systemCalls.includes(SYSTEM_CALLS.debug) &&
    !offersHostCalls(systemCalls)
  );
}

/** True if a segment stands below `limit`, with no other on its pages. */
function isApart({ address, memoryBytes }: DataSegment, limit: number, data: readonly DataSegment[]): boolean {
  const end = address + memoryBytes;
  return (
    end <= limit &&
    data.every(
      (other) =>
        endPage(other.address + other.memoryBytes) <= (address & -PAGE) || (other.address & -PAGE) >= endPage(end),
    )
  );
}

function endPage(end: number): number {
  return (end + PAGE - 1) & -PAGE;
}

/**
 * The first page of code high up in a memory that is larger than usual: as far up as it can be, anywhere, or so that 4 MiB, 16 MiB
 * or another power of two is in the code or the area behind it, which have `pages` pages.
 */
function pickHighPage(random: Random, memorySize: number, last: number, pages: number): number {
  const kind = random.below(4);
  if (kind === 0) return last;
  if (kind === 1) return random.below(last + 1);
  const bits = random.between(Math.log2(MEMORY_SIZE_USUAL), 31 - Math.clz32(memorySize - 1));
  return Math.min(last, Math.max(0, 2 ** bits / PAGE - random.between(1, pages)));
}

const NO_LEAD = new Uint8Array(0);

function pickBorders(
  random: Random,
  { memorySize, base, start, end }: Pick<MemoryMap, "memorySize" | "base" | "start" | "end">,
  data: readonly DataSegment[],
): number[] {
  const borders: number[] = [];
  for (const { address, fileBytes, memoryBytes } of data) {
    borders.push(address & -PAGE, address, address + fileBytes, address + memoryBytes);
  }
  borders.push(start, end, memorySize, memorySize - PAGE, memorySize - 64, (memorySize / 4) * 3);
  for (let k = 0; k < 5; k++) borders.push(start + PAGE * random.below((end - start) / PAGE));
  for (let k = 0; k < 2; k++) borders.push(PAGE * random.below(memorySize / PAGE));
  // A power of two, at which an address needs one bit more.
  borders.push(2 ** random.between(12, 31 - Math.clz32(memorySize - 1)));
  if (base > 0) borders.push(0);
  return borders;
}

/** True if `width` bytes at `address` are in memory and neither in the code nor in a long text. */
export function isWritable(map: MemoryMap, address: number, width: number): boolean {
  const { base, codeRoom, memorySize, text } = map;
  if (address < 0 || address + width > memorySize) return false;
  if (text && address < text.address + text.memoryBytes && address + width > text.address) return false;
  return address + width <= codeStart(base) || address >= codeEnd(base, codeRoom);
}
