import type { CodeSegment, Layout } from "./layout.ts";
import { opLength, wordOf } from "./op.ts";

const C_NOP = 0x0001;

/** Bytes of an executable segment, filled up to a multiple of 4: whether an assembler does so depends on its options. */
export function segmentBytes({ size }: CodeSegment): number {
  return (size + 3) & -4;
}

/** Writes an executable segment into its part of a file, where there are zeros. */
export function encodeSegment(
  { base, offsets, ops }: Layout,
  { address, lead, runs, size }: CodeSegment,
  there: Uint8Array,
): void {
  if (size % 4 !== 0) there[size] = C_NOP;
  if (lead.length > 0) there.set(lead);
  const start = address - base;
  for (const { first, behind } of runs) {
    for (let k = first; k < behind; k++) {
      const list = ops[k];
      let next = offsets[k] - start;
      for (let n = 0; n < list.length; n++) {
        const word = wordOf(list[n]);
        there[next] = word;
        there[next + 1] = word >>> 8;
        next += 2;
        if (opLength(list[n]) === 2) continue;
        there[next] = word >>> 16;
        there[next + 1] = word >>> 24;
        next += 2;
      }
    }
  }
}
