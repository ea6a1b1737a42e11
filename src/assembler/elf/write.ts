const HEADER_BYTES = 64;
const PROGRAM_HEADER_BYTES = 56;
const SECTION_HEADER_BYTES = 64;
const SYMBOL_BYTES = 24;
const EM_RISCV = 243;
const EF_RISCV_RVC = 1;

/** A PT_LOAD segment. */
export interface Segment {
  readonly address: bigint;
  /** The bits of p_flags: 4 readable, 2 writable, 1 executable. */
  readonly flags: number;
  readonly data: Uint8Array;
  /** Size in memory, at least that of `data`: the rest is zero. */
  readonly memoryBytes: number;
}

/** Bytes that write themselves into a file of zeros, so that they need no array of their own. */
export interface Writing {
  readonly length: number;
  /** Writes them into the part of the file that is theirs. */
  writeTo(there: Uint8Array): void;
}

/** A segment whose bytes are made in the file. */
export interface WrittenSegment extends Omit<Segment, "data"> {
  readonly data: Writing;
}

/** An entry of the symbol table. */
export interface ElfSymbol {
  readonly name: string;
  readonly address: bigint;
  readonly size: bigint;
  readonly binding: "local" | "global" | "weak";
  readonly type: "none" | "object" | "function";
}

/** What an executable file is made from. */
export interface ElfContents {
  readonly entry: bigint;
  readonly segments: readonly (Segment | WrittenSegment)[];
  /** With symbols, the file also gets section headers, so that objdump and gdb can read it. */
  readonly symbols?: readonly ElfSymbol[] | undefined;
  /** Boundary at which each segment's bytes begin in the file (p_align), a power of two: 4096, or less for a smaller file. */
  readonly alignment?: number;
}

/**
 * Writes an ELF64 little-endian RISC-V executable (System V ABI, chapters 4 and 5). One array is allocated, the file.
 * Where a segment begins inside a page, its bytes begin at the same place of a page of the file.
 */
export function writeElf({ entry, segments, symbols, alignment = 4096 }: ElfContents): Uint8Array {
  let end = HEADER_BYTES + PROGRAM_HEADER_BYTES * segments.length;
  const offsets: number[] = [];
  for (const { address, data } of segments) {
    end += (Number(BigInt.asIntN(32, address)) - end) & (alignment - 1);
    offsets.push(end);
    end += data.length;
  }
  const tables = symbols && new SectionTables(segments, offsets, symbols, end);
  const file = new Uint8Array(tables ? tables.end : end);
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, EM_RISCV, true);
  view.setUint32(20, 1, true);
  view.setBigUint64(24, entry, true);
  view.setUint32(32, segments.length > 0 ? HEADER_BYTES : 0, true);
  view.setUint32(40, tables ? tables.headers : 0, true);
  view.setUint32(48, EF_RISCV_RVC, true);
  view.setUint16(52, HEADER_BYTES, true);
  view.setUint16(54, PROGRAM_HEADER_BYTES, true);
  view.setUint16(56, segments.length, true);
  view.setUint16(58, SECTION_HEADER_BYTES, true);
  if (tables) {
    view.setUint16(60, tables.sections.length, true);
    view.setUint16(62, tables.sections.length - 1, true);
  }
  for (let k = 0; k < segments.length; k++) {
    const { address, flags, data, memoryBytes } = segments[k];
    const at = HEADER_BYTES + PROGRAM_HEADER_BYTES * k;
    view.setUint32(at, 1, true);
    view.setUint32(at + 4, flags, true);
    view.setUint32(at + 8, offsets[k], true);
    view.setBigUint64(at + 16, address, true);
    view.setBigUint64(at + 24, address, true);
    view.setUint32(at + 32, data.length, true);
    setSize(view, at + 40, memoryBytes);
    view.setUint32(at + 48, alignment, true);
    if ("writeTo" in data) data.writeTo(file.subarray(offsets[k], offsets[k] + data.length));
    else file.set(data, offsets[k]);
  }
  tables?.write(file, view);
  return file;
}

/** Writes a size below 2^53 as 64 bits, without a bigint. */
function setSize(view: DataView, at: number, size: number): void {
  view.setUint32(at, size, true);
  view.setUint32(at + 4, Math.floor(size / 2 ** 32), true);
}

interface SectionEntry {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly offset: number;
  readonly size: number;
  readonly link?: number;
  readonly info?: number;
  readonly alignment: number;
  readonly entrySize?: number;
}

const PROGBITS = 1;
const SYMTAB = 2;
const STRTAB = 3;
const NOBITS = 8;
const ALLOCATED = 2;

/** Section headers made from segments, with the symbol table and the names. */
class SectionTables {
  readonly sections: SectionEntry[] = [{ name: "", type: 0, flags: 0, address: 0n, offset: 0, size: 0, alignment: 0 }];
  readonly headers: number;
  readonly end: number;
  readonly #symbols: readonly ElfSymbol[];
  readonly #symbolsAt: number;
  readonly #names: Strings;
  readonly #sectionNames = new Strings();
  readonly #namesAt: number;
  readonly #sectionNamesAt: number;
  readonly #ranges: { readonly start: bigint; readonly end: bigint }[] = [];

