import type { MemoryMap } from "./memory-map.ts";
import { bytesOfOps } from "./op.ts";
import { CODE_ROOM, codeEnd, type FunctionPlace, type Item } from "./program.ts";

const PAGE = 4096;
/** Instructions that a program has beside its items, about: pointers are set, and the exit is called. */
export const SURROUNDING_OPS = 8;
/** Bytes of those at most. */
const SURROUNDING_BYTES = 64;
/** Bytes that a branch can be widened by: 16 bits become 32 and a jump. */
const WIDENING = 6;
/** Bytes for code at most, so that calls reach from anywhere to anywhere: a jump does over one mebibyte. */
const CODE_ROOM_MAX = 0xe0000;

/** Bytes that growing the main section leaves for what is added last: bodies of functions, the end of a loop. */
export function reserveOf(codeRoom: number): number {
  return Math.min(codeRoom / 4, CODE_ROOM / 4);
}

/** Bytes to be kept free for about `ops` instructions. */
export function codeRoomFor(ops: number): number {
  const wanted = CODE_ROOM / 2 + 8 * ops;
  return Math.min(CODE_ROOM_MAX, Math.max(CODE_ROOM, (wanted + PAGE - 1) & -PAGE));
}

/** Bytes of code that an item can come to. */
export function itemBytesMax({ ops, target, endsAt }: Item): number {
  return bytesOfOps(ops) + (target < 0 ? 0 : WIDENING) + (endsAt === undefined ? 0 : PAGE);
}

/**
 * Takes items away from the end of the main section until the code surely fits into its room, then from the functions;
 * the item that ends the run on purpose stays.
 * @param bytesMax that all items can come to
 * @returns where the functions can stand
 */
export function fitIntoRoom(
  items: Item[],
  bytesMax: number,
  { base, codeRoom, lead, functions }: MemoryMap,
): FunctionPlace {
  // Most programs fit wherever their functions are, without a closer look.
  const least =
    typeof functions === "number"
      ? Math.min((functions & -PAGE) - base, codeEnd(base, codeRoom) - functions)
      : codeEnd(base, codeRoom) - base;
  if (bytesMax + lead.length + SURROUNDING_BYTES <= least) return items.some(isFunction) ? functions : "behind";
  let main = 0;
  let behind = 0;
  let first = items.length;
  for (let k = items.length - 1; k >= 0; k--) {
    main += itemBytesMax(items[k]);
    if (items[k].kind !== "function") continue;
    behind += main;
    main = 0;
    first = k;
  }
  const end = codeEnd(base, codeRoom);
  const apart = typeof functions === "number" && first < items.length && behind <= end - functions;
  const place = first === items.length || (typeof functions === "number" && !apart) ? "behind" : functions;
  const room = apart ? (functions & -PAGE) - base : end - base - behind;
  let excess = main + lead.length + SURROUNDING_BYTES - room;
  let kept = first;
  const faults: Item[] = [];
  while (excess > 0 && kept > 0) {
    const item = items[--kept];
    if (item.kind === "fault") faults.push(item);
    else excess -= itemBytesMax(item);
  }
  if (kept < first) items.splice(kept, first - kept, ...faults);
  // In the smallest room functions alone can be too much.
  while (excess > 0 && !apart && items.length > kept + faults.length) excess -= itemBytesMax(items.pop() as Item);
  return items.length > kept + faults.length ? place : "behind";
}

function isFunction({ kind }: Item): boolean {
  return kind === "function";
}
