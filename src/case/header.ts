import { ISA_A, ISA_B, ISA_MOP, type IsaSet, type VmVersion } from "../isa/index.ts";
import { CaseFileError } from "./case-file-error.ts";
import { DEFAULT_WORLD, type CostModel, type DataPiece, type World } from "./world.ts";

/** How a case is expected to end, where its file says so. */
export interface Expectation {
  /** `exit 0`, `budget`, `fault NAME key=value …`. */
  readonly stop: string;
  readonly pc?: bigint;
  readonly cycles?: bigint;
}

/** The block comment at the top of a case file, read. */
export interface Header {
  readonly title: string;
  readonly world: Omit<World, "program">;
  readonly cuts: readonly bigint[];
  readonly budget: bigint;
  readonly provenance: string;
  readonly expectation: Expectation;
  /** Addresses of sections that are not laid out one behind the other. */
  readonly sections: ReadonlyMap<string, bigint>;
  /** The program file itself, where it cannot be said as assembly. */
  readonly elf: Uint8Array | undefined;
}

/** First line of the comment; the number is the version of this format. */
export const FIRST_LINE = "rvrelay case 1";

/** The budget of a case that names none, in cycles. */
export const DEFAULT_BUDGET = 1_000_000n;

const ISA_BITS: Readonly<Record<string, IsaSet>> = { imc: 0, a: ISA_A, b: ISA_B, mop: ISA_MOP };
const REPEATED = ["arg", "source", "section"];
const KNOWN = new Set([
  ...["title", "version", "isa", "memory", "cost", "budget", "cuts", "mark-program", "system-calls"],
  ...["expect", "expect-pc", "expect-cycles", "provenance", "elf", ...REPEATED],
]);

/** A line `key: value` of the comment with its number in the file, counted from 1. */
interface Entry {
  readonly value: string;
  readonly line: number;
}

/**
 * Reads the header of a case file; a text without one has the defaults.
 * @throws CaseFileError naming file and line
 */
export function readHeader(text: string, file: string): Header {
  const entries = collect(text, file);
  const only = <T>(key: string, read: (value: string) => T | undefined, otherwise: T): T => {
    const entry = entries.get(key)?.[0];
    if (!entry) return otherwise;
    const value = read(entry.value);
    if (value === undefined) throw new CaseFileError(file, entry.line, `${key} cannot be "${shown(entry.value)}"`);
    return value;
  };
  const all = <T>(key: string, read: (value: string) => T | undefined): T[] =>
    (entries.get(key) ?? []).map(({ value, line }) => {
      const item = read(value);
      if (item === undefined) throw new CaseFileError(file, line, `${key} cannot be "${shown(value)}"`);
      return item;
    });
  const pc = only("expect-pc", readInteger, undefined);
  const cycles = only("expect-cycles", readInteger, undefined);
  return {
    title: only("title", String, ""),
    world: {
      version: only("version", readVersion, DEFAULT_WORLD.version),
      isa: only("isa", readIsa, DEFAULT_WORLD.isa),
      memorySize: only("memory", readMemorySize, DEFAULT_WORLD.memorySize),
      cost: only("cost", readCost, DEFAULT_WORLD.cost),
      args: all("arg", readArgument),
      sources: all("source", readPiece),
      markProgram: only("mark-program", readYesNo, DEFAULT_WORLD.markProgram),
      systemCalls: only("system-calls", readNumbers, DEFAULT_WORLD.systemCalls),
    },
    cuts: only("cuts", readCuts, []),
    budget: only("budget", readInteger, DEFAULT_BUDGET),
    provenance: only("provenance", String, ""),
    expectation: {
      stop: only("expect", readStop, "exit 0"),
      ...(pc !== undefined && { pc }),
      ...(cycles !== undefined && { cycles }),
    },
    sections: new Map(all("section", readSection)),
    elf: only("elf", readBase64, undefined),
  };
}

function collect(text: string, file: string): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  const start = /^\s*\/\*\s*rvrelay case (\S+)/.exec(text);
  if (!start) return entries;
  if (start[1] !== "1") throw new CaseFileError(file, 1, `format ${start[1]} is not known; this program reads 1`);
  const end = text.indexOf("*/");
  if (end < 0) throw new CaseFileError(file, 1, "the header comment does not end");
  const lines = text.slice(0, end).split("\n");
  const first = lines.findIndex((line) => line.includes("rvrelay case"));
  for (let k = first + 1; k < lines.length; k++) {
    const line = lines[k].replace(/^\s*\*? ?/, "").trim();
    if (line === "") continue;
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(colon, 0));
    if (!KNOWN.has(key)) throw new CaseFileError(file, k + 1, `unknown header line "${shown(line)}"`);
    const known = entries.get(key) ?? [];
    if (known.length > 0 && !REPEATED.includes(key)) throw new CaseFileError(file, k + 1, `${key} is given twice`);
    entries.set(key, [...known, { value: line.slice(colon + 1).trim(), line: k + 1 }]);
  }
  return entries;
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function readInteger(text: string): bigint | undefined {
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) return undefined;
  const value = BigInt(text);
  return value < 2n ** 64n ? value : undefined;
}

function readVersion(text: string): VmVersion | undefined {
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

function readYesNo(text: string): boolean | undefined {
  return text === "yes" ? true : text === "no" ? false : undefined;
}

function readNumbers(text: string): number[] | undefined {
  const numbers = text.split(/[\s,]+/).filter(Boolean).map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 0) ? numbers : undefined;
}

function readCuts(text: string): bigint[] | undefined {
  const cuts = text.split(/[\s,]+/).filter(Boolean).map(readInteger);
  return cuts.every((cut) => cut !== undefined) ? cuts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : undefined;
}

/** A JSON string; bytes that are not text are written as `base64:…`. */
function readArgument(text: string): Uint8Array | undefined {
  if (text.startsWith("base64:")) return readBase64(text.slice("base64:".length));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? new TextEncoder().encode(value) : undefined;
  } catch {
    return undefined;
  }
}

function readBase64(text: string): Uint8Array | undefined {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, "base64")) : undefined;
}

function readPiece(text: string): DataPiece | undefined {
  const [idText, data = ""] = text.split(/\s+/);
  const id = readInteger(idText);
  const bytes = readBase64(data);
  return id === undefined || bytes === undefined ? undefined : { id, bytes };
}

function readSection(text: string): [string, bigint] | undefined {
  const [name, addressText = ""] = text.split(/\s+/);
  const address = readInteger(addressText);
  return address === undefined ? undefined : [name, address];
}

function readStop(text: string): string | undefined {
  return /^(exit -?\d{1,3}|budget|pause|fault [A-Z]\w+( \w+=\S+)*)$/.test(text) ? text : undefined;
}
