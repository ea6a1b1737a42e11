import type { ElfImage } from "../elf/read.ts";
import type { ElfSymbol, Segment } from "../elf/write.ts";
import { isCompressible } from "../instructions/compress.ts";
import { SymbolIndex } from "./symbol-index.ts";
import { unitText } from "./unit-text.ts";
import { unitsOf } from "./units.ts";

const EXECUTABLE = 1;
const WRITABLE = 2;
const ROW_BYTES = 16;
const ZEROS_LEAST = 32;

/**
 * A program as assembly text that assembles to the same bytes again, here and with GNU as. Addresses of segments are
 * not part of the text: they stand in comments, and are those the linker gives by itself if they follow each other page
 * by page.
 */
export function assemblyText({ entry, segments, symbols }: ElfImage): string {
  const writer = new Writer(withEntry(symbols.filter(isPlain), entry));
  const seen = new Map<string, number>();
  for (const segment of segments) writer.segment(segment, seen);
  return writer.text();
}

/** Only names that may stand in front of a colon as they are, and that are no other instruction's operand. */
function isPlain({ name }: ElfSymbol): boolean {
  return /^[A-Za-z_$][\w.$]*$/.test(name) && !name.startsWith("$");
}

function withEntry(symbols: readonly ElfSymbol[], entry: bigint): ElfSymbol[] {
  const unique = [...new Map(symbols.map((symbol) => [symbol.name, symbol])).values()];
  if (unique.some(({ name }) => name === "_start")) return unique;
  return [...unique, { name: "_start", address: entry, size: 0n, binding: "global", type: "none" }];
}

class Writer {
  readonly #lines: string[] = [];
  readonly #index: SymbolIndex;
  #compress = false;

  constructor(symbols: readonly ElfSymbol[]) {
    this.#index = new SymbolIndex(symbols);
    this.#lines.push("\t.option norelax", "\t.option norvc");
    for (const { name, binding } of symbols)
      if (binding !== "local") this.#lines.push(`\t.${binding === "weak" ? "weak" : "globl"} ${name}`);
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }

  segment(segment: Segment, seen: Map<string, number>): void {
    const { address, flags, data, memoryBytes } = segment;
    const kind = flags & EXECUTABLE ? ".text" : flags & WRITABLE ? ".data" : ".rodata";
    const letters = `a${flags & WRITABLE ? "w" : ""}${flags & EXECUTABLE ? "x" : ""}`;
    if (data.length > 0) {
      this.#lines.push(`\t.section ${numbered(kind, seen)}, "${letters}", @progbits\t# at 0x${address.toString(16)}`);
      if (flags & EXECUTABLE) this.#code(address, data);
      else this.#data(address, data);
      this.#labelsAt(address + BigInt(data.length));
    }
    if (memoryBytes > data.length) {
      const comment = data.length > 0 ? "" : `\t# at 0x${address.toString(16)}`;
      this.#lines.push(`\t.section ${numbered(".bss", seen)}, "${letters}", @nobits${comment}`);
      this.#lines.push(`\t.zero ${BigInt(memoryBytes) - BigInt(data.length)}`);
    }
  }

  #code(address: bigint, data: Uint8Array): void {
    for (const unit of unitsOf(data)) {
      this.#labels(address + BigInt(unit.at), unit.length);
      const text = unitText(unit);
      // GNU as knows 16-bit instructions only under rvc, and shortens others there.
      if (text.startsWith("c.")) this.#option(true);
      else if (this.#compress && unit.length === 4 && isCompressible(unit.word)) this.#option(false);
      this.#lines.push(`\t${text}`);
    }
  }

  #option(compress: boolean): void {
    if (this.#compress !== compress) this.#lines.push(`\t.option ${compress ? "rvc" : "norvc"}`);
    this.#compress = compress;
  }

  #data(address: bigint, data: Uint8Array): void {
    for (let at = 0; at < data.length;) {
      this.#labels(address + BigInt(at), 1);
      let end = at;
      while (end < data.length && data[end] === 0 && (end === at || !this.#has(address + BigInt(end)))) end++;
      if (end - at >= ZEROS_LEAST) this.#lines.push(`\t.zero ${end - at}`);
      else {
        end = at + 1;
        while (end < data.length && end - at < ROW_BYTES && !this.#has(address + BigInt(end))) end++;
        const bytes = Array.from(data.subarray(at, end), (byte) => `0x${byte.toString(16).padStart(2, "0")}`);
        this.#lines.push(`\t.byte ${bytes.join(", ")}`);
      }
      at = end;
    }
  }

  #has(address: bigint): boolean {
    return this.#index.at(address).length > 0;
  }

  /** Labels at `address`, and for symbols inside the next `length` bytes their distance. */
  #labels(address: bigint, length: number): void {
    this.#labelsAt(address);
    for (let k = 1; k < length; k++) {
      for (const { name } of this.#index.at(address + BigInt(k))) this.#lines.push(`\t.set ${name}, . + ${k}`);
    }
  }

  readonly #written = new Set<string>();

  #labelsAt(address: bigint): void {
    for (const { name } of this.#index.at(address)) {
      if (this.#written.has(name)) continue;
      this.#written.add(name);
      this.#lines.push(`${name}:`);
    }
  }
}

/** A section name for each segment of its kind: `.text`, `.text.1`, … */
function numbered(kind: string, seen: Map<string, number>): string {
  const count = seen.get(kind) ?? 0;
  seen.set(kind, count + 1);
  return count === 0 ? kind : `${kind}.${count}`;
}
