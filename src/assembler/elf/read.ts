import { AssemblyError } from "../error.ts";
import type { ElfSymbol, Segment } from "./write.ts";

/** What is in an executable file. */
export interface ElfImage {
  readonly entry: bigint;
  readonly segments: readonly Segment[];
  readonly symbols: readonly ElfSymbol[];
}

const PT_LOAD = 1;
const SHT_SYMTAB = 2;

/** True if `bytes` begin as an ELF file does. */
export function isElf(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/**
 * Reads the PT_LOAD segments and the symbols of an ELF64 little-endian file. The segments' data are views of `bytes`.
 * @throws AssemblyError and nothing else, whatever the bytes are.
 */
export function readElf(bytes: Uint8Array, name = "<program>"): ElfImage {
  const file = new ElfFile(bytes, name);
  if (!isElf(bytes)) return file.fail("this is no ELF file");
  if (file.u8(4) !== 2 || file.u8(5) !== 1) return file.fail("this is no 64-bit little-endian ELF file");
  const count = file.u16(56);
  const headers = file.offset(32);
  const segments: Segment[] = [];
  for (let k = 0; k < count; k++) {
    const at = headers + file.u16(54) * k;
    if (file.u32(at) === PT_LOAD) segments.push(file.segment(at));
  }
  return { entry: file.u64(24), segments, symbols: file.symbols() };
}

class ElfFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
  }

  fail(message: string): never {
    throw new AssemblyError([{ file: this.#name, line: 0, column: 0, notes: [], message }]);
  }

  #need(at: number, count: number): number {
    if (!(at >= 0 && at + count <= this.#bytes.length)) this.fail(`the file ends before byte ${at + count}`);
    return at;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#need(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#need(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#need(at, 4), true);
  }

  u64(at: number): bigint {
    return this.#view.getBigUint64(this.#need(at, 8), true);
  }

  /** A 64-bit file offset or size; one that no file can have is still too large as a number. */
  offset(at: number): number {
    return Number(this.u64(at));
  }

  segment(at: number): Segment {
    const start = this.offset(at + 8);
    const bytes = this.offset(at + 32);
    this.#need(start, bytes);
    const memoryBytes = Math.max(bytes, this.offset(at + 40));
    const data = this.#bytes.subarray(start, start + bytes);
    return { address: this.u64(at + 16), flags: this.u32(at + 4) & 7, data, memoryBytes };
  }

  symbols(): ElfSymbol[] {
    const headers = this.offset(40);
    const count = headers === 0 ? 0 : this.u16(60);
    const entryBytes = this.u16(58);
    for (let k = 0; k < count; k++) {
      const at = headers + entryBytes * k;
      if (this.u32(at + 4) === SHT_SYMTAB) return this.#table(at, headers + entryBytes * this.u32(at + 40));
    }
    return [];
  }

  #table(table: number, strings: number): ElfSymbol[] {
    const start = this.offset(table + 24);
    const count = Math.floor(this.offset(table + 32) / 24);
    this.#need(start, 24 * count);
    const names = this.offset(strings + 24);
    const symbols: ElfSymbol[] = [];
    for (let k = 1; k < count; k++) {
      const at = start + 24 * k;
      const info = this.u8(at + 4);
      const type = info & 15;
      const name = this.#string(names + this.u32(at));
      if (name === "" || type > 2 || this.u16(at + 6) === 0) continue;
      symbols.push({
        name,
        address: this.u64(at + 8),
        size: this.u64(at + 16),
        binding: info >> 4 === 0 ? "local" : info >> 4 === 2 ? "weak" : "global",
        type: type === 1 ? "object" : type === 2 ? "function" : "none",
      });
    }
    return symbols;
  }

  #string(at: number): string {
    const end = this.#bytes.indexOf(0, this.#need(at, 1));
    return new TextDecoder().decode(this.#bytes.subarray(at, Math.min(end < 0 ? this.#bytes.length : end, at + 1000)));
  }
}
