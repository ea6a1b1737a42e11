import { Random } from "../../src/generate/random.ts";
import { BINCODE, JSON_TEXT, type Encoding, type Snapshot2 } from "../../src/snapshot/index.ts";

/** A snapshot in one encoding, damaged in one to three ways. */
export interface Damaged {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** A snapshot to damage: its encodings, and where their parts are. */
interface Base {
  readonly bincode: Uint8Array;
  /** Offset and size of every field in bincode. */
  readonly fields: readonly (readonly [number, number])[];
  readonly json: string;
  /** Where each number, string and punctuation mark of the JSON text begins and ends. */
  readonly tokens: readonly (readonly [number, number])[];
}

/** Values that a number is replaced by: none, little, all, borders of types and of what a Number holds exactly. */
const VALUES = [0n, 1n, 2n, 31n, 255n, 4095n, 4096n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n, 2n ** 63n];
const MAX = 2n ** 64n - 1n;

/** What stands in the place of a part of a JSON text, or before it. */
const TEXTS: readonly string[] = [
  "0",
  "-1",
  "00",
  "1e3",
  "1.5",
  "-0",
  "256",
  "18446744073709551615",
  "18446744073709551616",
  "9".repeat(400),
  "null",
  "true",
  '"',
  '""',
  '"pc"',
  '"pages_from_source"',
  '"\\u0070c"',
  '"\\ud800"',
  "\\",
  "\u0000",
  "é",
  "\ufeff",
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  "[]",
  "{}",
  "[[",
  '{"pc":',
  "[".repeat(3000),
  '{"a":'.repeat(1000),
  " \n\t".repeat(50),
];

/** Damages one of a few snapshots; the same random numbers always give the same. */
export class Damager {
  readonly #bases: readonly Base[];

  constructor(snapshots: readonly Snapshot2<bigint>[] = SNAPSHOTS) {
    this.#bases = snapshots.map(baseOf);
  }

  damaged(seed: number, index: number): Damaged {
    const random = new Random(seed, index);
    const base = random.pick(this.#bases);
    const times = random.between(1, 3);
    if (random.chance(50)) {
      let { bincode } = base;
      for (let k = 0; k < times; k++) bincode = damagedBincode(random, bincode, base, k === 0);
      return { encoding: BINCODE, bytes: bincode };
    }
    let { json } = base;
    for (let k = 0; k < times; k++) json = damagedText(random, json, base, k === 0);
    const bytes = new TextEncoder().encode(json);
    return { encoding: JSON_TEXT, bytes: random.chance(20) ? damagedBytes(random, bytes) : bytes };
  }
}

/** @param whole true if the bytes are still those of the base, whose fields are known */
function damagedBincode(random: Random, bytes: Uint8Array, { fields }: Base, whole: boolean): Uint8Array {
  if (!whole || random.chance(30)) return damagedBytes(random, bytes);
  const [at, size] = random.pick(fields);
  const [other, otherSize] = random.pick(fields);
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  switch (random.below(5)) {
    case 0:
    case 1: {
      const value = random.chance(20) ? MAX - BigInt(random.below(3)) : random.pick(VALUES) + BigInt(random.below(2));
      for (let k = 0; k < Math.min(size, 8); k++) copy[at + k] = Number((value >> BigInt(8 * k)) & 255n);
      return copy;
    }
    case 2: // one more or less
      if (size === 8) view.setBigUint64(at, view.getBigUint64(at, true) + (random.chance(50) ? 1n : -1n), true);
      else copy[at] += random.chance(50) ? 1 : 255;
      return copy;
    case 3: // left out
      return joined(bytes.subarray(0, at), bytes.subarray(at + size));
    default: // another one in its place, or once more
      return joined(
        bytes.subarray(0, at),
        bytes.subarray(other, other + otherSize),
        bytes.subarray(random.chance(50) ? at : at + size),
      );
  }
}

function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  const copy = bytes.slice();
  switch (random.below(6)) {
    case 0:
      copy[at] ^= 1 << random.below(8);
      return copy;
    case 1:
      copy[at] = random.below(256);
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      copy.fill(random.pick([0, 255]), at, at + random.between(1, 16));
      return copy;
    case 4:
      return joined(
        copy,
        Uint8Array.from({ length: random.between(1, 9) }, () => random.below(256)),
      );
    default: {
      const from = random.below(bytes.length + 1);
      return joined(bytes.subarray(0, at), bytes.subarray(from, from + 64), bytes.subarray(at));
    }
  }
}

function damagedText(random: Random, text: string, { tokens }: Base, whole: boolean): string {
  const [start, end] = whole ? random.pick(tokens) : anywhere(random, text);
  const [from, to] = whole ? random.pick(tokens) : anywhere(random, text);
  switch (random.below(7)) {
    case 0:
    case 1:
      return text.slice(0, start) + random.pick(TEXTS) + text.slice(end);
    case 5: // what means the same
      return text.slice(0, start) + random.pick([" ", "\n", "\t\r "]) + text.slice(start);
    case 6: // a field that is ignored, and a number that may be another
      return text.startsWith("{") && random.chance(50)
        ? `{"x":[1,{"y":"\\u0041"}],${text.slice(1)}`
        : text.slice(0, start) + String(random.below(256)) + text.slice(end);
    case 2:
      return text.slice(0, start) + random.pick(TEXTS) + text.slice(start);
    case 3:
      return text.slice(0, start) + text.slice(random.chance(80) ? end : Math.max(end, to));
    default:
      return text.slice(0, start) + text.slice(Math.min(from, to), to) + text.slice(random.chance(50) ? start : end);
  }
}

function anywhere(random: Random, text: string): readonly [number, number] {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + random.below(9))];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function baseOf(snapshot: Snapshot2<bigint>): Base {
  const json = new TextDecoder().decode(JSON_TEXT.encode(snapshot));
  const tokens = [...json.matchAll(/\d+|"[^"]*"|[^\d"]/g)].map(
    ({ index, 0: text }) => [index, index + text.length] as const,
  );
  return { bincode: BINCODE.encode(snapshot), fields: fieldsOf(snapshot), json, tokens };
}

