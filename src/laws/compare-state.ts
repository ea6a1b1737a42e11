import { REGISTER_NAMES } from "../isa/index.ts";
import type { MemoryImage, State } from "../targets/target.ts";
import type { Difference } from "./difference.ts";

/** Differences reported at the most for each part of the state. */
const REPORTED_MAX = 8;

type Sides = (expected: Partial<State>, actual: Partial<State>) => Difference[];

/** Each of the 32 registers. */
export const compareRegisters: Sides = ({ registers: a }, { registers: b }) => {
  const differences: Difference[] = [];
  if (!a || !b) return differences;
  for (let r = 0; r < REGISTER_NAMES.length; r++) {
    if (a[r] !== b[r]) differences.push({ what: REGISTER_NAMES[r], expected: hex(a[r]), actual: hex(b[r]) });
  }
  return differences;
};

/** A single 64-bit value called `what`; cycles read better in decimal. */
export function compareNumber(what: string, a: bigint | undefined, b: bigint | undefined): Difference[] {
  if (a === b || a === undefined || b === undefined) return [];
  const text = what.includes("cycles") ? String : hex;
  return [{ what, expected: text(a), actual: text(b) }];
}

/** The flags byte of every page, and that there are equally many pages. */
export const compareFlags: Sides = ({ pageFlags: a }, { pageFlags: b }) => {
  if (!a || !b || Buffer.compare(a, b) === 0) return [];
  if (a.length !== b.length) return [{ what: "page count", expected: `${a.length}`, actual: `${b.length}` }];
  return [...a.keys()]
    .filter((page) => a[page] !== b[page])
    .slice(0, REPORTED_MAX)
    .map((page) => ({ what: `flags of page ${page}`, expected: flagsText(a[page]), actual: flagsText(b[page]) }));
};

/** Every byte of every page; reports the first differing byte of each differing page. */
export const compareMemory: Sides = ({ memory: a }, { memory: b }) => {
  const differences: Difference[] = [];
  // The same memory: a target that was told the same bytes twice need not hold them twice.
  if (!a || !b || a === b) return differences;
  if (a.pageCount !== b.pageCount) {
    return [{ what: "page count", expected: `${a.pageCount}`, actual: `${b.pageCount}` }];
  }
  // Most pages were never written: a look at each of them would be much of what a comparison takes.
  const next = (from: number): number => a.firstUnshared?.(b, from) ?? from;
  for (let page = next(0); page < a.pageCount && differences.length < REPORTED_MAX; page = next(page + 1)) {
    if (!pagesEqual(a, b, page)) differences.push(firstByte(a.pageView(page), b.pageView(page), page));
  }
  return differences;
};

function pagesEqual(a: MemoryImage, b: MemoryImage, page: number): boolean {
  if (a.isUntouched(page) && b.isUntouched(page)) return true;
  return Buffer.compare(a.pageView(page), b.pageView(page)) === 0;
}

function firstByte(a: Uint8Array, b: Uint8Array, page: number): Difference {
  const at = a.findIndex((byte, k) => byte !== b[k]);
  const address = BigInt(page) * BigInt(a.length) + BigInt(at);
  return { what: `memory at ${hex(address)}`, expected: hex(BigInt(a[at])), actual: hex(BigInt(b[at])) };
}

/** All that the program printed. */
export const compareOutput: Sides = ({ output: a }, { output: b }) => {
  if (!a || !b || Buffer.compare(a, b) === 0) return [];
  return [{ what: "output", expected: outputText(a), actual: outputText(b) }];
};

/** The letters of a flags byte: Dirty, eXecutable, Frozen; other bits in hexadecimal. */
export function flagsText(flags: number): string {
  const letters = (flags & 4 ? "D" : "") + (flags & 2 ? "X" : "") + (flags & 1 ? "F" : "");
  const others = flags & ~7;
  return letters + (others ? `+0x${others.toString(16)}` : "") || "-";
}

function outputText(output: Uint8Array): string {
  return JSON.stringify(Buffer.from(output).toString("latin1").slice(0, 200));
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
