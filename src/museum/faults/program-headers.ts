const PROGRAM_HEADER_SIZE = 56;
const FILE_HEADER_SIZE = 64;
const PT_LOAD = 1;
const LITTLE_ENDIAN = 1;
/** Where things stand in the header of a 64-bit file, and in a program header. */
const DATA = 5;
const HEADERS_OFFSET = 32;
const HEADERS_COUNT = 56;
const OFFSET = 8;
const FILE_SIZE = 32;

/** The program header of a segment that is to be loaded, in a file that may be changed. */
export interface LoadSegment {
  readonly offset: bigint;
  readonly fileSize: bigint;
  readonly setOffset: (value: bigint) => void;
  readonly setFileSize: (value: bigint) => void;
}

/** The segments of a program file that are to be loaded, in file order; none if its headers are not all there. */
export function loadSegments(program: Uint8Array): LoadSegment[] {
  if (program.length < FILE_HEADER_SIZE) return [];
  const view = new DataView(program.buffer, program.byteOffset, program.length);
  const little = program[DATA] === LITTLE_ENDIAN;
  const start = view.getBigUint64(HEADERS_OFFSET, little);
  const count = view.getUint16(HEADERS_COUNT, little);
  if (start + BigInt(count * PROGRAM_HEADER_SIZE) > program.length) return [];
  return Array.from({ length: count }, (_, k) => Number(start) + k * PROGRAM_HEADER_SIZE)
    .filter((at) => view.getUint32(at, little) === PT_LOAD)
    .map((at) => ({
      offset: view.getBigUint64(at + OFFSET, little),
      fileSize: view.getBigUint64(at + FILE_SIZE, little),
      setOffset: (value) => view.setBigUint64(at + OFFSET, value, little),
      setFileSize: (value) => view.setBigUint64(at + FILE_SIZE, value, little),
    }));
}
