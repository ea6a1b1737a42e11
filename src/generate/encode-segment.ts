import type { CodeSegment, Layout } from "./layout.ts";
import { opLength, wordOf } from "./op.ts";

const C_NOP = 0x0001;

/** The bytes of an executable segment, filled up to a multiple of 4: whether an assembler does so depends on its options. */
export function encodeSegment({ base, offsets, ops }: Layout, { address, lead, runs, size }: CodeSegment): Uint8Array {
  const count = size / 2;
  const halves = new Uint16Array(count + (count % 2));
  if (count % 2 === 1) halves[count] = C_NOP;
  const bytes = new Uint8Array(halves.buffer);
  if (lead.length > 0) bytes.set(lead);
  const start = address - base;
  for (const { first, behind } of runs) {
    for (let k = first; k < behind; k++) {
      let at = (offsets[k] - start) / 2;
      for (const each of ops[k]) {
        const word = wordOf(each);
        halves[at++] = word;
        if (opLength(each) === 4) halves[at++] = word >>> 16;
      }
    }
  }
  return bytes;
}
