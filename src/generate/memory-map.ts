import { pickLead } from "./lead.ts";
import { CODE_ROOM, codeEnd, codeStart, type DataSegment, type GeneratedProgram } from "./program.ts";
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
const PERCENT_FUNCTIONS_ELSEWHERE = 50;

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
  const room = Math.min((needs.codeRoom ?? CODE_ROOM) / PAGE, limit - area);
  const last = limit - area - room;
  const drawn = random.pick(CODE_PAGES);
  const page = drawn < 0 ? random.below(last + 1) : Math.min(drawn, last);
  const pickOffset = () => (version === 0 || room < ROOM_FOR_MORE ? 0 : random.pick(CODE_OFFSETS));
  const base = PAGE * page + pickOffset();
  const codeRoom = room * PAGE;
  const start = codeEnd(base, codeRoom);
  const lead = room >= ROOM_FOR_MORE && random.chance(PERCENT_LEAD) ? pickLead(random) : NO_LEAD;
  let functions: MemoryMap["functions"] = "behind";
  if (needs.functions === true && random.chance(PERCENT_FUNCTIONS_ELSEWHERE)) {
    const pages = random.pick(FUNCTION_PAGES);
    const offset = pages === 1 ? 0 : pickOffset();
    functions = room < ROOM_FOR_MORE || random.chance(50) ? "before" : start - pages * PAGE + offset;
  }
  const place = { memorySize, base, codeRoom, lead, functions, start, end: start + PAGE * area };
  const data: DataSegment[] = [];
  const dataBeforeCode = pickSegments(random, world, place, data);
  if (needs.refused === true) data.push(refusedSegment(random, world, data));
  return { ...place, dataBeforeCode, data, borders: pickBorders(random, place, data) };
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
  if (base > 0) borders.push(0);
  return borders;
}

/** True if `width` bytes at `address` are in memory and not in the code. */
export function isWritable({ base, codeRoom, memorySize }: MemoryMap, address: number, width: number): boolean {
  if (address < 0 || address + width > memorySize) return false;
  return address + width <= codeStart(base) || address >= codeEnd(base, codeRoom);
}
