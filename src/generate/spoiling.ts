/** A field of a program file that holds another number than it should. */
export interface SpoiledField {
  /** Which program header it is in; -1 for the ELF header. */
  readonly header: number;
  readonly field: HeaderField;
  /** What it holds; bits that do not fit are left out. */
  readonly value: bigint;
}

/** What is wrong with a program file. */
export interface Spoiling {
  readonly fields: readonly SpoiledField[];
  /** Bytes of the file that are left; undefined, or more than it has: all. */
  readonly length?: number | undefined;
}

/** The number of the ELF header among the headers of a file. */
export const ELF_HEADER = -1;
const ELF_HEADER_BYTES = 64;
const PROGRAM_HEADER_BYTES = 56;

/** Offset and width of a field, in bytes. */
type Place = readonly [at: number, width: 1 | 2 | 4 | 8];

/** Fields of the ELF header of a 64-bit file, as the ELF specification names them. */
export const ELF_FIELDS = {
  magic: [0, 4],
  class: [4, 1],
  data: [5, 1],
  identVersion: [6, 1],
  abi: [7, 1],
  type: [16, 2],
  machine: [18, 2],
  version: [20, 4],
  entry: [24, 8],
  phoff: [32, 8],
  shoff: [40, 8],
  flags: [48, 4],
  ehsize: [52, 2],
  phentsize: [54, 2],
  phnum: [56, 2],
  shnum: [60, 2],
} as const satisfies Record<string, Place>;

/** Fields of a program header. */
export const PROGRAM_FIELDS = {
  p_type: [0, 4],
  p_flags: [4, 4],
  p_offset: [8, 8],
  p_vaddr: [16, 8],
  p_paddr: [24, 8],
  p_filesz: [32, 8],
  p_memsz: [40, 8],
  p_align: [48, 8],
} as const satisfies Record<string, Place>;

/** The name of a field. */
export type HeaderField = keyof typeof ELF_FIELDS | keyof typeof PROGRAM_FIELDS;

const PLACES: Readonly<Record<HeaderField, Place>> = { ...ELF_FIELDS, ...PROGRAM_FIELDS };

/** Program headers of a file as it is written, before anything of it is spoiled. */
export function headersOf(file: Uint8Array): number {
  return new DataView(file.buffer, file.byteOffset, file.length).getUint16(PLACES.phnum[0], true);
}

/** Offset in a well-formed file and width of a field, in bytes. */
export function placeOf(header: number, field: HeaderField): Place {
  return [offsetOf(header, field), PLACES[field][1]];
}

/** True if the headers of a file are where they are expected, and whole, so that fields of them can be spoiled. */
export function isWellFormed(file: Uint8Array): boolean {
  if (file.length < ELF_HEADER_BYTES) return false;
  const headersAt = valueOf(file, ELF_HEADER, "phoff");
  const end = ELF_HEADER_BYTES + PROGRAM_HEADER_BYTES * headersOf(file);
  return headersAt === BigInt(ELF_HEADER_BYTES) && end <= file.length;
}

/** What a field of a whole file holds. */
export function valueOf(file: Uint8Array, header: number, field: HeaderField): bigint {
  const [, width] = PLACES[field];
  const at = offsetOf(header, field);
  let value = 0n;
  for (let k = width - 1; k >= 0; k--) value = (value << 8n) | BigInt(file[at + k]);
  return value;
}

/** The file with its spoiled fields, cut off at its length. Fields of headers that it does not have are passed over. */
export function spoil(file: Uint8Array, { fields, length }: Spoiling): Uint8Array {
  const spoiled = file.slice();
  const headers = headersOf(file);
  for (const { header, field, value } of fields) {
    if (header >= headers) continue;
    const at = offsetOf(header, field);
    const [, width] = PLACES[field];
    for (let k = 0; k < width; k++) spoiled[at + k] = Number((value >> BigInt(8 * k)) & 0xffn);
  }
  return length === undefined || length >= spoiled.length ? spoiled : spoiled.slice(0, length);
}

function offsetOf(header: number, field: HeaderField): number {
  return (header === ELF_HEADER ? 0 : ELF_HEADER_BYTES + PROGRAM_HEADER_BYTES * header) + PLACES[field][0];
}