/** By the layout of reference/ckb-vm/snapshot.md 3, with 64-bit ids. */
function fieldsOf({ pagesFromSource, dirtyPages }: Snapshot2<bigint>): (readonly [number, number])[] {
  const fields: (readonly [number, number])[] = [];
  let at = 0;
  const add = (...sizes: readonly number[]): void => {
    for (const size of sizes) {
      fields.push([at, size]);
      at += size;
    }
  };
  add(8);
  for (let k = 0; k < pagesFromSource.length; k++) add(8, 1, 8, 8, 8);
  add(8);
  for (const { content } of dirtyPages) add(8, 1, 8, content.length);
  add(4, ...Array.from({ length: 32 }, () => 8), 8, 8, 8, 8);
  return fields;
}

const NUMBERS = { version: 2, pc: 0x1_0000n, cycles: 77n, maxCycles: 1000n, loadReservationAddress: MAX };
const registers = BigUint64Array.from({ length: 32 }, (_, r) => BigInt(r) << BigInt(r));
const content = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => k % 251);

/** Without lists, with a little of each, with some content, and with many entries of almost nothing. */
const SNAPSHOTS: readonly Snapshot2<bigint>[] = [
  { ...NUMBERS, registers, pagesFromSource: [], dirtyPages: [] },
  {
    ...NUMBERS,
    registers,
    pagesFromSource: [
      { address: 0x1_0000n, flag: 3, id: 0n, offset: 0n, length: 0x2000n },
      { address: 0x1_2000n, flag: 0, id: 1n << 32n, offset: 0x30n, length: 0x1000n },
    ],
    dirtyPages: [
      { address: 0x2_0000n, flag: 4, content: content(16) },
      { address: 0x3f_f000n, flag: 7, content: content(0) },
    ],
  },
  {
    ...NUMBERS,
    registers,
    pagesFromSource: [],
    dirtyPages: [{ address: 0x2_0000n, flag: 4, content: content(600) }],
  },
  {
    ...NUMBERS,
    registers,
    pagesFromSource: Array.from({ length: 9 }, (_, k) => ({
      address: BigInt(k) << 12n,
      flag: 0,
      id: 1n,
      offset: MAX,
      length: 1n,
    })),
    dirtyPages: Array.from({ length: 9 }, (_, k) => ({ address: BigInt(k) << 12n, flag: 255, content: content(k) })),
  },
];
