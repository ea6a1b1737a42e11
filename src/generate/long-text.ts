import { poolLetters } from "./pool.ts";
import type { DataSegment } from "./program.ts";
import type { Random } from "./random.ts";

const PAGE = 4096;
/** Lengths at and beside which a buffer, a page or a number of some bits ends. */
const LENGTHS = [9, 63, 65, 255, 256, 257, 300, 511, 512, 1000, 1024, 1025, 2000, 4095, 4096, 4097];
/** One text in so many is longer: reading it costs as much as thousands of instructions. */
const LONGER_EVERY = 16;
const LONGER = [8192, 12_000, 0x10001];
/** Where a text begins in its page: most run over the end of one. */
const STARTS = [0, 1, 8, PAGE - 1, PAGE - 2, PAGE - 100, PAGE - 256, 2000];
/** Bytes from one character of more than one byte to the next. */
const STEP = 16;
const STEP_MAX = 640;
const WIDE_BYTES = 4;
/** Characters of two to four bytes in UTF-8, with the first and the last of each length. */
const WIDE = ["é", "→", "日", "🦀", "\u0080", "\u07ff", "\u0800", "\uffff", "\u{10000}", "\u{10ffff}"].map((text) =>
  new TextEncoder().encode(text),
);

/** A long text in UTF-8, with a zero behind it, as a segment that begins somewhere in the page at `page`. */
export function pickText(random: Random, page: number): DataSegment {
  const length = random.pick(random.below(LONGER_EVERY) === 0 ? LONGER : LENGTHS);
  const address = page + random.pick(STARTS);
  const bytes = random.chance(50) ? poolLetters(random, length) : withWide(random, address, length);
  const writable = random.chance(50);
  return { writable, address, fileBytes: length + 1, memoryBytes: length + 1, patches: [{ offset: 0, bytes }] };
}

/** Letters, and characters of more than one byte among them: over each end of a page, and anywhere. */
function withWide(random: Random, address: number, length: number): Uint8Array {
  const bytes = poolLetters(random, length).slice();
  for (let at = random.below(STEP); at + WIDE_BYTES <= length; at += random.between(STEP, STEP_MAX)) {
    const wide = random.pick(WIDE);
    const before = random.between(1, wide.length - 1);
    const toPageEnd = PAGE - ((address + at) % PAGE);
    if (toPageEnd >= before && toPageEnd <= STEP_MAX && at + toPageEnd + WIDE_BYTES <= length) at += toPageEnd - before;
    bytes.set(wide, at);
  }
  return bytes;
}

/** The first byte of a character at or behind `at`, or the end. */
export function characterFrom(bytes: Uint8Array, at: number): number {
  let first = at;
  while (first < bytes.length && (bytes[first] & 0xc0) === 0x80) first++;
  return first;
}
