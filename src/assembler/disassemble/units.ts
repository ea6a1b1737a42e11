import { instructionLength } from "../../isa/index.ts";

/** One instruction, or what is left at the end of a segment. */
export interface Unit {
  readonly at: number;
  /** Bytes: 4, 2 or 1. */
  readonly length: number;
  readonly word: number;
}

/** Cuts code into instructions from its first byte on; what is too short for one comes in parts of two and one bytes. */
export function* unitsOf(data: Uint8Array): Generator<Unit> {
  for (let at = 0; at < data.length;) {
    const left = data.length - at;
    const half = left >= 2 ? data[at] | (data[at + 1] << 8) : data[at];
    const length = left < 2 ? 1 : instructionLength(half) === 4 && left >= 4 ? 4 : 2;
    const word = length === 4 ? (half | (data[at + 2] << 16) | (data[at + 3] << 24)) >>> 0 : half;
    yield { at, length, word };
    at += length;
  }
}
