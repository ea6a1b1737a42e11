import { disassemble } from "../isa/index.ts";
import type { Loading } from "./arrange.ts";
import { layOut, symbolOf, zerosBehind, type CodeSegment, type Layout, type Symbolic } from "./layout.ts";
import { opLength, wordOf } from "./op.ts";
import { overlaps } from "./marking.ts";
import type { DataSegment, GeneratedProgram, Item } from "./program.ts";

/** A program as GNU assembly text. */
export interface ProgramText {
  readonly text: string;
  /** Where its sections stand; to be given to the assembler. */
  readonly sections: ReadonlyMap<string, bigint>;
}

/**
 * True if text can say all of a program: its file is not spoiled, and assemblers have neither empty sections nor two at
 * one place.
 */
export function hasText({ spoiling, data }: GeneratedProgram): boolean {
  return spoiling === undefined && data.every(({ memoryBytes }) => memoryBytes > 0) && !overlaps(data);
}

/** Writes a program as text, which assembles to the same segments in the same order, byte for byte, if it `hasText`. */
export function toAssembly(program: GeneratedProgram): ProgramText {
  const layout = layOut(program);
  const lines = ["\t.option norelax", "\t.globl _start"];
  const code = layout.segments.map((segment, k): [string, bigint] => {
    const name = k === 0 ? ".text" : ".text.functions";
    lines.push(k === 0 ? "\t.text" : `\t.section ${name}, "ax", @progbits`);
    addCode(lines, layout, segment);
    return [name, BigInt(segment.address)];
  });
  const sections = program.data.map((segment, k): [string, bigint] => {
    const names = (segment.writable ? [".data", ".bss"] : [".rodata", ".zeros"]).map((name) => numbered(name, k));
    lines.push(...dataLines(segment, names));
    return [segment.fileBytes > 0 ? names[0] : names[1], BigInt(segment.address)];
  });
  // The order of the program headers is the order in which the sections are named.
  sections.splice(program.dataBeforeCode, 0, ...code);
  return { text: `${lines.join("\n")}\n`, sections: new Map(sections) };
}

function numbered(name: string, k: number): string {
  return k === 0 ? name : `${name}.${k}`;
}

/** Adds the lines of a segment: there may be too many for arguments of a call. */
function addCode(lines: string[], layout: Layout, { lead, runs, size }: CodeSegment): void {
  const { pieces, ops } = layout;
  const targets = new Set(pieces.map(({ target }) => target));
  lines.push("\t.option norvc", ...leadLines(lead));
  let compressed = false;
  for (const { first, behind } of runs) {
    for (let k = first; k < behind; k++) {
      const { item, target, loading } = pieces[k];
      if (k === 0) lines.push("_start:");
      if (targets.has(k)) lines.push(`${label(k)}:`);
      for (const [n, op] of ops[k].entries()) {
        const symbol = symbolOf(layout, k, n);
        if ((opLength(op) === 2) !== compressed) {
          compressed = !compressed;
          lines.push(compressed ? "\t.option rvc" : "\t.option norvc");
        }
        const relative = loading === "relative";
        if (symbol === "high" && relative) lines.push(`${label(k)}high:`);
        const text = symbolic(
          disassemble(wordOf(op)),
          symbol,
          loading,
          label(symbol === "low" && relative ? k : target),
        );
        lines.push(`\t${text}${n === 0 && item ? `\t# ${commentOf(item)}` : ""}`);
      }
      const zeros = zerosBehind(layout, k);
      if (zeros > 0) lines.push(`\t.zero ${zeros}`);
    }
  }
  if (size % 4 !== 0) lines.push(...(compressed ? [] : ["\t.option rvc"]), "\tc.nop");
}

/** What stands before the code, as 16-bit numbers; runs of zeros are one line. */
function leadLines(lead: Uint8Array): string[] {
  const lines: string[] = [];
  let zeros = 0;
  const endZeros = () => {
    if (zeros > 0) lines.push(`\t.zero ${zeros}\t# never executed`);
    zeros = 0;
  };
  for (let k = 0; k < lead.length; k += 2) {
    const half = lead[k] | (lead[k + 1] << 8);
    if (half === 0) zeros += 2;
    else {
      endZeros();
      lines.push(`\t.2byte 0x${half.toString(16)}\t# never executed`);
    }
  }
  endZeros();
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
