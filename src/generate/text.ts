import { disassemble } from "../isa/index.ts";
import { layOut, putPiece, type Layout } from "./layout.ts";
import type { DataSegment, GeneratedProgram } from "./program.ts";

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
  const { pieces } = layout;
  const targets = new Set(pieces.map(({ target }) => target));
  const lines: string[] = [];
  let compressed = false;
  for (let k = 0; k < pieces.length; k++) {
    const { item, target } = pieces[k];
    if (targets.has(k)) lines.push(`${label(k)}:`);
    let first = true;
    putPiece(layout, k, (word, length, symbol) => {
      if ((length === 2) !== compressed) {
        compressed = length === 2;
        lines.push(compressed ? "\t.option rvc" : "\t.option norvc");
      }
      if (symbol === "high") lines.push(`${label(k)}high:`);
      const text = symbolic(disassemble(word), symbol, label(symbol === "low" ? k : target));
      const comment = first && item ? `\t# ${item.family} ${item.id}` : "";
      first = false;
      lines.push(`\t${text}${comment}`);
    });
  }
  if (layout.offsets[pieces.length] % 4 !== 0) lines.push(...(compressed ? [] : ["\t.option rvc"]), "\tc.nop");
  return lines;
}

function label(piece: number): string {
  return `.L${piece}`;
}

/** The text of an instruction with a symbol in the place of its last number. */
function symbolic(text: string, symbol: "none" | "target" | "high" | "low", name: string): string {
  if (symbol === "target") return text.replace(/\.[+-]\d+$/, name);
  if (symbol === "high") return text.replace(/0x[0-9a-f]+$/, `%pcrel_hi(${name})`);
  return symbol === "low" ? text.replace(/-?\d+(\(\w+\))?$/, `%pcrel_lo(${name}high)$1`) : text;
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
