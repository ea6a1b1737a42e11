import { CaseFileError } from "./case-file-error.ts";
import { joinMayDiffer, readCounterpart, readMayDiffer, type CounterpartHeader } from "./counterpart.ts";
import type { Found } from "./found.ts";
import {
  readArgument,
  readBase64,
  readCost,
  readCuts,
  readInteger,
  readIsa,
  readLegTargets,
  readMemorySize,
  readNumbers,
  readPageFlags,
  readPiece,
  readRegister,
  readReservation,
  readSection,
  readStop,
  readVersion,
  readYesNo,
} from "./values.ts";
import { DEFAULT_WORLD, type World } from "./world.ts";

/** How a case is expected to end, where its file says so. */
export interface Expectation {
  /** `exit 0`, `budget`, `fault NAME key=value …`. */
  readonly stop: string;
  readonly pc?: bigint;
  readonly cycles?: bigint;
  /** The load reservation; 2^64 - 1 for none. */
  readonly reservation?: bigint;
  /** Registers by number. */
  readonly registers?: ReadonlyMap<number, bigint>;
  /** Flags of pages by page index. */
  readonly pageFlags?: ReadonlyMap<number, number>;
}

/** The block comment at the top of a case file, read. */
export interface Header {
  readonly title: string;
  readonly world: Omit<World, "program">;
  readonly cuts: readonly bigint[];
  readonly budget: bigint;
  /** `leg-targets: 0 2 1 3`: which target takes each leg (`Case.legTargets`); undefined if the file does not say. */
  readonly legTargets: readonly number[] | undefined;
  readonly provenance: string;
  readonly expectation: Expectation;
  /** `found-by: LAW`, and lines `found-on: TARGET` and `found-under: POLICY`; undefined if there are none. */
  readonly found: Found | undefined;
  /** Addresses of sections that are not laid out one behind the other. */
  readonly sections: ReadonlyMap<string, bigint>;
  /** The program file itself, where it cannot be said as assembly. */
  readonly elf: Uint8Array | undefined;
  /** `counterpart: FILE after NAME` and its lines `may-differ: …`. */
  readonly counterpart: CounterpartHeader | undefined;
}

/** First line of the comment; the number is the version of this format. */
export const FIRST_LINE = "rvrelay case 1";

/** The budget of a case that names none, in cycles. */
export const DEFAULT_BUDGET = 1_000_000n;

const REPEATED = [
  "arg",
  "source",
  "section",
  "expect-register",
  "expect-flags",
  "may-differ",
  "found-on",
  "found-under",
];
const KNOWN = new Set([
  "title",
  "version",
  "isa",
  "memory",
  "cost",
  "budget",
  "cuts",
  "leg-targets",
  "mark-program",
  "system-calls",
  "write-xor-execute",
  "expect",
  "expect-pc",
  "expect-cycles",
  "expect-reservation",
  "provenance",
  "found-by",
  "elf",
  "counterpart",
  ...REPEATED,
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
  const reservation = only("expect-reservation", readReservation, undefined);
  const registers = new Map(all("expect-register", readRegister));
  const pageFlags = new Map(all("expect-flags", readPageFlags));
  const counterpart = only("counterpart", readCounterpart, undefined);
  const mayDiffer = joinMayDiffer(all("may-differ", readMayDiffer));
  if (!mayDiffer) {
    throw new CaseFileError(file, lineOf(entries, "may-differ"), "may-differ puts two registers into the same one");
  }
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
      writeXorExecute: only("write-xor-execute", readYesNo, DEFAULT_WORLD.writeXorExecute),
    },
    cuts: only("cuts", readCuts, []),
    budget: only("budget", readInteger, DEFAULT_BUDGET),
    legTargets: only("leg-targets", readLegTargets, undefined),
    provenance: only("provenance", String, ""),
    found: foundOf(only("found-by", String, undefined), all("found-on", String), all("found-under", String)),
    expectation: {
      stop: only("expect", readStop, "exit 0"),
      ...(pc !== undefined && { pc }),
      ...(cycles !== undefined && { cycles }),
      ...(reservation !== undefined && { reservation }),
      ...(registers.size > 0 && { registers }),
      ...(pageFlags.size > 0 && { pageFlags }),
    },
    sections: new Map(all("section", readSection)),
    elf: only("elf", readBase64, undefined),
    counterpart: counterpart && { ...counterpart, ...mayDiffer },
  };
}

function foundOf(law: string | undefined, targets: readonly string[], policies: readonly string[]): Found | undefined {
  return law === undefined && targets.length + policies.length === 0 ? undefined : { law, targets, policies };
}

function lineOf(entries: ReadonlyMap<string, readonly Entry[]>, key: string): number {
  return entries.get(key)?.[0].line ?? 1;
}

/** True if `text` begins with the header comment of a case file, of whatever format. */
export function isHeaded(text: string): boolean {
  return HEAD.test(text);
}

const HEAD = /^\s*\/\*\s*rvrelay case (\S+)/;

function collect(text: string, file: string): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  const start = HEAD.exec(text);
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
