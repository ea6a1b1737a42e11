import type { ElfImage } from "../elf/read.ts";
import type { Segment } from "../elf/write.ts";
import { SymbolIndex } from "./symbol-index.ts";
import { jumpDistance, unitText } from "./unit-text.ts";
import { unitsOf, type Unit } from "./units.ts";

const EXECUTABLE = 1;
const ROW_BYTES = 16;

/** A program for people to read: addresses, bytes, text, and where jumps go. */
export function listing({ entry, segments, symbols }: ElfImage): string {
  const index = new SymbolIndex(symbols);
  const lines = [`entry ${hex(entry)}${index.near(entry)}`];
  for (const segment of segments) {
    const { address, flags, data, memoryBytes } = segment;
    const letters = `${flags & 4 ? "r" : "-"}${flags & 2 ? "w" : "-"}${flags & 1 ? "x" : "-"}`;
    lines.push("", `segment ${hex(address)} ${letters} ${data.length} bytes, ${memoryBytes} in memory`);
    if (flags & EXECUTABLE) for (const unit of unitsOf(data)) lines.push(...codeLines(segment, unit, index));
    else lines.push(...dataLines(segment, index));
  }
  return `${lines.join("\n")}\n`;
}

function codeLines({ address }: Segment, unit: Unit, index: SymbolIndex): string[] {
  const place = address + BigInt(unit.at);
  const distance = jumpDistance(unit);
  const target = distance === undefined ? "" : BigInt.asUintN(64, place + BigInt(distance));
  const note = target === "" ? "" : `  # ${hex(target)}${index.near(target)}`;
  const bytes = unit.word
    .toString(16)
    .padStart(2 * unit.length, "0")
    .padEnd(8);
  return [...labels(index, place), `${place.toString(16).padStart(8)}: ${bytes}  ${unitText(unit)}${note}`];
}

function dataLines({ address, data }: Segment, index: SymbolIndex): string[] {
  const lines: string[] = [];
  for (let at = 0; at < data.length;) {
    const place = address + BigInt(at);
    lines.push(...labels(index, place));
    // A row ends where the next label stands.
    let end = Math.min(at + ROW_BYTES, data.length);
    for (let k = at + 1; k < end; k++) if (index.at(address + BigInt(k)).length > 0) end = k;
    const row = data.subarray(at, end);
    const text = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
    const bytes = Array.from(row, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    lines.push(`${place.toString(16).padStart(8)}: ${bytes.padEnd(3 * ROW_BYTES)} ${text}`);
    at = end;
  }
  return lines;
}

function labels(index: SymbolIndex, place: bigint): string[] {
  return index.at(place).map(({ name }) => `${name}:`);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
