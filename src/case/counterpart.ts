import { registerNumber } from "../isa/index.ts";
import type { Counterpart, Moved } from "./case.ts";

/** What a header says of a counterpart: all but the program that is in the file. */
export interface CounterpartHeader extends Omit<Counterpart, "checked"> {
  readonly file: string;
}

const PAGES_MAX = 2 ** 19;

/** One thing that may differ, read from a line of a header. */
export type MayDiffer =
  | { readonly what: "register"; readonly from: number; readonly to: number }
  | { readonly what: "cycles"; readonly moreCycles: bigint }
  | { readonly what: "code"; readonly code: readonly [number, number] }
  | { readonly what: "data"; readonly moved: Moved };

/**
 * Reads one of `register x8 x9` (x8 of the one is x9 of the other), `cycles -12` (what the other takes more),
 * `code 16 32` (pages 16 to 31), `data 32 45 3 sp x8` (pages 32 to 44 are 3 pages further up, and so do these point).
 * @returns undefined for anything else
 */
export function readMayDiffer(text: string): MayDiffer | undefined {
  const [what, ...words] = text.split(/\s+/);
  if (what === "cycles" && words.length === 1 && /^-?\d{1,19}$/.test(words[0])) {
    return { what, moreCycles: BigInt(words[0]) };
  }
  if (what === "register" && words.length === 2) {
    const [from, to] = words.map(registerNumber);
    return from === undefined || to === undefined ? undefined : { what, from, to };
  }
  if (what === "code" && words.length === 2) {
    const [first, end] = words.map(readPage);
    return first < end ? { what, code: [first, end] } : undefined;
  }
  if (what !== "data" || words.length < 3) return undefined;
  const [first, end, pages] = words.slice(0, 3).map(readPage);
  const pointers = words.slice(3).map(registerNumber);
  if (!(first < end) || !(pages > 0) || !pointers.every((pointer) => pointer !== undefined)) return undefined;
  return { what, moved: { first, end, pages, pointers } };
}

function readPage(text: string): number {
  const page = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return page <= PAGES_MAX ? page : NaN;
}

/** The name of a file beside the case, with what was done to make it: `FILE` or `FILE after NAME`. */
export function readCounterpart(text: string): Pick<CounterpartHeader, "file" | "name"> | undefined {
  const [, file = "", name] = /^([\w.+-]+)(?: after (.+))?$/.exec(text) ?? [];
  return file === "" || file.startsWith(".") ? undefined : { file, name };
}

/** All that may differ, of what the lines say. @returns undefined if two registers would be the same one */
export function joinMayDiffer(lines: readonly MayDiffer[]): Pick<Counterpart, "change" | "code"> | undefined {
  const registers = Array.from({ length: 32 }, (_, r) => r);
  let moreCycles = 0n;
  let moved: Moved | undefined;
  let code: Counterpart["code"] = [0, 0];
  for (const line of lines) {
    if (line.what === "register") registers[line.from] = line.to;
    else if (line.what === "cycles") ({ moreCycles } = line);
    else if (line.what === "code") ({ code } = line);
    else ({ moved } = line);
  }
  if (new Set(registers).size < registers.length) return undefined;
  return { change: { registers, moreCycles, ...(moved && { moved }) }, code };
}

/** The lines of a header that `readMayDiffer` and `readCounterpart` read. */
export function counterpartLines(file: string, { name, change, code }: Counterpart): string[] {
  const { registers, moreCycles, moved } = change;
  return [
    `counterpart: ${file}${name === undefined ? "" : ` after ${name}`}`,
    ...[...registers.entries()]
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => differ("register", `x${from} x${to}`)),
    ...(moreCycles === 0n ? [] : [differ("cycles", `${moreCycles}`)]),
    ...(code[0] < code[1] ? [differ("code", code.join(" "))] : []),
    ...(moved ? [differ("data", dataText(moved))] : []),
  ];
}

function differ(what: string, text: string): string {
  return `may-differ: ${what} ${text}`;
}

function dataText({ first, end, pages, pointers }: Moved): string {
  return [first, end, pages, ...pointers.map((register) => `x${register}`)].join(" ");
}
