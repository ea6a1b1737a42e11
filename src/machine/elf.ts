import { FaultError } from "./fault.ts";
import { FLAG_EXECUTABLE, FLAG_FREEZED, OFFSET_MASK, roundUpToPage } from "./page.ts";

/** One segment as it will be put into memory (reference/ckb-vm/elf.md 2). */
export interface LoadingAction {
  /** First byte, page-aligned. */
  readonly address: bigint;
  /** Bytes, a multiple of the page size. */
  readonly size: bigint;
  /** Page flags to add. */
  readonly flags: number;
  /** The part of the file: offsets of the first byte and of the byte behind the last. */
  readonly source: { readonly start: bigint; readonly end: bigint };
  /** Bytes of zeroes before the file's bytes. */
  readonly offsetFromAddress: bigint;
}

/** What a program file asks for: segments in file order, and where to start. */
export interface ProgramMetadata {
  readonly actions: readonly LoadingAction[];
  readonly entry: bigint;
}

const PROGRAM_HEADER_SIZE = 56;
const PT_LOAD = 1;
const PF_X = 1;
const PF_W = 2;
const PF_R = 4;
const ELF_MAGIC = 0x464c457f;

/** Header fields in file order: bytes each. */
const HEADER_FIELDS_64 = [2, 2, 4, 8, 8, 8, 4, 2, 2, 2, 2, 2, 2];
const HEADER_FIELDS_32 = [2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2];
const PROGRAM_HEADER_FIELDS = [4, 4, 8, 8, 8, 8, 8, 8];

/**
 * Reads a program file: checks, their order and their texts are those of reference/ckb-vm/elf.md 1 and 2.
 * @throws FaultError ElfParseError, ElfBits or one of the ElfSegment… faults
 */
export function parseElf(program: Uint8Array, version: number): ProgramMetadata {
  const length = program.length;
  if (length === 0) throw parseError("bad offset 0");
  if (length < 16) throw parseError("Malformed entity: Too small");
  const view = new DataView(program.buffer, program.byteOffset, length);
  if (view.getUint32(0, true) !== ELF_MAGIC) {
    throw parseError(`Invalid magic number: 0x${view.getBigUint64(0, true).toString(16)}`);
  }
  const elfClass = program[4];
  const data = program[5];
  if (elfClass !== 1 && elfClass !== 2)
    throw parseError(`Malformed entity: invalid ELF class ${elfClass.toString(16)}`);
  if (data !== 1 && data !== 2) {
    throw parseError(`Malformed entity: invalid ELF endianness DATA type ${data.toString(16)}`);
  }
  checkFields(16, length, elfClass === 2 ? HEADER_FIELDS_64 : HEADER_FIELDS_32);
  if (elfClass === 1) throw new FaultError({ name: "ElfBits" });
  const little = data === 1;
  const headerOffset = view.getBigUint64(32, little);
  const count = view.getUint16(56, little);
  if (count > Math.floor(length / PROGRAM_HEADER_SIZE)) {
    throw parseError(`Malformed entity: Buffer is too short for ${count} program headers`);
  }
  const headers = Array.from({ length: count }, (_, k) => {
    const start = headerOffset + BigInt(k * PROGRAM_HEADER_SIZE);
    return readProgramHeader(view, start, little);
  });
  const actions = headers.filter((header) => header.type === PT_LOAD).map((header) => action(header, length, version));
  return { actions, entry: view.getBigUint64(24, little) };
}

interface ProgramHeader {
  readonly type: number;
  readonly flags: number;
  readonly offset: bigint;
  readonly address: bigint;
  readonly fileSize: bigint;
  readonly memorySize: bigint;
}

function readProgramHeader(view: DataView, start: bigint, little: boolean): ProgramHeader {
  const length = view.byteLength;
  if (start >= length) throw parseError(`bad offset ${BigInt.asUintN(64, start)}`);
  const at = Number(start);
  checkFields(0, length - at, PROGRAM_HEADER_FIELDS);
  return {
    type: view.getUint32(at, little),
    flags: view.getUint32(at + 4, little),
    offset: view.getBigUint64(at + 8, little),
    address: view.getBigUint64(at + 16, little),
    fileSize: view.getBigUint64(at + 32, little),
    memorySize: view.getBigUint64(at + 40, little),
  };
}

/** Walks fields of these sizes from `start` and reports the first that does not fit in `length` bytes. */
function checkFields(start: number, length: number, sizes: readonly number[]): void {
  let at = start;
  for (const size of sizes) {
    if (at >= length) throw parseError(`bad offset ${at}`);
    if (at + size > length) throw parseError(`type is too big (${size}) for ${length - at}`);
    at += size;
  }
}

function action(header: ProgramHeader, fileLength: number, version: number): LoadingAction {
  const address = header.address & ~BigInt(OFFSET_MASK);
  const offsetFromAddress = header.address - address;
  const size = roundUpToPage(BigInt.asUintN(64, header.memorySize + offsetFromAddress));
  const start = header.offset;
  const end = BigInt.asUintN(64, start + header.fileSize);
  if (start > end || end > fileLength) {
    throw new FaultError({ name: "ElfSegmentAddrOrSizeError", address: header.address });
  }
  return { address, size, flags: pageFlags(header, version), source: { start, end }, offsetFromAddress };
}

function pageFlags({ flags, address }: ProgramHeader, version: number): number {
  if (!(flags & PF_R)) throw new FaultError({ name: "ElfSegmentUnreadable", address });
  const writable = (flags & PF_W) !== 0;
  const executable = (flags & PF_X) !== 0;
  if (writable && executable) throw new FaultError({ name: "ElfSegmentWritableAndExecutable", address });
  if (executable) return FLAG_EXECUTABLE | FLAG_FREEZED;
  return writable && version >= 1 ? 0 : FLAG_FREEZED;
}

function parseError(text: string): FaultError {
  return new FaultError({ name: "ElfParseError", text });
}
