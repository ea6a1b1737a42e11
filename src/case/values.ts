import { ISA_A, ISA_B, ISA_MOP, registerNumber, XLEN_MAX, type IsaSet, type VmVersion } from "../isa/index.ts";
import type { CostModel, DataPiece } from "./world.ts";

// How values are written in case headers and on the command line. Each reader gives undefined for what it cannot read.

const ISA_BITS: Readonly<Record<string, IsaSet>> = { imc: 0, a: ISA_A, b: ISA_B, mop: ISA_MOP };

/** A 64-bit number, decimal or 0x…. */
export function readInteger(text: string): bigint | undefined {
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) return undefined;
  const value = BigInt(text);
  return value < 2n ** 64n ? value : undefined;
}

export function readVersion(text: string): VmVersion | undefined {
  return text === "0" ? 0 : text === "1" ? 1 : text === "2" ? 2 : undefined;
}

/** `imc,a,b,mop` in any order, imc first or left out. Shared with the command line. */
export function readIsa(text: string): IsaSet | undefined {
  let isa = 0;
  for (const name of text.split(",")) {
    const bits = Object.hasOwn(ISA_BITS, name.trim()) ? ISA_BITS[name.trim()] : undefined;
    if (bits === undefined) return undefined;
    isa |= bits;
  }
  return isa;
}

/** The text `readIsa` reads. */
export function isaText(isa: IsaSet): string {
  return Object.entries(ISA_BITS)
    .filter(([, bits]) => (isa & bits) === bits)
    .map(([name]) => name)
    .join(",");
}

/** A multiple of 4096 of at most 2^31. */
export function readMemorySize(text: string): number | undefined {
  const size = Number(readInteger(text) ?? 0n);
  return size > 0 && size % 4096 === 0 && size <= 2 ** 31 ? size : undefined;
}

export function readCost(text: string): CostModel | undefined {
  return text === "real" || text === "constant" ? text : undefined;
}

export function readYesNo(text: string): boolean | undefined {
  return text === "yes" ? true : text === "no" ? false : undefined;
}

export function readNumbers(text: string): number[] | undefined {
  const numbers = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 0) ? numbers : undefined;
}

export function readCuts(text: string): bigint[] | undefined {
  const cuts = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(readInteger);
  return cuts.every((cut) => cut !== undefined) ? cuts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : undefined;
}

const LEG_TARGETS_MAX = 64;

/** 1 to 64 numbers from 0 to 255, with spaces or commas: which target takes each leg. */
export function readLegTargets(text: string): number[] | undefined {
  const words = text.split(/[\s,]+/).filter(Boolean);
  if (words.length === 0 || words.length > LEG_TARGETS_MAX) return undefined;
  const targets = words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : Infinity));
  return targets.every((target) => target <= 255) ? targets : undefined;
}

/** Bytes that `repeat:` makes at most. */
const REPEATED_MAX = 2 ** 24;

/** A JSON string; bytes that are not text are written as `base64:…`, and many equal ones as `repeat:COUNT 0xBYTE`. */
export function readArgument(text: string): Uint8Array | undefined {
  const repeated = /^repeat:(\d{1,8}) 0x([0-9a-f]{1,2})$/i.exec(text);
  if (repeated) {
    const [, count, byte] = repeated;
    return Number(count) <= REPEATED_MAX ? new Uint8Array(Number(count)).fill(parseInt(byte, 16)) : undefined;
  }
  if (text.startsWith("base64:")) return readBase64(text.slice("base64:".length));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? new TextEncoder().encode(value) : undefined;
  } catch {
    return undefined;
  }
}

export function readBase64(text: string): Uint8Array | undefined {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, "base64")) : undefined;
}

export function readPiece(text: string): DataPiece | undefined {
  const [idText, data = ""] = text.split(/\s+/);
  const id = readInteger(idText);
  const bytes = readBase64(data);
  return !id || bytes === undefined ? undefined : { id, bytes };
}

export function readSection(text: string): [string, bigint] | undefined {
  const [name, addressText = ""] = text.split(/\s+/);
  const address = readInteger(addressText);
  return address === undefined ? undefined : [name, address];
}

export function readStop(text: string): string | undefined {
  return /^(exit -?\d{1,3}|budget|pause|fault [A-Z]\w+( \w+=\S+)*)$/.test(text) ? text : undefined;
}

/** An address, or `none`. */
export function readReservation(text: string): bigint | undefined {
  return text === "none" ? XLEN_MAX : readInteger(text);
}

/** `a0 0x5`: a register and its value. */
export function readRegister(text: string): [number, bigint] | undefined {
  const [name, valueText = ""] = text.split(/\s+/);
  const register = registerNumber(name);
  const value = readInteger(valueText);
  return register === undefined || value === undefined ? undefined : [register, value];
}

const FLAG_BITS: Readonly<Record<string, number>> = { F: 1, X: 2, D: 4 };

/** `16 DXF`: a page and its flags, dirty, executable, frozen; `-` for none. */
export function readPageFlags(text: string): [number, number] | undefined {
  const [page, letters = ""] = text.split(/\s+/);
  if (!/^\d{1,6}$/.test(page) || !/^(-|[DXF]{1,3})$/.test(letters)) return undefined;
  return [Number(page), [...letters].reduce((bits, letter) => bits | (FLAG_BITS[letter] ?? 0), 0)];
}

/** The letters `readPageFlags` reads. */
export function flagLetters(flags: number): string {
  return ["D", "X", "F"].filter((letter) => flags & FLAG_BITS[letter]).join("") || "-";
}
