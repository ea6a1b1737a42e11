import type { Random } from "./random.ts";
import {
  ELF_FIELDS,
  ELF_HEADER,
  headersOf,
  PROGRAM_FIELDS,
  valueOf,
  type HeaderField,
  type SpoiledField,
  type Spoiling,
} from "./spoiling.ts";

const PAGE = 4096n;
const WORD = 1n << 32n;
const SIGN = 1n << 63n;
const ALL = 1n << 64n;
/** Of 100 spoiled files, those that are cut off, and those of the others with a second wrong field. */
const PERCENT_CUT_OFF = 15;
const PERCENT_SECOND = 25;
/** Of 100 wrong fields, those of the ELF header. */
const PERCENT_ELF_HEADER = 40;

/** Fields as often as they are to be drawn: what loading looks at, more often than what it passes over. */
const ELF_DRAWN: readonly (keyof typeof ELF_FIELDS)[] = [
  ...(Object.keys(ELF_FIELDS) as (keyof typeof ELF_FIELDS)[]),
  ...(["class", "class", "class", "data", "entry", "entry", "phoff", "phoff", "phnum", "phnum"] as const),
];
const PROGRAM_DRAWN: readonly (keyof typeof PROGRAM_FIELDS)[] = [
  ...(Object.keys(PROGRAM_FIELDS) as (keyof typeof PROGRAM_FIELDS)[]),
  ...(["p_type", "p_flags", "p_offset", "p_offset", "p_vaddr", "p_vaddr", "p_filesz", "p_memsz", "p_memsz"] as const),
];

/** Lengths at which something of the ELF header ends, or nothing is left. */
const SHORT_LENGTHS = [0, 1, 4, 15, 16, 17, 24, 52, 56, 63, 64, 65, 119, 120];

/** Numbers at the ends of fields, of pages and of what can be addressed. */
// prettier-ignore
const EDGES: readonly bigint[] = [
  0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 0x7fn, 0xffn, 0xffffn,
  PAGE - 1n, PAGE, PAGE + 1n, WORD - 1n, WORD, WORD + 1n,
  SIGN - PAGE, SIGN - 1n, SIGN, SIGN + 1n, ALL - PAGE, ALL - 1n,
];
/** So far below 2^64, where sums wrap. */
const BELOW_ALL: readonly bigint[] = [1n, 8n, 16n, PAGE - 1n, PAGE, PAGE + 1n, 2n * PAGE];

/** Bits that are turned over: not those that make a segment of hundreds of mebibytes, which is no more than too large. */
const BITS = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => bit < 20 || bit > 31);

/** What may be wrong with a program file: one or two fields, with values at edges and beside what they are, or its length. */
export function pickSpoiling(random: Random, file: Uint8Array, memorySize: number): Spoiling {
  if (random.chance(PERCENT_CUT_OFF)) return { fields: [], length: pickLength(random, file) };
  const first = pickField(random, file, memorySize);
  if (!random.chance(PERCENT_SECOND)) return { fields: [first] };
  return { fields: [first, pickField(random, file, memorySize)] };
}

function pickLength(random: Random, file: Uint8Array): number {
  const length = random.chance(40)
    ? random.pick(SHORT_LENGTHS)
    : random.chance(40)
      ? file.length - 1 - random.below(16)
      : random.below(file.length);
  return Math.min(file.length - 1, Math.max(0, length));
}

function pickField(random: Random, file: Uint8Array, memorySize: number): SpoiledField {
  const headers = headersOf(file);
  const inElfHeader = headers === 0 || random.chance(PERCENT_ELF_HEADER);
  const header = inElfHeader ? ELF_HEADER : random.below(headers);
  const field: HeaderField = inElfHeader ? random.pick(ELF_DRAWN) : random.pick(PROGRAM_DRAWN);
  return { header, field, value: pickValue(random, { file, memorySize }, valueOf(file, header, field)) };
}

function pickValue(
  random: Random,
  { file, memorySize }: { readonly file: Uint8Array; readonly memorySize: number },
  before: bigint,
): bigint {
  const kind = random.below(11);
  if (kind < 4) return random.pick(EDGES);
  if (kind > 7) return ALL - random.pick(BELOW_ALL);
  if (kind === 4) return BigInt(file.length + random.pick([-56, -1, 0, 1]));
  if (kind === 5) return BigInt(memorySize) + random.pick([-PAGE, -8n, 0n, 1n, PAGE]);
  if (kind === 6) return before ^ (1n << BigInt(random.pick(BITS)));
  return BigInt.asUintN(64, before + random.pick([-PAGE, -2n, -1n, 1n, 2n, 8n, PAGE]));
}