  constructor(
    segments: ElfContents["segments"],
    offsets: readonly number[],
    symbols: readonly ElfSymbol[],
    start: number,
  ) {
    segments.forEach((segment, k) => this.#addSegment(segment, offsets[k]));
    const locals = symbols.filter(({ binding }) => binding === "local");
    this.#symbols = [...locals, ...symbols.filter(({ binding }) => binding !== "local")];
    this.#names = new Strings();
    for (const { name } of this.#symbols) this.#names.add(name);
    this.#symbolsAt = (start + 7) & ~7;
    const symbolBytes = SYMBOL_BYTES * (1 + symbols.length);
    this.#namesAt = this.#symbolsAt + symbolBytes;
    this.#sectionNamesAt = this.#namesAt + this.#names.size;
    const last = this.sections.length;
    const table = { flags: 0, address: 0n };
    this.sections.push(
      { ...table, name: ".symtab", type: SYMTAB, offset: this.#symbolsAt, size: symbolBytes, link: last + 1, info: 1 + locals.length, alignment: 8, entrySize: SYMBOL_BYTES },
      { ...table, name: ".strtab", type: STRTAB, offset: this.#namesAt, size: this.#names.size, alignment: 1 },
    ); // prettier-ignore
    for (const { name } of this.sections) this.#sectionNames.add(name);
    this.#sectionNames.add(".shstrtab");
    const size = this.#sectionNames.size;
    this.sections.push({ ...table, name: ".shstrtab", type: STRTAB, offset: this.#sectionNamesAt, size, alignment: 1 });
    this.headers = (this.#sectionNamesAt + size + 7) & ~7;
    this.end = this.headers + SECTION_HEADER_BYTES * this.sections.length;
  }

  #addSegment({ address, flags, data, memoryBytes }: Segment | WrittenSegment, offset: number): void {
    const common = { flags: ALLOCATED | (flags & 2 ? 1 : 0) | (flags & 1 ? 4 : 0), alignment: 1 };
    const name = flags & 1 ? ".text" : flags & 2 ? ".data" : ".rodata";
    if (data.length > 0) {
      this.#add({ ...common, name, type: PROGBITS, address, offset, size: data.length });
    }
    if (memoryBytes > data.length) {
      const start = address + BigInt(data.length);
      this.#add({ ...common, name: ".bss", type: NOBITS, address: start, offset, size: memoryBytes - data.length });
    }
  }

  #add(entry: SectionEntry): void {
    this.sections.push(entry);
    this.#ranges.push({ start: entry.address, end: entry.address + BigInt(entry.size) });
  }

  write(file: Uint8Array, view: DataView): void {
    this.#symbols.forEach((symbol, k) => this.#writeSymbol(view, this.#symbolsAt + SYMBOL_BYTES * (k + 1), symbol));
    this.#names.write(file, this.#namesAt);
    this.#sectionNames.write(file, this.#sectionNamesAt);
    this.sections.forEach((section, k) => this.#writeHeader(view, this.headers + SECTION_HEADER_BYTES * k, section));
  }

  #writeSymbol(view: DataView, at: number, { name, address, size, binding, type }: ElfSymbol): void {
    view.setUint32(at, this.#names.add(name), true);
    const bind = { local: 0, global: 1, weak: 2 }[binding];
    view.setUint8(at + 4, (bind << 4) | { none: 0, object: 1, function: 2 }[type]);
    // A symbol at the end of a section belongs to it; one outside of all is absolute.
    const inside = this.#ranges.findIndex(({ start, end }) => address >= start && address < end);
    const index = inside >= 0 ? inside : this.#ranges.findIndex(({ end }) => address === end);
    view.setUint16(at + 6, index >= 0 ? index + 1 : 0xfff1, true);
    view.setBigUint64(at + 8, address, true);
    view.setBigUint64(at + 16, size, true);
  }

  #writeHeader(view: DataView, at: number, section: SectionEntry): void {
    view.setUint32(at, this.#sectionNames.add(section.name), true);
    view.setUint32(at + 4, section.type, true);
    view.setUint32(at + 8, section.flags, true);
    view.setBigUint64(at + 16, section.address, true);
    view.setUint32(at + 24, section.offset, true);
    setSize(view, at + 32, section.size);
    view.setUint32(at + 40, section.link ?? 0, true);
    view.setUint32(at + 44, section.info ?? 0, true);
    view.setUint32(at + 48, section.alignment, true);
    view.setUint32(at + 56, section.entrySize ?? 0, true);
  }
}

/** A string table: each name once, ended by a zero byte. */
class Strings {
  readonly #offsets = new Map<string, number>([["", 0]]);
  readonly #parts: Uint8Array[] = [];
  size = 1;

  /** The offset of `name`, which is added if it is new. */
  add(name: string): number {
    const known = this.#offsets.get(name);
    if (known !== undefined) return known;
    const bytes = new TextEncoder().encode(name);
    const offset = this.size;
    this.#offsets.set(name, offset);
    this.#parts.push(bytes);
    this.size += bytes.length + 1;
    return offset;
  }

  write(file: Uint8Array, at: number): void {
    let next = at + 1;
    for (const part of this.#parts) {
      file.set(part, next);
      next += part.length + 1;
    }
  }
}
