import type { Grower } from "../grower.ts";
import { isWritable } from "../memory-map.ts";

/** Each piece of code in data has this many bytes for itself, and begins so many before them: over page ends too. */
export const SLOT = 64;
const BEFORE_SLOT = 2;
/** The first slot ends a page, and so does every fourth one behind it. */
const SLOT_FIRST = 63;
/** A power of two, as the number of slots is odd: all of them are given out before one is given out again. */
const SLOT_STEP = 16;

/**
 * Bytes between addresses that have the same entry in the decoder cache of CKB-VM (decode.md 8: bits 16:13 and 8:1), and in
 * every other cache of decoded instructions that its engines have: the smaller decoder cache of 0.24.15 (bits 16:6 over bits
 * 10:1), and the blocks of the trace interpreter and of the assembly engine (machine.md 8.1: bits 14:2).
 */
export const SAME_ENTRY = 1 << 17;

/** An address in data at which no code was written yet; undefined if there is none left. */
export function freshSlot(grower: Grower): number | undefined {
  const { start, end } = grower.map;
  const slots = (end - start) / SLOT - 1;
  if (grower.codeSlots >= slots) return undefined;
  const slot = (SLOT_FIRST + grower.codeSlots++ * SLOT_STEP) % slots;
  return start + (slot + 1) * SLOT - BEFORE_SLOT;
}

/**
 * An address whose entries are those of `address`, in memory that is neither code, nor where slots are, nor at the very end;
 * undefined if memory has none, as it is too small.
 */
export function sameEntry({ random, map }: Grower, address: number): number | undefined {
  const { start, end, memorySize } = map;
  const found: number[] = [];
  for (let other = address % SAME_ENTRY; other < memorySize - 2 * SLOT; other += SAME_ENTRY) {
    const isFree = other + SLOT <= start - SLOT || other >= end;
    if (other !== address && isFree && isWritable(map, other, SLOT)) found.push(other);
  }
  return found.length > 0 ? random.pick(found) : undefined;
}
