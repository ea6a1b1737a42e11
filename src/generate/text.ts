import { disassemble } from "../isa/index.ts";
import type { Loading } from "./arrange.ts";
import { layOut, symbolOf, type Layout, type Symbolic } from "./layout.ts";
import { opLength, wordOf } from "./op.ts";
import type { DataSegment, GeneratedProgram, Item } from "./program.ts";

/** A program as GNU assembly text. */
export interface ProgramText {
  readonly text: string;
  /** Where its sections stand; to be given to the assembler. */
  readonly sections: ReadonlyMap<string, bigint>;
}

/** Writes a program as text, which assembles to the same segments, byte for byte. */
export function toAssembly(program: GeneratedProgram): ProgramText {
  const layout = layOut(program);
  const sections = new Map([[".text", BigInt(program.base)]]);
  const lines = ["\t.option norelax", "\t.option norvc", "\t.text", "\t.globl _start", "_start:", ...codeLines(layout)];
  for (const segment of program.data) {
    const names = segment.writable ? [".data", ".bss"] : [".rodata", ".zeros"];
    lines.push(...dataLines(segment, names));
    sections.set(segment.fileBytes > 0 ? names[0] : names[1], BigInt(segment.address));
  }
  return { text: `${lines.join("\n")}\n`, sections };
}

function codeLines(layout: Layout): string[] {
  const { pieces, offsets, ops } = layout;
  const targets = new Set(pieces.map(({ target }) => target));
  const lines: string[] = [];
  let compressed = false;
  for (let k = 0; k < pieces.length; k++) {
    const { item, target, loading } = pieces[k];
    if (targets.has(k)) lines.push(`${label(k)}:`);
    let at = offsets[k];
    for (const [n, op] of ops[k].entries()) {
      const length = opLength(op);
      const symbol = symbolOf(layout, k, n);
      if ((length === 2) !== compressed) {
        compressed = length === 2;
        lines.push(compressed ? "\t.option rvc" : "\t.option norvc");
      }
      const relative = loading === "relative";
      if (symbol === "high" && relative) lines.push(`${label(k)}high:`);
      const text = symbolic(disassemble(wordOf(op)), symbol, loading, label(symbol === "low" && relative ? k : target));
      lines.push(`\t${text}${n === 0 && item ? `\t# ${commentOf(item)}` : ""}`);
      at += length;
    }
    if (offsets[k + 1] > at) lines.push(`\t.zero ${offsets[k + 1] - at}`);
  }
  if (layout.offsets[pieces.length] % 4 !== 0) lines.push(...(compressed ? [] : ["\t.option rvc"]), "\tc.nop");
  return lines;
}

function label(piece: number): string {
  return `.L${piece}`;
}

function commentOf({ family, id, note }: Item): string {
  return `${family} ${id}${note === undefined ? "" : `: ${note}`}`;
}

/** The text of an instruction with a symbol in the place of its last number. */
function symbolic(text: string, symbol: Symbolic, loading: Loading, name: string): string {
  if (symbol === "target") return text.replace(/\.[+-]\d+$/, name);
  const [high, low] =
    loading === "relative" ? [`%pcrel_hi(${name})`, `%pcrel_lo(${name}high)`] : [`%hi(${name})`, `%lo(${name})`];
  if (symbol === "high") return text.replace(/0x[0-9a-f]+$/, high);
  return symbol === "low" ? text.replace(/-?\d+(\(\w+\))?$/, `${low}$1`) : text;
}

function dataLines({ writable, fileBytes, memoryBytes, patches }: DataSegment, [data, zeros]: string[]): string[] {
  const flags = writable ? "aw" : "a";
  const lines: string[] = [];
  if (fileBytes > 0) {
    lines.push(`\t.section ${data}, "${flags}", @progbits`);
    let at = 0;
    for (const { offset, bytes } of patches) {
      if (offset > at) lines.push(`\t.zero ${offset - at}`);
      lines.push(`\t.byte ${[...bytes].map((byte) => `0x${byte.toString(16)}`).join(", ")}`);
      at = offset + bytes.length;
    }
    if (fileBytes > at) lines.push(`\t.zero ${fileBytes - at}`);
  }
  if (memoryBytes > fileBytes)
    lines.push(`\t.section ${zeros}, "${flags}", @nobits`, `\t.zero ${memoryBytes - fileBytes}`);
  return lines;
}
