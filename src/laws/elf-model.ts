import type { Fault } from "../machine/index.ts";
import type { Filling } from "./load-memory.ts";

/** What a program file asks for. */
export interface ElfModel {
  /** In the order of the program headers. */
  readonly segments: readonly Filling[];
  readonly entry: bigint;
}

const MAGIC = [0x7f, 0x45, 0x4c, 0x46];
const [CLASS_32, CLASS_64] = [1, 2];
const [LITTLE, BIG] = [1, 2];
/** Bytes of an ELF header that come before its fields. */
const IDENTIFICATION = 16;
const PROGRAM_HEADER = 56;
const PT_LOAD = 1n;
const [X, W, R] = [1n, 2n, 4n];
const FREEZED = 1;
const EXECUTABLE = 2;
const PAGE = 4096n;

/** Widths of the fields of an ELF header, of which three are as wide as an address, and of a program header. */
const headerFields = (address: number): readonly number[] => [2, 2, 4, address, address, address, 4, 2, 2, 2, 2, 2, 2];
const PROGRAM_FIELDS: readonly number[] = [4, 4, 8, 8, 8, 8, 8, 8];

/**
 * What CKB-VM makes of any program file, written down a second time (reference/ckb-vm/elf.md 1 and 2). No engine is asked.
 * @returns the fault where the file is refused
 */
export function elfModel(file: Uint8Array, version: number): ElfModel | { readonly fault: Fault } {
  if (file.length === 0) return refused("bad offset 0");
  if (file.length < IDENTIFICATION) return refused("Malformed entity: Too small");
  if (MAGIC.some((byte, k) => file[k] !== byte)) {
    return refused(`Invalid magic number: 0x${numberOf(viewOf(file), 0, 8, LITTLE).toString(16)}`);
  }
  const [bits, order] = [file[4], file[5]];
  if (bits !== CLASS_32 && bits !== CLASS_64) {
    return refused(`Malformed entity: invalid ELF class ${bits.toString(16)}`);
  }
  if (order !== LITTLE && order !== BIG) {
    return refused(`Malformed entity: invalid ELF endianness DATA type ${order.toString(16)}`);
  }
  const header = readFields(file, IDENTIFICATION, headerFields(bits === CLASS_64 ? 8 : 4), order);
  if (typeof header === "string") return refused(header);
  if (bits === CLASS_32) return { fault: { name: "ElfBits" } };
  const [, , , entry, first, , , , , count] = header;
  if (count > BigInt(Math.floor(file.length / PROGRAM_HEADER))) {
    return refused(`Malformed entity: Buffer is too short for ${count} program headers`);
  }
  const headers: bigint[][] = [];
  for (let k = 0n; k < count; k++) {
    const start = BigInt.asUintN(64, first + k * BigInt(PROGRAM_HEADER));
    if (start >= BigInt(file.length)) return refused(`bad offset ${start}`);
    const fields = readFields(file.subarray(Number(start)), 0, PROGRAM_FIELDS, order);
    if (typeof fields === "string") return refused(fields);
    headers.push(fields);
  }
  const segments: Filling[] = [];
  for (const fields of headers) {
    if (fields[0] !== PT_LOAD) continue;
    const segment = segmentOf(fields, file, version);
    if ("fault" in segment) return segment;
    segments.push(segment);
  }
  return { segments, entry };
}

function segmentOf(
  [, access, offset, address, , fileBytes, memoryBytes]: readonly bigint[],
  file: Uint8Array,
  version: number,
): Filling | { readonly fault: Fault } {
  const end = BigInt.asUintN(64, offset + fileBytes);
  if (offset > end || end > BigInt(file.length)) return { fault: { name: "ElfSegmentAddrOrSizeError", address } };
  if ((access & R) === 0n) return { fault: { name: "ElfSegmentUnreadable", address } };
  const [writable, executable] = [(access & W) !== 0n, (access & X) !== 0n];
  if (writable && executable) return { fault: { name: "ElfSegmentWritableAndExecutable", address } };
  const lead = address % PAGE;
  const used = BigInt.asUintN(64, memoryBytes + lead);
  return {
    address: address - lead,
    size: BigInt.asUintN(64, ((used + PAGE - 1n) / PAGE) * PAGE),
    flags: executable ? FREEZED | EXECUTABLE : writable && version > 0 ? 0 : FREEZED,
    lead,
    data: file.subarray(Number(offset), Number(end)),
  };
}

/** Fields one behind the other; what is said of the first that is not there, or not whole. */
function readFields(bytes: Uint8Array, from: number, widths: readonly number[], order: number): bigint[] | string {
  const values: bigint[] = [];
  const view = viewOf(bytes);
  let at = from;
  for (const width of widths) {
    const left = bytes.length - at;
    if (left <= 0) return `bad offset ${at}`;
    if (left < width) return `type is too big (${width}) for ${left}`;
    values.push(numberOf(view, at, width, order));
    at += width;
  }
  return values;
}

/** A number of 2, 4 or 8 bytes. */
function numberOf(view: DataView, at: number, width: number, order: number): bigint {
  const little = order === LITTLE;
  if (width === 8) return view.getBigUint64(at, little);
  return BigInt(width === 4 ? view.getUint32(at, little) : view.getUint16(at, little));
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

function refused(text: string): { readonly fault: Fault } {
  return { fault: { name: "ElfParseError", text } };
}
