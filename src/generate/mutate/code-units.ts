import { readElf } from "../../assembler/index.ts";
import { findInstruction, instructionLength, type Instruction } from "../../isa/index.ts";

/** An instruction of a program file, where it stands. */
export interface CodeUnit {
  /** The bytes of its segment, which can be written. */
  readonly view: DataView;
  readonly offset: number;
  /** Where it is loaded. */
  readonly address: bigint;
  readonly length: 2 | 4;
  readonly word: number;
  /** Undefined if its bits are no instruction of the table. */
  readonly instruction: Instruction | undefined;
}

const EXECUTABLE = 1;

/**
 * The instructions of the executable segments of an ELF file, one behind the other from the start of each. Data between
 * them is taken for instructions too.
 * @throws AssemblyError if `program` is no ELF file that can be read
 */
export function codeUnits(program: Uint8Array): CodeUnit[] {
  const units: CodeUnit[] = [];
  for (const { flags, data, address } of readElf(program).segments) {
    if ((flags & EXECUTABLE) === 0) continue;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let offset = 0; offset + 2 <= view.byteLength;) {
      const half = view.getUint16(offset, true);
      const length = instructionLength(half);
      if (offset + length > view.byteLength) break;
      const word = length === 4 ? view.getUint32(offset, true) : half;
      units.push({
        view,
        offset,
        address: address + BigInt(offset),
        length,
        word,
        instruction: findInstruction(word),
      });
      offset += length;
    }
  }
  return units;
}

/** The bytes of a page of data in a program file, which can be written. */
export interface DataPage {
  readonly page: number;
  readonly bytes: Uint8Array;
}

const PAGE = 4096;

/**
 * The pages of segments that are not executable, as far as the file has bytes of them: parts of `program`, not copies.
 * @throws AssemblyError if `program` is no ELF file that can be read
 */
export function dataPages(program: Uint8Array): DataPage[] {
  const pages: DataPage[] = [];
  for (const { flags, data, address } of readElf(program).segments) {
    if (flags & EXECUTABLE) continue;
    for (let from = 0; from < data.length;) {
      const at = address + BigInt(from);
      const to = Math.min(data.length, from + PAGE - Number(at & BigInt(PAGE - 1)));
      pages.push({ page: Number(at >> 12n), bytes: data.subarray(from, to) });
      from = to;
    }
  }
  return pages;
}

/** Writes `word` in the place of `unit`: its length must be the same. */
export function overwrite({ view, offset, length }: CodeUnit, word: number): void {
  if (length === 4) view.setUint32(offset, word, true);
  else view.setUint16(offset, word, true);
}
