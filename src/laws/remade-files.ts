import type { Random } from "../generate/random.ts";
import { ELF_FIELDS, ELF_HEADER, headersOf, placeOf, PROGRAM_FIELDS, type HeaderField } from "../generate/spoiling.ts";

/** A program file written in another way that CKB-VM takes as well (reference/ckb-vm/elf.md 1). */
export interface Remaking {
  /** For people: what is other about the file. */
  readonly what: string;
  /** Of a well-formed file. */
  readonly remake: (file: Uint8Array) => Uint8Array;
}

const CLASS_AND_DATA = 5;
const BIG = 2;
const PROGRAM_HEADER_BYTES = 56;
const PHOFF = 32;
const PHNUM = 56;
/** Types of segments that are not loaded: nothing, dynamic linking, an interpreter, a note, a table of headers, a stack. */
const NOT_LOADED = [0, 2, 3, 4, 6, 0x6474_e551];
const MORE_MAX = 24;

/** Another way to write a file. */
export function pickRemaking(random: Random): Remaking {
  return random.chance(50) ? BIG_ENDIAN : withMoreHeaders(random);
}

/** Only the headers are read in the other order; memory stays as it is. */
const BIG_ENDIAN: Remaking = {
  what: "its headers in big-endian order",
  remake: (file) => {
    const turned = file.slice();
    const turn = (header: number, field: HeaderField): void => {
      const [at, width] = placeOf(header, field);
      turned.subarray(at, at + width).reverse();
    };
    const numbers = (Object.keys(ELF_FIELDS) as (keyof typeof ELF_FIELDS)[]).filter(
      (each) => ELF_FIELDS[each][0] >= 16,
    );
    for (const field of numbers) turn(ELF_HEADER, field);
    for (let header = 0; header < headersOf(file); header++) {
      for (const field of Object.keys(PROGRAM_FIELDS) as (keyof typeof PROGRAM_FIELDS)[]) turn(header, field);
    }
    turned[CLASS_AND_DATA] = BIG;
    return turned;
  },
};

/** Its headers stand at the end of the file, with others between them that are not loaded. */
function withMoreHeaders(random: Random): Remaking {
  const more = Array.from({ length: random.between(1, MORE_MAX) }, () => ({
    at: random.next() / 2 ** 32,
    type: random.pick(NOT_LOADED),
  }));
  const gap = random.below(16);
  return {
    what: `${more.length} more program headers, all of them ${gap} bytes behind the rest`,
    remake: (file) => {
      const count = headersOf(file);
      const headers = Array.from({ length: count }, (_, k) => {
        const [at] = placeOf(k, "p_type");
        return file.slice(at, at + PROGRAM_HEADER_BYTES);
      });
      for (const { at, type } of more) {
        const header = new Uint8Array(PROGRAM_HEADER_BYTES).fill(0xff);
        new DataView(header.buffer).setUint32(0, type, true);
        headers.splice(Math.floor(at * (headers.length + 1)), 0, header);
      }
      const start = file.length + gap;
      const remade = new Uint8Array(start + headers.length * PROGRAM_HEADER_BYTES);
      remade.set(file);
      headers.forEach((header, k) => remade.set(header, start + k * PROGRAM_HEADER_BYTES));
      const view = new DataView(remade.buffer);
      view.setBigUint64(PHOFF, BigInt(start), true);
      view.setUint16(PHNUM, headers.length, true);
      return remade;
    },
  };
}
