import { writeElf, type WrittenSegment } from "../assembler/index.ts";
import { encodeSegment, segmentBytes } from "./encode-segment.ts";
import { layOut, type CodeSegment, type Layout } from "./layout.ts";
import type { DataSegment, GeneratedProgram } from "./program.ts";
import { spoil } from "./spoiling.ts";

const READABLE = 4;
const WRITABLE = 2;
const EXECUTABLE = 1;
/** Segments begin at such multiples in the file: small files, and source offsets that are no multiples of pages. */
const FILE_ALIGNMENT = 16;

/** The segments of a program in the order of its program headers. */
export function segmentsOf(program: GeneratedProgram, layout: Layout): WrittenSegment[] {
  const segments: WrittenSegment[] = [];
  const { data } = program;
  const before = Math.min(program.dataBeforeCode, data.length);
  for (let k = 0; k < before; k++) segments.push(dataSegment(data[k]));
  for (const segment of layout.segments) segments.push(codeSegment(layout, segment));
  for (let k = before; k < data.length; k++) segments.push(dataSegment(data[k]));
  return segments;
}

function codeSegment(layout: Layout, segment: CodeSegment): WrittenSegment {
  const bytes = segmentBytes(segment);
  const data = { length: bytes, writeTo: (there: Uint8Array) => encodeSegment(layout, segment, there) };
  return { address: BigInt(segment.address), flags: READABLE | EXECUTABLE, data, memoryBytes: bytes };
}

function dataSegment({ address, writable, fileBytes, memoryBytes, patches }: DataSegment): WrittenSegment {
  const writeTo = (there: Uint8Array) => {
    for (const { offset, bytes } of patches) there.set(bytes, offset);
  };
  const flags = READABLE | (writable ? WRITABLE : 0);
  return { address: BigInt(address), flags, data: { length: fileBytes, writeTo }, memoryBytes };
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
