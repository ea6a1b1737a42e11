import { assemble, AssemblyError, type AssembleOptions } from "../assembler/index.ts";
import type { Case } from "./case.ts";
import { CaseFileError } from "./case-file-error.ts";
import { readHeader } from "./header.ts";

/** How the instructions of a program and the lines of its text belong together. */
export interface SourceLines {
  /** The line of each instruction, counted from 1, by address; of a line that gives several, each of them. */
  readonly lines: ReadonlyMap<bigint, number>;
  /** The first name of each address that has one. */
  readonly symbols: ReadonlyMap<bigint, string>;
}

const NOTHING: SourceLines = { lines: new Map(), symbols: new Map() };

/** Boundary of segments in the file: it has no part in where instructions stand. */
const SEGMENT_ALIGNMENT = 16;

/**
 * Lines and symbols of the text that a case was read from; none of a case that has no text, or whose text says another
 * program than its world has.
 * @param sections addresses of sections, where the text has no header that gives them
 */
export function sourceLines(
  { assembly, world }: Case,
  options: AssembleOptions = {},
  sections?: ReadonlyMap<string, bigint>,
): SourceLines {
  if (assembly === undefined) return NOTHING;
  try {
    const header = readHeader(assembly, CASE);
    if (header.elf) return NOTHING;
    const addresses = Object.fromEntries(sections ?? header.sections);
    const shared = { symbols: false, alignment: SEGMENT_ALIGNMENT, addresses, ...options };
    const { elf, lines = [], symbols } = assemble([{ name: CASE, text: assembly }], { ...shared, lines: true });
    if (Buffer.compare(elf, world.program) !== 0) return NOTHING;
    const names = new Map<bigint, string>();
    for (const [name, address] of symbols) if (!names.has(address)) names.set(address, name);
    const own = lines.filter(({ file }) => file === CASE);
    return { lines: new Map(own.map(({ address, line }) => [address, line])), symbols: names };
  } catch (error) {
    if (error instanceof AssemblyError || error instanceof CaseFileError) return NOTHING;
    throw error;
  }
}

/** What the text is called while it is assembled. */
const CASE = "case.S";
