/** A program header as the file states it; sizes in bytes. */
export interface Segment {
  readonly type?: number;
  /** R 4, W 2, X 1. */
  readonly flags: number;
  readonly address: bigint | number;
  /** Length of `data` if left out. */
  readonly fileSize?: bigint | number;
  /** `fileSize` if left out. */
  readonly memorySize?: bigint | number;
  /** Where the data lie in the file: behind all headers if left out. */
  readonly offset?: bigint | number;
  readonly data?: Uint8Array;
}

export const PT_LOAD = 1;
export const R = 4;
export const RX = 5;
export const RW = 6;
export const RWX = 7;

/** A 64-bit ELF file: header, program headers, then the data of each segment. */
export function elfFile(
  segments: readonly Segment[],
  { entry = 0x10000 as bigint | number, little = true } = {},
): Uint8Array<ArrayBuffer> {
  const data = segments.map((segment) => segment.data ?? new Uint8Array(Number(segment.fileSize ?? 0) % 65536));
  const dataStart = 64 + 56 * segments.length;
  const total = data.reduce((sum, { length }) => sum + length, dataStart);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, little ? 1 : 2, 1]);
  view.setUint16(16, 2, little); // executable
  view.setUint16(18, 243, little); // RISC-V
  view.setUint32(20, 1, little);
  view.setBigUint64(24, BigInt(entry), little);
  view.setBigUint64(32, 64n, little); // e_phoff
  view.setUint16(52, 64, little);
  view.setUint16(54, 56, little);
  view.setUint16(56, segments.length, little);
  let offset = dataStart;
  segments.forEach((segment, k) => {
    const at = 64 + 56 * k;
    const fileSize = BigInt(segment.fileSize ?? data[k].length);
    view.setUint32(at, segment.type ?? PT_LOAD, little);
    view.setUint32(at + 4, segment.flags, little);
    view.setBigUint64(at + 8, BigInt(segment.offset ?? offset), little);
    view.setBigUint64(at + 16, BigInt(segment.address), little);
    view.setBigUint64(at + 24, BigInt(segment.address), little);
    view.setBigUint64(at + 32, fileSize, little);
    view.setBigUint64(at + 40, BigInt(segment.memorySize ?? fileSize), little);
    view.setBigUint64(at + 48, 4096n, little);
    file.set(data[k], offset);
    offset += data[k].length;
  });
  return file;
}

/** A copy of a file with some bytes replaced, by offset. */
export function patched(file: Uint8Array, changes: Readonly<Record<number, readonly number[]>>): Uint8Array {
  const copy = file.slice();
  for (const [offset, bytes] of Object.entries(changes)) copy.set(bytes, Number(offset));
  return copy;
}
