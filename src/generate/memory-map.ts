import type { Surroundings } from "./surroundings.ts";
import { codeEnd, codeStart, type DataSegment, type Patch } from "./program.ts";
import type { Random } from "./random.ts";

const PAGE = 4096;

/** Where generated programs have what. All areas but the code may be written. */
export interface MemoryMap {
  readonly memorySize: number;
  readonly base: number;
  /** First and last byte plus one of the area that pointers point into: data, bss and pages nothing has touched. */
  readonly start: number;
  readonly end: number;
  readonly data: readonly DataSegment[];
  /** Addresses at which something begins or ends. */
  readonly borders: readonly number[];
}

/** Bytes of the area behind the code. */
const AREA = 0xc000;

/** Places code and data; segments start and end at and beside page borders. */
export function pickMemoryMap(random: Random, { memorySize, version }: Surroundings): MemoryMap {
  const page = random.pick([0x10000, 0x10000, 0x10000, 0x11000, 0x1000, 0]);
  // Version 0 refuses code that does not begin with its page.
  const base = version === 0 ? page : page + random.pick([0, 0, 0, 0, 0x7f0, 0xff0, 0xff8, 0xffc]);
  const start = codeEnd(base);
  const data: DataSegment[] = [];
  if (random.chance(60)) data.push(pickSegment(random, start + PAGE * random.below(2), false));
  if (random.chance(75)) data.push(pickSegment(random, start + PAGE * random.between(4, 5), true));
  const borders = data.flatMap(({ address, fileBytes, memoryBytes }) => {
    return [address & -PAGE, address, address + fileBytes, address + memoryBytes];
  });
  const end = start + AREA;
  borders.push(start, end, memorySize, memorySize - PAGE, memorySize - 64, (memorySize / 4) * 3);
  for (let k = 0; k < 5; k++) borders.push(start + PAGE * random.below(AREA / PAGE));
  for (let k = 0; k < 2; k++) borders.push(PAGE * random.below(memorySize / PAGE));
  if (base > 0) borders.push(0);
  return { memorySize, base, start, end, data, borders };
}

function pickSegment(random: Random, page: number, writable: boolean): DataSegment {
  const address = page + random.pick([0, 0, 0, 8, 1, 0x7f8, 0xffc, 0xfff]);
  const fileBytes = random.pick([0, 1, 16, 256, PAGE - 1, PAGE, PAGE, PAGE + 1, 2 * PAGE, 2 * PAGE - (address - page)]);
  const memoryBytes = fileBytes + (writable ? random.pick([0, 0, 1, 64, PAGE, 2 * PAGE]) : 0);
  const patches: Patch[] = [];
  for (let at = random.below(64); at < fileBytes && patches.length < 4; at += random.between(1, PAGE)) {
    const bytes = new Uint8Array(Math.min(random.between(1, 16), fileBytes - at));
    for (let k = 0; k < bytes.length; k++) bytes[k] = random.below(256);
    patches.push({ offset: at, bytes });
    at += bytes.length;
  }
  return { writable, address, fileBytes, memoryBytes: Math.max(memoryBytes, 1), patches };
}

/** True if `width` bytes at `address` are in memory and not in the code. */
export function isWritable({ base, memorySize }: MemoryMap, address: number, width: number): boolean {
  if (address < 0 || address + width > memorySize) return false;
  return address + width <= codeStart(base) || address >= codeEnd(base);
}
