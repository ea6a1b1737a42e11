import { writeElf, type Segment } from "../assembler/index.ts";
import { encodeLayout, type Layout } from "./layout.ts";
import type { DataSegment, GeneratedProgram } from "./program.ts";

const READABLE = 4;
const WRITABLE = 2;
const EXECUTABLE = 1;
/** Segments begin at such multiples in the file: small files, and source offsets that are no multiples of pages. */
const FILE_ALIGNMENT = 16;

/** The segments of a program: code first, then its data. */
export function segmentsOf(program: GeneratedProgram, layout: Layout): Segment[] {
  const code = encodeLayout(layout);
  return [
    { address: BigInt(program.base), flags: READABLE | EXECUTABLE, data: code, memoryBytes: code.length },
    ...program.data.map((segment) => ({
      address: BigInt(segment.address),
      flags: READABLE | (segment.writable ? WRITABLE : 0),
      data: bytesOf(segment),
      memoryBytes: segment.memoryBytes,
    })),
  ];
}

function bytesOf({ fileBytes, patches }: DataSegment): Uint8Array {
  const bytes = new Uint8Array(fileBytes);
  for (const patch of patches) bytes.set(patch.bytes, patch.offset);
  return bytes;
}

/** The ELF file of a program. */
export function elfOf(program: GeneratedProgram, layout: Layout): Uint8Array {
  const segments = segmentsOf(program, layout);
  return writeElf({ entry: BigInt(program.base), segments, alignment: FILE_ALIGNMENT });
}
