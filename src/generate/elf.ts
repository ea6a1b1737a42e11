import { writeElf, type Segment } from "../assembler/index.ts";
import { encodeSegment } from "./encode-segment.ts";
import { layOut, type Layout } from "./layout.ts";
import type { DataSegment, GeneratedProgram } from "./program.ts";
import { spoil } from "./spoiling.ts";

const READABLE = 4;
const WRITABLE = 2;
const EXECUTABLE = 1;
/** Segments begin at such multiples in the file: small files, and source offsets that are no multiples of pages. */
const FILE_ALIGNMENT = 16;

/** The segments of a program in the order of its program headers. */
export function segmentsOf(program: GeneratedProgram, layout: Layout): Segment[] {
  const segments = program.data.map(dataSegment);
  const code = layout.segments.map((segment): Segment => {
    const data = encodeSegment(layout, segment);
    return { address: BigInt(segment.address), flags: READABLE | EXECUTABLE, data, memoryBytes: data.length };
  });
  segments.splice(program.dataBeforeCode, 0, ...code);
  return segments;
}

function dataSegment(segment: DataSegment): Segment {
  const flags = READABLE | (segment.writable ? WRITABLE : 0);
  return { address: BigInt(segment.address), flags, data: bytesOf(segment), memoryBytes: segment.memoryBytes };
}

function bytesOf({ fileBytes, patches }: DataSegment): Uint8Array {
  const bytes = new Uint8Array(fileBytes);
  for (const patch of patches) bytes.set(patch.bytes, patch.offset);
  return bytes;
}

/** The ELF file of a program. @throws RangeError if its code is longer than its room */
export function programElf(program: GeneratedProgram): Uint8Array {
  return elfOf(program, layOut(program));
}

/** The ELF file of a program that is laid out. */
export function elfOf(program: GeneratedProgram, layout: Layout): Uint8Array {
  const segments = segmentsOf(program, layout);
  const entry = BigInt(program.base + layout.offsets[0]);
  const file = writeElf({ entry, segments, alignment: FILE_ALIGNMENT });
  return program.spoiling ? spoil(file, program.spoiling) : file;
}
